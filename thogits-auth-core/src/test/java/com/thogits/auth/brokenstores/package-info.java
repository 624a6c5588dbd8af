/** Stores with one defect each, to see that the contracts catch it. */
@NullMarked
package com.thogits.auth.brokenstores;

import org.jspecify.annotations.NullMarked;
