/** Rows on disk between the moment they are measured and the moment the server has them. */
@NullMarked
package org.cmm.agent.spool;

import org.jspecify.annotations.NullMarked;
