package org.cmm.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.Entry.Kind;
import org.cmm.core.incident.IncidentState.Stage;

/** Whatever happens, in whatever order and however often it is reported. */
class IncidentPropertiesTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Set<Kind> BEGINNINGS = Set.of(Kind.OPENED, Kind.REOPENED, Kind.FLAPPING, Kind.STILL_THERE);

    /** One thing that happens, some seconds after the one before. */
    record Happening(int what, int alert, Severity severity, int seconds, boolean window) {}

    @Property
    void beginningAndEndAreToldInTurns(@ForAll("histories") List<Happening> history) {
        boolean telling = false;
        for (Entry entry : told(history, false)) {
            if (entry.kind() == Kind.RECOVERED) {
                assertThat(telling).as("told of the beginning").isTrue();
                telling = false;
            } else if (BEGINNINGS.contains(entry.kind()) && !telling) {
                telling = true;
            } else {
                assertThat(entry.kind()).isNotIn(Kind.OPENED, Kind.REOPENED);
            }
        }
    }

    @Property
    void aRestartBetweenAnyTwoHappeningsChangesNothing(@ForAll("histories") List<Happening> history) {
        assertThat(told(history, true)).isEqualTo(told(history, false));
    }

    @Property
    void reportingEverythingTwiceChangesNothing(@ForAll("histories") List<Happening> history) {
        List<Happening> twice = new ArrayList<>();
        for (Happening one : history) {
            twice.add(one);
            if (one.what() < 3) {
                twice.add(new Happening(one.what(), one.alert(), one.severity(), 0, one.window()));
            }
        }
        assertThat(told(twice, false)).isEqualTo(told(history, false));
    }

    @Property
    void whateverWasToldIsToldToBeOverInTheEnd(@ForAll("histories") List<Happening> history) {
        List<Happening> whole = new ArrayList<>(history);
        for (int alert = 0; alert < 4; alert++) {
            whole.add(new Happening(2, alert, Severity.INFO, 1, false));
        }
        whole.add(new Happening(3, 0, Severity.INFO, 2 * 3600, true));
        List<Entry> told = told(whole, false);
        if (!told.isEmpty()) {
            assertThat(told.getLast().kind()).isEqualTo(Kind.RECOVERED);
        }
    }

    private static List<Entry> told(List<Happening> history, boolean restarting) {
        List<Entry> told = new ArrayList<>();
        Instant now = NOON;
        Incident incident = Incident.opened(0, Severity.WARNING, now, Optional.empty());
        for (Happening one : history) {
            now = now.plusSeconds(one.seconds());
            if (restarting) {
                told.addAll(incident.entries());
                incident = new Incident(incident.state());
            }
            happen(incident, one, now);
        }
        told.addAll(incident.entries());
        return told.stream().filter(Entry::isTold).toList();
    }

    private static void happen(Incident incident, Happening one, Instant now) {
        Optional<String> window = one.window() ? Optional.of("window:1") : Optional.empty();
        if (incident.state().stage() == Stage.CLOSED) {
            return;
        }
        boolean over = incident.state().firing().isEmpty();
        switch (one.what()) {
            case 0 -> incident.raised(one.alert(), one.severity(), now, window);
            case 1 -> incident.moved(one.alert(), one.severity(), now, window);
            case 2 -> incident.cleared(one.alert(), now);
            case 3 -> incident.tick(now, window);
            case 4 -> {
                if (!over) {
                    incident.acknowledge("awa", Optional.of(now.plusSeconds(900)), now);
                }
            }
            default -> {
                if (!over) {
                    incident.snooze("awa", now.plusSeconds(600), now);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Severity.values()),
                        Arbitraries.integers().between(0, 1800),
                        Arbitraries.of(true, false))
                .as(Happening::new)
                .list()
                .ofMaxSize(40);
    }
}
