/** Encryption of what people and agents exchange with CMM: its authority, its certificate, their renewal. */
@NullMarked
package org.cmm.server.tls;

import org.jspecify.annotations.NullMarked;
