package com.thogits.auth;

/** A live session and its user, read one after the other. */
record LiveSession(Session session, User user) {}
