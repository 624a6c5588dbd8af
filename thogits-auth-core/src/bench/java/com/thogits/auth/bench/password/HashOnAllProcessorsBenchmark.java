package com.thogits.auth.bench.password;

import org.openjdk.jmh.annotations.Threads;

/** As many callers as there are processors. */
@Threads(Threads.MAX)
public class HashOnAllProcessorsBenchmark extends PasswordHash {}
