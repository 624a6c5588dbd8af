/**
 * The stores on any {@link javax.sql.DataSource} over H2 or PostgreSQL, schema included. {@link
 * com.thogits.auth.jdbc.JdbcStores} begins a service on all of them:
 *
 * <pre>{@code
 * AuthService auth =
 *     JdbcStores.authService(dataSource, keys)
 *         .settings(AuthSettings.DEFAULTS.withIssuer("Acme"))
 *         .build();
 * }</pre>
 *
 * <p>{@link com.thogits.auth.jdbc.JdbcSchema} makes the tables, {@link
 * com.thogits.auth.jdbc.JdbcKeyCheck} notices a wrong key ring before it does harm, {@link
 * com.thogits.auth.jdbc.JdbcCopy} moves everything to another database, and {@link
 * com.thogits.auth.jdbc.SqlState} tells a store of one's own what a failure means.
 *
 * <p>Each call takes a connection of its own, commits, and gives it back; none joins a transaction
 * of the caller.
 */
@NullMarked
package com.thogits.auth.jdbc;

import org.jspecify.annotations.NullMarked;
