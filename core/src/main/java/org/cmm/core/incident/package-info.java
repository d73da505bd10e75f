/** What people work on: alerts of one cause, from the first to the last, and what of it is told to whom and when. */
@NullMarked
package org.cmm.core.incident;

import org.jspecify.annotations.NullMarked;
