/** What a session check costs, and a login's new session, on each kind of store. */
package com.thogits.auth.bench.sessions;
