/** What Windows' own calls answer, as they answer it: nothing here depends on the language that Windows speaks. */
@NullMarked
package org.cmm.agent.windows;

import org.jspecify.annotations.NullMarked;
