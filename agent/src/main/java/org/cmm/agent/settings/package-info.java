/** What a person may set, from flags, the environment and a file, checked as a whole. */
@NullMarked
package org.cmm.agent.settings;

import org.jspecify.annotations.NullMarked;
