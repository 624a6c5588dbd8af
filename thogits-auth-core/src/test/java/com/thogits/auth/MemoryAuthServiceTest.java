package com.thogits.auth;

import com.thogits.auth.contract.AuthServiceContract;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;

class MemoryAuthServiceTest extends AuthServiceContract {
  @Override
  protected Stores emptyStores() {
    return new Stores(new MemoryUserStore(), new MemorySessionStore(), new MemoryAttemptStore());
  }
}
