/**
 * What every store must do, as tests: extend a contract, give it your store, and run it.
 *
 * <pre>{@code
 * class MyUserStoreTest extends UserStoreContract {
 *   @Override
 *   protected UserStore emptyStore() {
 *     return new MyUserStore();
 *   }
 * }
 * }</pre>
 */
@NullMarked
package com.thogits.auth.contract;

import org.jspecify.annotations.NullMarked;
