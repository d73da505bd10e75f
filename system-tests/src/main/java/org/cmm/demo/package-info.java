/** What {@code ./cmm dev} does beside the server: comes in as the first administrator and asks for a demo fleet. */
@NullMarked
package org.cmm.demo;

import org.jspecify.annotations.NullMarked;
