/** Who may do what: users, roles, sessions, tokens, and the log of who changed what. */
@NullMarked
package org.cmm.server.access;

import org.jspecify.annotations.NullMarked;
