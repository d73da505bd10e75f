package org.cmm.server.incident;

import java.time.Instant;
import java.util.List;
import org.cmm.core.alert.Severity;
import org.cmm.server.access.Language;

/** Something that knows who is on call, and who is told next when nobody acknowledges. */
public interface DutySource {

    /** What is true at this moment for incidents of this scope and severity, in words; empty when nothing is set up. */
    List<Duty> at(Scope scope, Severity severity, Instant now, Language language);

    /**
     * Who, and in which part.
     *
     * @param part such as {@code Nights} or {@code after 15 min}
     * @param who names
     */
    record Duty(String part, String who) {}
}
