/**
 * The stores in memory, for tests and for applications of one process that may forget. {@link
 * com.thogits.auth.memory.MemoryStores} begins a service on all of them:
 *
 * <pre>{@code
 * AuthService auth = MemoryStores.authService().clock(clock).build();
 * }</pre>
 *
 * <p>They keep the same promises as those on a database, races included, and pass the same contract
 * tests.
 */
@NullMarked
package com.thogits.auth.memory;

import org.jspecify.annotations.NullMarked;
