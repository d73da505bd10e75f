package org.cmm.agent.witness;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cmm.agent.clock.Moment;
import org.cmm.agent.disk.WholeFile;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;

/** An {@link EventBook} on disk, as JSON. */
record BookFile(Path path) {
    BookPage read() {
        try {
            JsonObject page = JsonParser.object().from(Files.readString(path));
            List<Noted> waiting = page.getArray("waiting", new JsonArray()).stream()
                    .filter(JsonObject.class::isInstance)
                    .flatMap(entry -> noted((JsonObject) entry).stream())
                    .toList();
            return new BookPage(page.getString("boot", ""), page.getLong("logPlace"), waiting);
        } catch (IOException | JsonParserException e) {
            return BookPage.EMPTY;
        }
    }

    void write(BookPage page) throws IOException {
        String text = JsonWriter.string(JsonObject.builder()
                .value("boot", page.boot())
                .value("logPlace", page.logPlace())
                .value("waiting", page.waiting().stream().map(BookFile::json).toList())
                .done());
        WholeFile.replace(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject json(Noted noted) {
        MachineEvent event = noted.event();
        var entry = JsonObject.builder()
                .value("key", event.key())
                .value("kind", event.kind().word())
                .value("evidence", event.evidence().word())
                .value("at", event.atMillis())
                .value("since", event.sinceMillis())
                .value("detail", event.detail());
        noted.moment().ifPresent(moment -> entry.value("boot", moment.boot())
                .value("wall", moment.wallMillis())
                .value("elapsed", moment.elapsedMillis()));
        return entry.done();
    }

    /** An entry of another version that cannot be understood is left out. */
    private static Optional<Noted> noted(JsonObject entry) {
        Optional<MachineEventKind> kind = MachineEventKind.of(entry.getString("kind", ""));
        Optional<Evidence> evidence = Evidence.of(entry.getString("evidence", ""));
        if (kind.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        Long since = entry.isNumber("since") ? Long.valueOf(entry.getLong("since")) : null;
        var event = new MachineEvent(
                entry.getString("key", ""),
                kind.get(),
                evidence.get(),
                entry.getLong("at"),
                since,
                entry.getString("detail"));
        Optional<Moment> moment = entry.isString("boot")
                ? Optional.of(new Moment(entry.getString("boot"), entry.getLong("wall"), entry.getLong("elapsed")))
                : Optional.empty();
        return Optional.of(new Noted(event, moment));
    }
}
