/** The pages in a real browser. */
@NullMarked
package org.cmm.system.browser;

import org.jspecify.annotations.NullMarked;
