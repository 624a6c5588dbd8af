/**
 * The authentication endpoints over HTTP, and their adapter to the JDK's own server.
 *
 * <ul>
 *   <li>{@link com.thogits.auth.http.AuthHandler} is mounted on a context of any {@link
 *       com.sun.net.httpserver.HttpServer}.
 *   <li>{@link com.thogits.auth.http.SessionAuthenticator} protects a host's own contexts.
 *   <li>{@link com.thogits.auth.http.HardenedHttpServer} makes a server that stalled clients don't
 *       stop.
 *   <li>{@link com.thogits.auth.http.AuthEndpoints} is the same endpoints on plain values, for
 *       adapters to other servers; {@link com.thogits.auth.http.SessionGuard} protects the host's
 *       own endpoints there, and {@link com.thogits.auth.http.SessionCookies} writes the cookies
 *       for a host that calls the service itself.
 *   <li>{@link com.thogits.auth.http.OpenApi} describes the endpoints to people and programs.
 * </ul>
 */
@NullMarked
package com.thogits.auth.http;

import org.jspecify.annotations.NullMarked;
