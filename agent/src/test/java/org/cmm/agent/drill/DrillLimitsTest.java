package org.cmm.agent.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.cmm.agent.probe.Capacity;
import org.cmm.agent.settings.DrillLimits;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.DrillReason;
import org.junit.jupiter.api.Test;

/** What a drill may do to a machine, whatever a server orders. */
class DrillLimitsTest {
    private static final long MIB = 1 << 20;
    private static final long GIB = 1 << 30;
    private static final DrillLimits LIMITS =
            new DrillLimits(EnumSet.allOf(DrillFault.class), Duration.ofMinutes(10), 95, 512 * MIB, GIB, 4 * GIB);
    private static final Resources ROOMY = resources(4 * GIB, 8 * GIB, 50 * GIB, 100 * GIB);

    @Test
    void nothingIsAllowedThatTheConfigurationDoesNotName() {
        var none = new DrillLimits(Set.of(), Duration.ofMinutes(10), 95, 512 * MIB, GIB, 4 * GIB);

        for (DrillFault fault : DrillFault.values()) {
            assertThat(new Admission(none).refusal(DrillOrder.of("k", fault, 60, 50), ROOMY))
                    .contains(DrillReason.NOT_ALLOWED);
        }
    }

    @Test
    void refusesWhatIsLongerOrStrongerThanTheConfigurationAllows() {
        assertThat(refusal(DrillFault.CPU, 601, 50)).contains(DrillReason.TOO_LONG);
        assertThat(refusal(DrillFault.CPU, 0, 50)).contains(DrillReason.TOO_LONG);
        assertThat(refusal(DrillFault.CPU, 600, 96)).contains(DrillReason.TOO_STRONG);
        assertThat(refusal(DrillFault.MEMORY, 600, 0)).contains(DrillReason.TOO_STRONG);
        assertThat(refusal(DrillFault.CPU, 600, 95)).isEmpty();
        assertThat(refusal(DrillFault.DOWNTIME, 600, 0)).isEmpty();
    }

    @Test
    void noConfigurationAllowsMoreThanHalfAnHour() {
        var lasting =
                new DrillLimits(EnumSet.allOf(DrillFault.class), Duration.ofHours(5), 95, 512 * MIB, GIB, 4 * GIB);

        assertThat(new Admission(lasting).refusal(DrillOrder.of("k", DrillFault.CPU, 1_801, 50), ROOMY))
                .contains(DrillReason.TOO_LONG);
    }

    @Test
    void refusesWhatWouldLeaveTooLittle() {
        var tight = resources(15 * GIB, 16 * GIB, 97 * GIB, 100 * GIB);

        assertThat(new Admission(LIMITS).refusal(DrillOrder.of("k", DrillFault.MEMORY, 60, 95), ROOMY))
                .as("5 % of 8 GiB is less than the floor")
                .contains(DrillReason.MEMORY_SHORT);
        assertThat(new Admission(LIMITS).refusal(DrillOrder.of("k", DrillFault.DISK, 60, 90), ROOMY))
                .as("40 GiB to write")
                .contains(DrillReason.FILE_TOO_LARGE);
        assertThat(new Admission(LIMITS).refusal(DrillOrder.of("k", DrillFault.MEMORY, 60, 90), tight))
                .contains(DrillReason.NO_EFFECT);
        assertThat(new Admission(LIMITS)
                        .refusal(
                                DrillOrder.of("k", DrillFault.CPU, 60, 50),
                                resources(8 * GIB - 100 * MIB, 8 * GIB, GIB, 100 * GIB)))
                .as("less than the floor is free already")
                .contains(DrillReason.MEMORY_SHORT);
    }

    @Test
    void refusesMemoryThatItsOwnServiceMayNotTake() {
        var confined = new Resources(new Capacity(GIB, 8 * GIB), 100 * MIB, new Capacity(GIB, 100 * GIB));

        assertThat(new Admission(LIMITS).refusal(DrillOrder.of("k", DrillFault.MEMORY, 60, 80), confined))
                .contains(DrillReason.CONFINED);
    }

    @Property
    void aFillingNeverTakesTheFloorHoweverOthersGrow(
            @ForAll @LongRange(min = 1 << 30, max = 1L << 40) long total,
            @ForAll @IntRange(min = 0, max = 100) int usedByOthers,
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @IntRange(min = 0, max = 100) int steps) {
        var filling = new Filling(percent, 512 * MIB);
        long others = total / 100 * usedByOthers;
        long held = 0;
        for (int i = 0; i < steps; i++) {
            held = filling.next(new Capacity(Math.min(total, others + held), total), held);
            assertThat(held).isNotNegative();
            assertThat(held == 0 || total - others - held >= 512 * MIB).isTrue();
        }
    }

    @Test
    void aFillingGivesBackAtOnceWhatOthersNeed() {
        var filling = new Filling(90, 512 * MIB);
        long held = 6 * GIB;

        assertThat(filling.next(new Capacity(7 * GIB + 900 * MIB, 8 * GIB), held))
                .isEqualTo(filling.wanted(new Capacity(7 * GIB + 900 * MIB, 8 * GIB), held))
                .isLessThan(held);
    }

    @Test
    void endsOnTimeWithoutWordAndWhenSomethingRunsShort() {
        var course = new Course(DrillOrder.of("k", DrillFault.CPU, 60, 50), LIMITS, 1_000);

        assertThat(course.end(signs(1_000, 1_000))).isEmpty();
        assertThat(course.end(signs(60_999, 60_000))).isEmpty();
        assertThat(course.end(signs(61_000, 60_000))).contains(DrillReason.DONE);
        assertThat(course.end(signs(30_999, 1_000))).isEmpty();
        assertThat(course.end(signs(31_000, 1_000))).contains(DrillReason.LINK_LOST);
        assertThat(course.end(new Course.Signs(2_000, true, 2_000, 4 * GIB, 9 * GIB, 0)))
                .contains(DrillReason.ABORTED);
        assertThat(course.end(new Course.Signs(2_000, false, 2_000, 511 * MIB, 9 * GIB, 0)))
                .contains(DrillReason.MEMORY_SHORT);
        assertThat(course.end(new Course.Signs(2_000, false, 2_000, 4 * GIB, GIB - 1, 0)))
                .contains(DrillReason.DISK_SHORT);
        assertThat(course.end(new Course.Signs(2_000, false, 2_000, 4 * GIB, 9 * GIB, 0.91)))
                .contains(DrillReason.SPOOL_SHORT);
    }

    @Test
    void downtimeNeedsNoWordAndEndsOnTimeAllTheSame() {
        var course = new Course(DrillOrder.of("k", DrillFault.DOWNTIME, 300, 0), LIMITS, 0);

        assertThat(course.end(signs(299_999, 0))).isEmpty();
        assertThat(course.end(signs(300_000, 0))).contains(DrillReason.DONE);
    }

    private static Optional<DrillReason> refusal(DrillFault fault, int seconds, int percent) {
        return new Admission(LIMITS).refusal(DrillOrder.of("k", fault, seconds, percent), ROOMY);
    }

    private static Course.Signs signs(long nowMillis, long heardMillis) {
        return new Course.Signs(nowMillis, false, heardMillis, 4 * GIB, 9 * GIB, 0.1);
    }

    private static Resources resources(long usedMemory, long memory, long usedDisk, long disk) {
        return new Resources(new Capacity(usedMemory, memory), Long.MAX_VALUE, new Capacity(usedDisk, disk));
    }
}
