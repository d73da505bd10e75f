package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cmm.core.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineWishTest {

    private static final Scenario SCHOOL =
            Presets.find("school-lab").orElseThrow().scenario();

    @Test
    void nothingAskedForIsFourWeeksOfTheFirstAndTheThirdPolicy() {
        TimelineWish wish = wish(null, List.of(), null, null, null);

        assertThat(wish).isEqualTo(new TimelineWish(0, List.of(0, 2), 0, 0, 28));
        assertThat(wish.query()).isEqualTo("?replication=1&site=0&day=0&days=28&policy=0&policy=2");
    }

    @Test
    void whatIsAskedForIsShown() {
        assertThat(wish("7", List.of("3", "1"), "0", "100", "7"))
                .isEqualTo(new TimelineWish(6, List.of(1, 3), 0, 100, 7));
    }

    @Test
    void oneCannotGoBackBeyondTheStart() {
        assertThat(wish("1", List.of("0"), "0", "3", "7").at(-4).day()).isZero();
    }

    @Property
    void whateverIsWrittenThereIsSomethingToSee(
            @ForAll String replication,
            @ForAll String policy,
            @ForAll String site,
            @ForAll long day,
            @ForAll int days) {
        TimelineWish wish = wish(replication, List.of(policy), site, Long.toString(day), Integer.toString(days));

        assertThat(wish.replication()).isBetween(0, 199);
        assertThat(wish.policies()).isNotEmpty().allMatch(place -> place >= 0 && place < 4);
        assertThat(wish.site()).isZero();
        assertThat(wish.day()).isBetween(0, 365);
        assertThat(TimelineWish.LENGTHS).contains(wish.days());
    }

    private static TimelineWish wish(
            @Nullable String replication,
            List<String> policies,
            @Nullable String site,
            @Nullable String day,
            @Nullable String days) {
        return TimelineWish.of(replication, policies, site, day, days, 200, SCHOOL);
    }
}
