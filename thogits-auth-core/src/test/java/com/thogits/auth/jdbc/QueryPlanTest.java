package com.thogits.auth.jdbc;

import org.junit.jupiter.api.Nested;

class QueryPlanTest {

  @Nested
  class OnH2 extends QueryPlanContract {
    OnH2() {
      super(Engine.H2);
    }
  }

  @Nested
  class OnPostgreSql extends QueryPlanContract {
    OnPostgreSql() {
      super(Engine.POSTGRESQL);
    }
  }
}
