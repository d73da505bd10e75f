/** Silences with known causes, written as a table: what CMM's judge is measured by. */
@NullMarked
package org.cmm.causes;

import org.jspecify.annotations.NullMarked;
