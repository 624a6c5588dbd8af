/** A small model of what the service promises, and random use that is held against it. */
@NullMarked
package com.thogits.auth.model;

import org.jspecify.annotations.NullMarked;
