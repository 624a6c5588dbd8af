/**
 * Benchmarks of what the library does in one process, each beside a limit and beside what people
 * use instead. docs/performance.md says how to run them and what came out.
 *
 * <p>One class is one comparison: its method {@code thogits} is the library, every other method a
 * peer or the limit, doing the same work on the same data.
 */
package com.thogits.auth.bench;
