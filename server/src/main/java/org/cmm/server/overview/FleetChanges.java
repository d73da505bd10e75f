package org.cmm.server.overview;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cmm.server.overview.FleetPages.Templates;

/** Remembers what one page shows, and says what must change on it. Used by one stream, one view at a time. */
final class FleetChanges {

    private final Sse sse;
    private FleetDigest shown;

    /** @param shown what the page shows already */
    FleetChanges(FleetDigest shown, Sse sse) {
        this.shown = shown;
        this.sse = sse;
    }

    /** The events that bring the page up to this view; none when it shows it already. */
    synchronized List<OutboundSseEvent> since(FleetView view, Function<TemplateInstance, String> html) {
        FleetDigest before = shown;
        FleetDigest now = FleetDigest.of(view);
        shown = now;
        if (!before.sameRowsAs(now)) {
            return List.of(again(now));
        }
        return parts(before, now, view).stream()
                .map(part -> event(now, "part", html.apply(part)))
                .toList();
    }

    private static List<TemplateInstance> parts(FleetDigest before, FleetDigest now, FleetView view) {
        List<TemplateInstance> parts = new ArrayList<>();
        if (!before.head().equals(now.head())) {
            parts.add(Templates.head(view));
        }
        if (!before.strips().equals(now.strips())) {
            parts.add(Templates.strips(view.strips(), view.moreSites()));
        }
        if (!before.chips().equals(now.chips())) {
            parts.add(Templates.chips(view));
        }
        for (int index = 0; index < view.rows().size(); index++) {
            if (!before.rows().get(index).equals(now.rows().get(index))) {
                parts.add(Templates.row(view.rows().get(index)));
            }
        }
        return parts;
    }

    /** Rows changed places, so the page had better be fetched again. */
    private OutboundSseEvent again(FleetDigest now) {
        return event(now, "again", "-");
    }

    private OutboundSseEvent event(FleetDigest now, String name, String data) {
        return sse.newEventBuilder()
                .name(name)
                .id(now.toString())
                .mediaType(MediaType.TEXT_HTML_TYPE)
                .data(data)
                .build();
    }
}
