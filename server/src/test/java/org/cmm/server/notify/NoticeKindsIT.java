package org.cmm.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cmm.core.alert.Severity;
import org.cmm.core.metric.Unit;
import org.cmm.server.access.Language;
import org.cmm.server.alert.Measure;
import org.cmm.server.alert.Measure.Sort;
import org.cmm.server.notify.Happening.Findings;
import org.cmm.server.notify.Happening.Trouble;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a notice says of each kind of rule. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class NoticeKindsIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hw.battery.charge{hw.id=BAT0} | 0.12 | 0.2 | RATIO | LOW | Battery charge BAT0 12 %, at 20 % or less",
                "system.filesystem.usage{system.filesystem.mountpoint=/home} | 3221225472 | 1073741824 | BYTES | RISE | Disk space used /home grows by 3 GiB/h, at 1 GiB/h or more",
                "system.memory.usage | 3221225472 | 1073741824 | BYTES | FALL | Memory used falls by 3 GiB/h, at 1 GiB/h or more",
                "system.cpu.utilization | 900 | 600 | SECONDS | MISSING | CPU: no reading for 15 min, at 10 min or more",
                "system.uptime | 3 | 3 | COUNT | RESTARTS | Restarted, 3 times of late, at 3 or more"
            })
    void eachKindIsToldInItsOwnWords(
            String subject, double value, double level, Unit unit, Sort sort, String sentence) {
        Instant now = Instant.parse("2026-11-29T08:00:00Z");
        Happening usual = Mailroom.happening(1, Happening.What.OPENED, Severity.WARNING, now.minusSeconds(600), now);
        Happening happening = new Happening(
                usual.event(),
                usual.incident(),
                usual.what(),
                usual.severity(),
                usual.at(),
                usual.since(),
                usual.place(),
                new Findings(
                        List.of(new Trouble(
                                "own-rule",
                                subject,
                                Severity.WARNING,
                                value,
                                new Measure(unit, sort),
                                OptionalDouble.of(level),
                                OptionalDouble.empty(),
                                Optional.empty())),
                        List.of(),
                        "",
                        ""));
        assertThat(new NoticeWords(Language.ENGLISH).text(happening).body().replace('\u202f', ' '))
                .contains("What: " + sentence);
    }

    @Test
    void aDrillSaysSoFirstOfAll() {
        Instant now = Instant.parse("2026-11-29T08:00:00Z");
        Happening real = Mailroom.happening(1, Happening.What.OPENED, Severity.WARNING, now.minusSeconds(600), now);
        Happening drill = new Happening(
                real.event(),
                real.incident(),
                real.what(),
                real.severity(),
                real.at(),
                real.since(),
                real.place(),
                real.findings(),
                true);

        NoticeText french = new NoticeWords(Language.FRENCH).text(drill);
        assertThat(french.title()).startsWith("Exercice : ");
        assertThat(french.body()).startsWith("Ceci est un exercice");
        assertThat(new NoticeWords(Language.ENGLISH).text(drill).brief()).startsWith("Drill: ");
        assertThat(new NoticeWords(Language.ENGLISH).text(real).title()).doesNotContain("Drill");
    }
}
