/** Several nodes on one store that a seed drives, and what must hold after every step. */
@NullMarked
package com.thogits.auth.simulation;

import org.jspecify.annotations.NullMarked;
