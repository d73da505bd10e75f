package org.cmm.server.overview;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cmm.server.overview.FleetPages.Templates;
import org.jspecify.annotations.Nullable;

/** Remembers what one page shows, and says what must change on it. Used by one stream, one view at a time. */
final class FleetChanges {

    private static final int MOST_ROWS = 25;

    private final String seen;
    private final Sse sse;
    private @Nullable FleetView shown;

    /** @param seen digest of what the page shows already */
    FleetChanges(String seen, Sse sse) {
        this.seen = seen;
        this.sse = sse;
    }

    /** The events that bring the page up to this view; none when it shows it already. */
    synchronized List<OutboundSseEvent> since(FleetView view, Function<TemplateInstance, String> html) {
        FleetView before = shown;
        shown = view;
        if (before == null) {
            return view.digest().equals(seen) ? List.of() : List.of(again(view));
        }
        if (!before.sameRowsAs(view)) {
            return List.of(again(view));
        }
        List<TemplateInstance> parts = parts(before, view);
        return parts.size() > MOST_ROWS
                ? List.of(again(view))
                : parts.stream().map(part -> part(view, html.apply(part))).toList();
    }

    private static List<TemplateInstance> parts(FleetView before, FleetView view) {
        List<TemplateInstance> parts = new ArrayList<>();
        if (!before.sentence().equals(view.sentence()) || !before.aside().equals(view.aside())) {
            parts.add(Templates.head(view));
        }
        if (!before.strips().equals(view.strips())) {
            parts.add(Templates.strips(view.strips(), view.moreSites()));
        }
        if (!before.chips().equals(view.chips())) {
            parts.add(Templates.chips(view));
        }
        for (int index = 0; index < view.rows().size(); index++) {
            if (!before.rows().get(index).equals(view.rows().get(index))) {
                parts.add(Templates.row(view.rows().get(index)));
            }
        }
        return parts;
    }

    private OutboundSseEvent part(FleetView view, String html) {
        return event(view, "part", html);
    }

    /** So much changed that the page had better be fetched again, compressed. */
    private OutboundSseEvent again(FleetView view) {
        return event(view, "again", "");
    }

    private OutboundSseEvent event(FleetView view, String name, String data) {
        return sse.newEventBuilder()
                .name(name)
                .id(view.digest())
                .mediaType(MediaType.TEXT_HTML_TYPE)
                .data(data.isEmpty() ? "-" : data)
                .build();
    }
}
