package org.cmm.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.cmm.core.metric.Unit;
import org.junit.jupiter.api.Test;

class HabitTest {

    private static final ZoneId DOUALA = ZoneId.of("Africa/Douala");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A Monday; clocks in Paris go back on 25 October. */
    private static final Instant MONDAY = Instant.parse("2026-10-05T00:00:00Z");

    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    void workingHoursAreAHabit() {
        Habit habit = habit(6, DOUALA, HabitTest::office);
        assertThat(habit.hoursKnown()).isEqualTo(168);
        assertThat(at(habit, "2026-11-23T10:20:00Z").median()).isCloseTo(0.6, within(0.001));
        assertThat(at(habit, "2026-11-23T02:00:00Z").median()).isCloseTo(0.1, within(0.001));
        assertThat(at(habit, "2026-11-22T10:20:00Z").median()).isCloseTo(0.1, within(0.001));
    }

    @Test
    void anHourEndsWhenTheNextBegins() {
        Habit habit = habit(6, DOUALA, HabitTest::office);
        assertThat(at(habit, "2026-11-23T10:20:30.500Z").untilMillis())
                .isEqualTo(Instant.parse("2026-11-23T11:00:00Z").toEpochMilli());
        assertThat(at(habit, "2026-11-23T11:00:00Z").untilMillis())
                .isEqualTo(Instant.parse("2026-11-23T12:00:00Z").toEpochMilli());
    }

    @Test
    void clocksThatAreChangedMoveTheHabitWithThem() {
        Habit habit = habit(6, PARIS, HabitTest::office);
        assertThat(at(habit, "2026-11-23T08:30:00Z").median()).isCloseTo(0.6, within(0.001));
        assertThat(at(habit, "2026-11-23T06:30:00Z").median()).isCloseTo(0.1, within(0.001));
        assertThat(at(habit, "2027-04-05T06:30:00Z").median()).isCloseTo(0.6, within(0.001));
        assertThat(at(habit, "2026-10-25T00:30:00Z").untilMillis())
                .isEqualTo(Instant.parse("2026-10-25T01:00:00Z").toEpochMilli());
    }

    @Test
    void twoWeeksAreNoHabit() {
        assertThat(habit(2, DOUALA, HabitTest::office).hoursKnown()).isZero();
        assertThat(at(habit(2, DOUALA, HabitTest::office), "2026-11-23T10:20:00Z")
                        .median())
                .isNaN();
    }

    @Test
    void nothingIsNoHabit() {
        Habit habit = Habit.of(new Habit.Readings(Unit.RATIO, new long[0], new double[0]), DOUALA);
        assertThat(habit.hoursKnown()).isZero();
    }

    @Test
    void oneWildWeekOfSixMovesNothing() {
        Habit usual = habit(6, DOUALA, HabitTest::office);
        Habit wild =
                habit(6, DOUALA, time -> time.toInstant().isBefore(MONDAY.plus(Duration.ofDays(7))) ? 1 : office(time));
        assertThat(at(wild, "2026-11-23T10:20:00Z").median())
                .isCloseTo(at(usual, "2026-11-23T10:20:00Z").median(), within(0.001));
        assertThat(at(wild, "2026-11-23T10:20:00Z").spread())
                .isCloseTo(at(usual, "2026-11-23T10:20:00Z").spread(), within(0.001));
    }

    @Test
    void aMachineThatAlwaysIdlesMayBreathe() {
        Habit habit = habit(6, DOUALA, _ -> 0.01);
        assertThat(at(habit, "2026-11-23T10:20:00Z").spread()).isCloseTo(0.03, within(0.0001));
    }

    @Test
    void largeNumbersKeepAThousandth() {
        Habit habit = Habit.of(readings(6, _ -> 3e12, Unit.BYTES), DOUALA);
        assertThat(at(habit, "2026-11-23T10:20:00Z").median()).isCloseTo(3e12, within(3e9));
        assertThat(at(habit, "2026-11-23T10:20:00Z").spread()).isCloseTo(3e11, within(3e9));
    }

    @Property(seed = "1", tries = 60)
    void orderDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        Habit.Readings sorted = readings(4, time -> office(time) + 0.1 * random.nextDouble(), Unit.RATIO);
        int count = sorted.values().length;
        int[] order = IntStream.range(0, count).toArray();
        for (int index = count - 1; index > 0; index--) {
            int other = random.nextInt(index + 1);
            int swapped = order[index];
            order[index] = order[other];
            order[other] = swapped;
        }
        Habit.Readings mixed = new Habit.Readings(
                Unit.RATIO,
                IntStream.of(order).mapToLong(index -> sorted.atMillis()[index]).toArray(),
                IntStream.of(order).mapToDouble(index -> sorted.values()[index]).toArray());
        Habit one = Habit.of(sorted, DOUALA);
        Habit other = Habit.of(mixed, DOUALA);
        for (int hour = 0; hour < 168; hour++) {
            Instant time = MONDAY.plus(Duration.ofHours(hour));
            assertThat(other.at(time)).isEqualTo(one.at(time));
        }
    }

    @Property(seed = "2", tries = 100)
    void whatIsUsualLiesWithinWhatWasReadAndSpreadsAtLeastTheFloor(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int weeks,
            @ForAll @DoubleRange(min = 0, max = 1) double absent) {
        Random random = new Random(seed);
        Habit habit = habit(weeks, PARIS, _ -> random.nextDouble() < absent ? Double.NaN : random.nextDouble());
        for (int hour = 0; hour < 168; hour++) {
            Habit.Usual usual = habit.at(MONDAY.plus(Duration.ofHours(hour)));
            if (!Double.isNaN(usual.median())) {
                assertThat(weeks).isGreaterThanOrEqualTo(Habit.LEAST_WEEKS);
                assertThat(usual.median()).isBetween(0.0, 1.0);
                assertThat(usual.spread()).isBetween(0.0299, 1.5);
            }
        }
    }

    @Test
    void takesFewBytes() {
        Habit.Readings readings = readings(3, HabitTest::office, Unit.RATIO);
        long before = used();
        var habits =
                Stream.generate(() -> Habit.of(readings, DOUALA)).limit(4_000).toList();
        double bytes = (used() - before) / 4_000.0;
        Reference.reachabilityFence(habits);
        System.out.printf("a habit: %.0f bytes%n", bytes);
        assertThat(bytes).isLessThan(800);
    }

    private static double office(ZonedDateTime time) {
        boolean works = time.getDayOfWeek().getValue() <= 5 && time.getHour() >= 8 && time.getHour() < 17;
        return works ? 0.6 : 0.1;
    }

    private static Habit habit(int weeks, ZoneId zone, ToDoubleFunction<ZonedDateTime> value) {
        return Habit.of(readings(weeks, time -> value.applyAsDouble(time.withZoneSameInstant(zone)), Unit.RATIO), zone);
    }

    /** A reading every quarter of an hour. */
    private static Habit.Readings readings(int weeks, ToDoubleFunction<ZonedDateTime> value, Unit unit) {
        int count = (int) Duration.ofDays(7L * weeks).dividedBy(QUARTER);
        long[] times = new long[count];
        double[] values = new double[count];
        for (int index = 0; index < count; index++) {
            Instant time = MONDAY.plus(QUARTER.multipliedBy(index));
            times[index] = time.toEpochMilli();
            values[index] = value.applyAsDouble(time.atZone(DOUALA));
        }
        return new Habit.Readings(unit, times, values);
    }

    private static Habit.Usual at(Habit habit, String time) {
        return habit.at(Instant.parse(time));
    }

    private static long used() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
