package com.thogits.auth.bench.password;

import org.openjdk.jmh.annotations.Threads;

/** Eight callers at once, for the memory that the process takes. */
@Threads(8)
public class HashEightAtOnceBenchmark extends PasswordHash {}
