package org.cmm.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cmm.core.alert.Replay.Episode;
import org.cmm.core.alert.Severity;
import org.cmm.server.alert.Replayed.Machine;
import org.cmm.server.alert.TrialPage.Bar;

/** A machine's alerts on a strip of {@value #WIDTH} units of time; those that would touch are one piece. */
record TrialStrip(Instant from, Instant to) {

    private static final int WIDTH = 1000;
    private static final int LEAST = 4;

    /** Alerts that lie so near to each other that nobody could tell them apart. */
    private record Piece(int from, int end, List<Episode> episodes) {

        Severity worst() {
            return episodes.stream()
                    .map(Episode::worst)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    List<Bar> of(Machine machine, TrialCards words) {
        List<Piece> pieces = new ArrayList<>();
        for (Episode episode : machine.episodes()) {
            int begin = Math.min(place(episode.from()), WIDTH - LEAST);
            int end = Math.max(begin + LEAST, place(episode.to().orElse(to)));
            if (!pieces.isEmpty() && begin <= pieces.getLast().end()) {
                Piece last = pieces.removeLast();
                last.episodes().add(episode);
                pieces.add(new Piece(last.from(), Math.max(last.end(), end), last.episodes()));
            } else {
                pieces.add(new Piece(begin, end, new ArrayList<>(List.of(episode))));
            }
        }
        return pieces.stream()
                .map(piece -> new Bar(
                        Words.word(piece.worst()),
                        piece.from(),
                        piece.end() - piece.from(),
                        words.title(piece.episodes(), machine.until())))
                .toList();
    }

    private int place(Instant time) {
        double whole = Duration.between(from, to).toMillis();
        double part = Duration.between(from, time).toMillis();
        return Math.clamp(Math.round(WIDTH * part / whole), 0, WIDTH);
    }
}
