/**
 * Whom to tell what and when: quiet hours, back-off, digests, escalation, on-call weeks, holidays, texts for phones.
 */
@NullMarked
package org.cmm.core.notify;

import org.jspecify.annotations.NullMarked;
