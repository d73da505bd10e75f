@NullMarked
package org.cmm.causes;

import org.jspecify.annotations.NullMarked;
