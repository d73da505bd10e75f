package org.cmm.server.outage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.outage.Fact;
import org.cmm.core.outage.Part;
import org.cmm.core.outage.Span;
import org.cmm.server.platform.Spelling;
import org.jspecify.annotations.Nullable;

/** Facts and parts of a verdict as the database keeps them. */
@Singleton
class VerdictJson {

    private final ObjectMapper json;

    VerdictJson(ObjectMapper json) {
        this.json = json;
    }

    /** A fact in plain JSON types. */
    record FactText(
            String what, @Nullable Instant at, @Nullable Long seconds, int machines, String detail) {}

    /** A part in plain JSON types. */
    record PartText(Instant from, Instant to, String cause) {}

    String ofFacts(List<Fact> facts) {
        return written(facts.stream()
                .map(fact -> new FactText(
                        Spelling.of(fact.what()),
                        fact.at().orElse(null),
                        fact.lasted().map(Duration::toSeconds).orElse(null),
                        fact.machines(),
                        fact.detail()))
                .toList());
    }

    String ofParts(List<Part> parts) {
        return written(parts.stream()
                .map(part -> new PartText(part.span().from(), part.span().to(), Spelling.of(part.cause())))
                .toList());
    }

    /** What a newer CMM kept in words of its own is left out. */
    List<Fact> facts(String text) {
        return read(text, new TypeReference<List<FactText>>() {}).stream()
                .flatMap(VerdictJson::fact)
                .toList();
    }

    private static Stream<Fact> fact(FactText text) {
        return Arrays.stream(Fact.What.values())
                .filter(what -> Spelling.of(what).equals(text.what()))
                .map(what -> new Fact(
                        what,
                        Optional.ofNullable(text.at()),
                        Optional.ofNullable(text.seconds()).map(Duration::ofSeconds),
                        text.machines(),
                        text.detail()));
    }

    List<Part> parts(String text) {
        return read(text, new TypeReference<List<PartText>>() {}).stream()
                .map(part -> new Part(new Span(part.from(), part.to()), Words.storedCause(part.cause())))
                .toList();
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
