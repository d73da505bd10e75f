/** Outages and availability, from samples on the wire to what people see. */
@NullMarked
package org.cmm.system.outage;

import org.jspecify.annotations.NullMarked;
