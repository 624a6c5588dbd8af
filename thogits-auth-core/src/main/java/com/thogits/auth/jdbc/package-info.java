/** The stores on any {@link javax.sql.DataSource} over H2 or PostgreSQL, schema included. */
@NullMarked
package com.thogits.auth.jdbc;

import org.jspecify.annotations.NullMarked;
