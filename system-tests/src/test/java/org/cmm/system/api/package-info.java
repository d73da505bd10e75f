/** What the server promises to programs and demands of them: roles, honest refusals, a true description. */
@NullMarked
package org.cmm.system.api;

import org.jspecify.annotations.NullMarked;
