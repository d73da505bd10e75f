/**
 * What an experiment simulates: sites, machines, their parts, the people who mend them, and the policies to compare.
 */
@NullMarked
package org.cmm.core.scenario;

import org.jspecify.annotations.NullMarked;
