/** The server: one package a feature, and {@code platform} for plumbing that knows no word of the domain. */
@NullMarked
package org.cmm.server;

import org.jspecify.annotations.NullMarked;
