/** The stores in memory, for tests and for applications of one process that may forget. */
@NullMarked
package com.thogits.auth.memory;

import org.jspecify.annotations.NullMarked;
