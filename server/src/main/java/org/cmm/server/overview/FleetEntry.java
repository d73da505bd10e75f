package org.cmm.server.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cmm.server.fleet.Site;
import org.jspecify.annotations.Nullable;

/**
 * A server at a glance, for programs. What is not known is left out, never zero.
 *
 * @param state critical, warning, silent, info, waiting (never heard of yet), up or retired
 * @param cpu ratio of 0 to 1, as memory and disk
 * @param disk of the fullest file system, which {@code mountPoint} names
 * @param demo whether the machine is made up
 * @param cpuLastHour mean of each of the last sixty minutes, oldest first; null is a minute without samples
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FleetEntry(
        String code,
        String name,
        String state,
        @Nullable String site,
        @Nullable Double cpu,
        @Nullable Double memory,
        @Nullable Double disk,
        @Nullable String mountPoint,
        @Nullable Double uptimeSeconds,
        @Nullable Instant lastContact,
        boolean demo,
        int openAlerts,
        List<@Nullable Float> cpuLastHour) {

    static FleetEntry of(Machine machine, float[] cpuLastHour) {
        Readings readings = FleetRows.mute(machine.condition()) ? Readings.NONE : machine.readings();
        Site site = machine.site();
        return new FleetEntry(
                machine.server().code(),
                machine.server().name(),
                machine.condition().word(),
                site == null ? null : site.name(),
                known(readings.cpu()),
                known(readings.memory()),
                known(readings.disk()),
                readings.mountPoint().isEmpty() ? null : readings.mountPoint(),
                known(readings.uptime()),
                machine.contactMillis() == 0 ? null : Instant.ofEpochMilli(machine.contactMillis()),
                machine.server().demo(),
                machine.alerts().size(),
                minutes(cpuLastHour));
    }

    private static @Nullable Double known(double reading) {
        return Double.isNaN(reading) ? null : Double.valueOf(reading);
    }

    private static List<@Nullable Float> minutes(float[] means) {
        List<@Nullable Float> minutes = new ArrayList<>(means.length);
        for (float mean : means) {
            minutes.add(Float.isNaN(mean) ? null : Float.valueOf(mean));
        }
        return minutes;
    }
}
