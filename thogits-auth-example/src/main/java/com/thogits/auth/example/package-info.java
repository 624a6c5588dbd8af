/**
 * A server that embeds the library: a database, the endpoints, and a route of its own behind them.
 */
@NullMarked
package com.thogits.auth.example;

import org.jspecify.annotations.NullMarked;
