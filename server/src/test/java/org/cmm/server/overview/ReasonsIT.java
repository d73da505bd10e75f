package org.cmm.server.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.metric.Unit;
import org.cmm.server.access.Language;
import org.cmm.server.alert.Measure;
import org.cmm.server.alert.Measure.Sort;
import org.cmm.server.alert.OpenAlert;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.Server;
import org.cmm.server.forecast.Forecasts.FullBetween;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a machine, in the unit of whatever is wrong. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class ReasonsIT {

    private static final Server SERVER = new Server(
            1, "pc-001", "Registry", null, "", "on-premise", null, List.of(), "", null, Instant.EPOCH, null, false);
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "system.filesystem.utilization{system.filesystem.mountpoint=/home} | 0.95 | RATIO   | HIGH     | Disk /home at 95 % for 2 h",
                "system.filesystem.usage{system.filesystem.mountpoint=/home} | 2147483648 | BYTES   | RISE     | Disk space used /home grows by 2 GiB/h, for 2 h",
                "system.memory.usage                                      | 1610612736 | BYTES   | FALL     | Memory used falls by 1.5 GiB/h, for 2 h",
                "hw.battery.charge{hw.id=BAT0}                            | 0.12       | RATIO   | LOW      | Battery charge BAT0 only 12 %, for 2 h",
                "system.cpu.utilization                                   | 600        | SECONDS | MISSING  | Processor in use: no reading for 2 h 10 min",
                "system.uptime                                            | 3          | COUNT   | RESTARTS | Restarted 3 times of late; alert for 2 h",
                "system.cpu.utilization                                   | 8.2        | COUNT   | UNUSUAL  | Processor in use unusual for this hour, 8.2 times the usual spread; alert for 2 h",
                "system.process.count                                     | 812        | COUNT   | HIGH     | Number of processes at 812 for 2 h"
            })
    void eachAlertIsToldInItsOwnUnit(String subject, double value, Unit unit, Sort sort, String sentence) {
        OpenAlert alert = new OpenAlert(7, 1, "own-rule", subject, "warning", NOW.minus(Duration.ofHours(2)), value);
        Machine machine = new Machine(
                SERVER,
                null,
                Condition.WARNING,
                List.of(alert),
                Map.of(7L, new Measure(unit, sort)),
                Readings.NONE,
                NOW.toEpochMilli(),
                Map.of());
        Reasons reasons = new Reasons(Wording.of(Language.ENGLISH, ZoneOffset.UTC), NOW);
        assertThat(reasons.of(machine).replace('\u202f', ' ')).isEqualTo(sentence);
    }

    @Test
    void aDiskThatWillBeFullIsToldByItsDays() {
        String subject = "system.filesystem.utilization{system.filesystem.mountpoint=/home}";
        OpenAlert alert =
                new OpenAlert(7, 1, "disk-full", subject, "warning", NOW.minus(Duration.ofHours(2)), 4 * 86_400);
        FullBetween full = new FullBetween(
                NOW.plus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(4)), NOW.plus(Duration.ofDays(5)));
        Machine machine = new Machine(
                SERVER,
                null,
                Condition.WARNING,
                List.of(alert),
                Map.of(7L, new Measure(Unit.SECONDS, Sort.LOW)),
                Readings.NONE,
                NOW.toEpochMilli(),
                Map.of(7L, Optional.of(full)));
        assertThat(new Reasons(Wording.of(Language.ENGLISH, ZoneOffset.UTC), NOW).of(machine))
                .isEqualTo("Disk /home full between Tuesday and Friday");
        assertThat(new Reasons(Wording.of(Language.FRENCH, ZoneOffset.UTC), NOW).of(machine))
                .isEqualTo("Disque /home plein entre mardi et vendredi");
    }
}
