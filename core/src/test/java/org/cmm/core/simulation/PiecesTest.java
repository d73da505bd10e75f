package org.cmm.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.RandomStream;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.WorkingHours;

class PiecesTest {

    @Property
    void whatIsPlannedHappensInOrderOfTimeAndThenOfPlanning(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> times) {
        Agenda agenda = new Agenda();
        List<Integer> happened = new ArrayList<>();
        for (int index = 0; index < times.size(); index++) {
            int turn = index;
            agenda.plan(times.get(index), at -> happened.add(turn));
        }
        while (agenda.soonest() < Double.POSITIVE_INFINITY) {
            agenda.next();
        }

        List<Integer> expected = new ArrayList<>();
        TreeMap<Integer, List<Integer>> byTime = new TreeMap<>();
        for (int index = 0; index < times.size(); index++) {
            byTime.computeIfAbsent(times.get(index), _ -> new ArrayList<>()).add(index);
        }
        byTime.values().forEach(expected::addAll);
        assertThat(happened).isEqualTo(expected);
    }

    @Property
    void theFirstTimerIsTheSoonestOfAll(
            @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 399) Integer> settings) {
        Timers timers = new Timers(count);
        double[] times = new double[count];
        java.util.Arrays.fill(times, Double.POSITIVE_INFINITY);
        for (int setting : settings) {
            int due = setting / 20;
            times[setting % count] = due;
            timers.set(setting % count, due);
        }

        double soonest = java.util.Arrays.stream(times).min().orElseThrow();
        assertThat(timers.soonest()).isEqualTo(soonest);
        if (soonest < Double.POSITIVE_INFINITY) {
            assertThat(times[timers.first()]).isEqualTo(soonest);
        }
    }

    @Property
    void hoursOfOperationComeBackAsTheTimeTheyWereCountedTo(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 5000) double at,
            @ForAll @IntRange(min = 1, max = 3) int stress) {
        RandomStream chance = RandomStreams.of(seed).replication(0).take();
        Cuts cuts = new Cuts(new Exponential(100), new Exponential(5), Duration.ZERO);
        Stretches off = Stretches.drawn(cuts, chance, 4000);
        Pace pace = Pace.of(off, 40, stress);

        double operated = pace.operated(at);

        assertThat(operated).isBetween(0.0, at * stress);
        assertThat(pace.operated(pace.when(operated))).isCloseTo(operated, within(1e-8));
        if (off.freeFrom(at) == at) {
            assertThat(pace.when(operated)).isCloseTo(at, within(1e-8));
        }
    }

    @Property
    void workingHoursAddUp(
            @ForAll @DoubleRange(min = 0, max = 1000) double at,
            @ForAll @DoubleRange(min = 0, max = 200) double first,
            @ForAll @DoubleRange(min = 0, max = 200) double second) {
        Calendar office = new Calendar(WorkingHours.OFFICE, Worlds.START);

        double end = office.after(at, first + second);
        double inTwo = office.after(office.after(at, first), second);

        // The end of a day and the beginning of the next are the same to whoever works.
        assertThat(office.next(inTwo + 1e-6)).isCloseTo(office.next(end + 1e-6), within(1e-5));
        assertThat(end).isGreaterThanOrEqualTo(at + first + second - 1e-9);
        assertThat(office.next(office.next(at))).isEqualTo(office.next(at));
    }
}
