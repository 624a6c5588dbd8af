package com.thogits.auth;

/** The two ways in which a right password is answered. */
public sealed interface LoginResult permits SignedIn, TotpRequired {}
