/**
 * What can be computed without simulating: the models of maintenance whose answers are formulas. Experiments are
 * checked against them, and a question that one of them answers needs no experiment. Free of units, as laws are: hours
 * in, hours out. All of it is pure.
 */
@NullMarked
package org.cmm.core.reliability;

import org.jspecify.annotations.NullMarked;
