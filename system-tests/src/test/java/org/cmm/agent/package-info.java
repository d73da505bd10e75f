/** Programs made of the agent's own parts, with one of them replaced. */
@NullMarked
package org.cmm.agent;

import org.jspecify.annotations.NullMarked;
