package org.cmm.agent.windows;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log that Windows calls System, each event as its XML. Names and numbers in it are not translated. */
public final class EventLog {
    private static final int BY_CHANNEL = 0x1;
    private static final int OLDEST_FIRST = 0x100;
    private static final int AS_XML = 1;
    private static final int MOST_BYTES = 64 * 1024;
    private static final int PATIENCE_MILLIS = 2_000;

    /**
     * Events of the log, oldest first.
     *
     * @param query in the log's own language, XPath 1.0 as Microsoft restricts it
     * @throws IllegalStateException when the log cannot be read
     */
    public List<String> read(String query, int most) {
        Pointer result = Library.EVENTS.callPointer(
                "EvtQuery", null, new WString("System"), new WString(query), BY_CHANNEL | OLDEST_FIRST);
        if (result == null) {
            throw new IllegalStateException("the event log cannot be read");
        }
        try {
            var events = new ArrayList<String>();
            for (Optional<String> one = next(result); one.isPresent() && events.size() < most; one = next(result)) {
                events.add(one.get());
            }
            return events;
        } finally {
            Library.EVENTS.call("EvtClose", result);
        }
    }

    private static Optional<String> next(Pointer result) {
        byte[] handle = new byte[8];
        if (Library.EVENTS.call("EvtNext", result, 1, handle, PATIENCE_MILLIS, 0, new byte[4]) == 0) {
            return Optional.empty();
        }
        var event = new Pointer(number(handle).getLong());
        try {
            byte[] text = new byte[MOST_BYTES];
            byte[] used = new byte[4];
            int done = Library.EVENTS.call("EvtRender", null, event, AS_XML, text.length, text, used, new byte[4]);
            String xml = done == 0
                    ? ""
                    : new String(text, 0, Math.min(number(used).getInt(), text.length), StandardCharsets.UTF_16LE);
            return Optional.of(xml);
        } finally {
            Library.EVENTS.call("EvtClose", event);
        }
    }

    private static ByteBuffer number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
