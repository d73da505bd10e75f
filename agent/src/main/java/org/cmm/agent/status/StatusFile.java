package org.cmm.agent.status;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.cmm.agent.disk.WholeFile;
import org.cmm.agent.status.AgentStatus.Connection;
import org.cmm.agent.status.AgentStatus.Practice;
import org.cmm.agent.status.AgentStatus.Present;
import org.cmm.agent.status.AgentStatus.Waiting;

/** The status on disk, as JSON. It holds no secret. */
public final class StatusFile {
    private final Path file;

    public StatusFile(Path dataDirectory) {
        file = dataDirectory.resolve("status");
    }

    void write(AgentStatus status) throws IOException {
        var json = JsonObject.builder()
                .value("pid", status.pid())
                .value("version", status.version())
                .value("server", status.server().toString())
                .value("written", status.writtenMillis())
                .value("samples", status.waiting().samples())
                .value("bytes", status.waiting().bytes());
        status.enrolledAs().ifPresent(name -> json.value("enrolledAs", name));
        status.deliveredMillis().ifPresent(at -> json.value("delivered", at));
        status.waiting().oldestMillis().ifPresent(at -> json.value("oldest", at));
        json.value("drills", new JsonArray(status.practice().allowed()))
                .value("longest", status.practice().longestSeconds());
        status.practice().present().ifPresent(drill -> json.value("drill", drill.fault())
                .value("drillSince", drill.sinceMillis())
                .value("drillSeconds", drill.seconds()));
        if (status.connection() instanceof Connection.Up up) {
            json.value("up", up.sinceMillis());
        } else if (status.connection() instanceof Connection.Down down) {
            json.value("down", down.sinceMillis()).value("why", down.why());
        }
        WholeFile.swap(file, JsonWriter.string(json.done()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What an agent wrote last.
     *
     * @throws IOException when there is nothing, or nothing that can be read
     */
    AgentStatus read() throws IOException {
        try {
            JsonObject json = JsonParser.object().from(Files.readString(file));
            return new AgentStatus(
                    json.getLong("pid"),
                    json.getString("version", ""),
                    URI.create(json.getString("server", "")),
                    Optional.ofNullable(json.getString("enrolledAs")),
                    json.has("up")
                            ? new Connection.Up(json.getLong("up"))
                            : new Connection.Down(json.getLong("down"), json.getString("why", "")),
                    number(json, "delivered"),
                    new Waiting(json.getLong("samples"), json.getLong("bytes"), number(json, "oldest")),
                    practice(json),
                    json.getLong("written"));
        } catch (JsonParserException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Practice practice(JsonObject json) {
        List<String> allowed = json.getArray("drills", new JsonArray()).stream()
                .map(String::valueOf)
                .collect(Collectors.toList());
        Optional<Present> present = Optional.ofNullable(json.getString("drill"))
                .map(fault -> new Present(fault, json.getLong("drillSince"), json.getLong("drillSeconds")));
        return new Practice(allowed, json.getLong("longest"), present);
    }

    private static OptionalLong number(JsonObject json, String key) {
        return json.has(key) ? OptionalLong.of(json.getLong(key)) : OptionalLong.empty();
    }
}
