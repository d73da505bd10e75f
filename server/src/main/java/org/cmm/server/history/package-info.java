/** History: samples on disk, the latest of each server in memory, and charts of both. */
@NullMarked
package org.cmm.server.history;

import org.jspecify.annotations.NullMarked;
