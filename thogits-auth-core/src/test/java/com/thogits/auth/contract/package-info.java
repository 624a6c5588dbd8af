/**
 * What every store must do, as tests: extend a contract, give it your store, and run it.
 *
 * <pre>{@code
 * class SortedAttemptStoreTest extends AttemptStoreContract {
 *   @Override
 *   protected AttemptStore emptyStore() {
 *     return new SortedAttemptStore();
 *   }
 * }
 * }</pre>
 */
@NullMarked
package com.thogits.auth.contract;

import org.jspecify.annotations.NullMarked;
