/**
 * What agent and server say to each other: samples in a compact binary form, everything else as JSON objects whose
 * field names are the record components here.
 */
@NullMarked
package org.cmm.protocol;

import org.jspecify.annotations.NullMarked;
