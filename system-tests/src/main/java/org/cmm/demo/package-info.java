/** A made-up fleet for {@code ./cmm dev}: a program that enrols and delivers over HTTP as real agents do. */
@NullMarked
package org.cmm.demo;

import org.jspecify.annotations.NullMarked;
