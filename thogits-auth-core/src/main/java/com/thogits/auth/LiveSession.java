package com.thogits.auth;

/** A session that was found alive, and its user. */
record LiveSession(Session session, User user) {}
