package org.cmm.agent.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cmm.agent.clock.Anchor;
import org.cmm.agent.clock.Moment;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;
import org.cmm.protocol.MachineEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventBookIT {
    private static final Moment MOMENT = new Moment("boot", 50_000, 1_000);

    @TempDir
    Path directory;

    @Test
    void keepsEventsUntilTheServerHasThem() throws Exception {
        var first = new Noted(event("a", 7L, "power-button"), Optional.of(MOMENT));
        var second = new Noted(event("b", null, null), Optional.empty());
        EventBook book = EventBook.open(directory);
        book.note(List.of(first));
        book.noteLog(List.of(second), 12);
        book.noteBoot("boot");

        EventBook again = EventBook.open(directory);
        assertThat(again.waiting()).containsExactly(first, second);
        assertThat(again.logPlace()).isEqualTo(12);
        assertThat(again.bootTold()).isEqualTo("boot");

        again.delivered(List.of(first));
        assertThat(EventBook.open(directory).waiting()).containsExactly(second);
    }

    @Test
    void ofTooManyTheOldestGo() throws Exception {
        EventBook book = EventBook.open(directory);
        book.note(IntStream.range(0, MachineEvents.MOST + 5)
                .mapToObj(number -> new Noted(event("e" + number, null, null), Optional.empty()))
                .toList());

        assertThat(book.waiting()).hasSize(MachineEvents.MOST);
        assertThat(book.waiting().get(0).event().key()).isEqualTo("e5");
    }

    @Test
    void aBookThatCannotBeReadBeginsAnew() throws Exception {
        Files.writeString(directory.resolve("events"), "{ torn");

        assertThat(EventBook.open(directory).waiting()).isEmpty();
    }

    @Test
    void tellsTimesByTheClockThatWasSetSince() {
        var noted = new Noted(event("a", 40_000L, null), Optional.of(MOMENT));
        var set = new Anchor(1, new Moment("boot", 9_000_000, 2_000));

        assertThat(noted.by(set).atMillis()).isEqualTo(50_000 + 8_949_000);
        assertThat(noted.by(set).sinceMillis()).isEqualTo(40_000 + 8_949_000);
        assertThat(noted.by(new Anchor(1, new Moment("another boot", 0, 0))).atMillis())
                .isEqualTo(50_000);
    }

    private static MachineEvent event(String key, @Nullable Long since, @Nullable String detail) {
        return new MachineEvent(key, MachineEventKind.WOKE, Evidence.CLOCKS, 50_000, since, detail);
    }
}
