package com.thogits.auth.bench.spring;

import java.time.Instant;
import java.util.List;

/** The example's answer, field by field; application.properties has the names in snake case. */
record UserInfo(
    String userId,
    String email,
    String displayName,
    Instant createdAt,
    List<String> oauthProviders,
    boolean hasPassword,
    boolean hasTotp) {}
