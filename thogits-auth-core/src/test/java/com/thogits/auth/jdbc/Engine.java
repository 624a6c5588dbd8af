package com.thogits.auth.jdbc;

/** The databases that the stores are made for. */
enum Engine {
  H2 {
    @Override
    TestDatabase empty() {
      return H2Database.inMemory();
    }

    @Override
    TestDatabase withSchema() {
      return H2Database.inMemory().withSchema();
    }

    @Override
    String numbers(int last) {
      return "SYSTEM_RANGE(1, " + last + ") AS numbers";
    }
  },
  POSTGRESQL {
    @Override
    TestDatabase empty() {
      return PostgresDatabase.empty();
    }

    @Override
    TestDatabase withSchema() {
      return PostgresDatabase.withSchema();
    }

    @Override
    String numbers(int last) {
      return "GENERATE_SERIES(1, " + last + ") AS numbers (x)";
    }
  };

  abstract TestDatabase empty();

  abstract TestDatabase withSchema();

  /** A table with the column x, to select from. */
  abstract String numbers(int last);
}
