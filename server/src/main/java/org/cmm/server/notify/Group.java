package org.cmm.server.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cmm.core.notify.OnCall;

/**
 * People who are told together or take turns.
 *
 * @param rotates whether they take turns by ISO week; otherwise all of them are told
 * @param rota its people in order, which the first has their turn in the week of {@link OnCall#first()}
 * @param zone in which weeks begin
 */
record Group(int id, String name, boolean rotates, OnCall rota, ZoneId zone, List<StandIn> standIns) {

    Group {
        standIns = List.copyOf(standIns);
    }

    /** A stand-in as it is kept. */
    record StandIn(int id, OnCall.StandIn period) {}

    LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** Numbers of those who are to be told now. */
    List<Integer> reached(Instant now) {
        Optional<Integer> turn = rota.on(today(now));
        return rotates ? turn.stream().toList() : rota.people();
    }
}
