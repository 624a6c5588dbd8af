/** Password hashing at 19 MiB, 2 iterations, 1 lane. */
package com.thogits.auth.bench.password;
