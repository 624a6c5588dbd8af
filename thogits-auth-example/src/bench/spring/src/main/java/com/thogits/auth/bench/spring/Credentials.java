package com.thogits.auth.bench.spring;

/** What registration and login are sent. */
record Credentials(String email, String password) {}
