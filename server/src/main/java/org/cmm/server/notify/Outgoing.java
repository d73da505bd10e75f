package org.cmm.server.notify;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One notice on its way, in the words of whom it is for.
 *
 * @param key what a counterpart knows it by when it comes a second time
 * @param to where the channel finds the person; empty when it leads to one place
 * @param title one line
 * @param body everything, line by line, without the link
 * @param brief one segment of a text message
 * @param link where to look; empty when CMM does not know its own address
 * @param facts for programs
 */
record Outgoing(
        UUID key,
        String to,
        String title,
        String body,
        String brief,
        String link,
        String severity,
        Instant at,
        Map<String, Object> facts) {

    Outgoing {
        facts = Map.copyOf(facts);
    }

    /** Title, text and link as one text; of a text that is too long the end is cut, and never the link. */
    String whole(int most) {
        String end = link.isEmpty() ? "" : "\n\n" + link;
        String begin = title + "\n\n" + body;
        int room = most - end.length();
        return (begin.length() <= room ? begin : begin.substring(0, Math.max(0, room - 1)) + "…") + end;
    }
}
