package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.List;
import org.cmm.server.fleet.Server;

/** Which rules decide on one machine, and why those. */
@Singleton
class MachineRules {

    private final RuleBook book;

    MachineRules(RuleBook book) {
        this.book = book;
    }

    /**
     * The rule of one id.
     *
     * @param decides the nearest
     * @param insteadOf the wider ones that cover the machine too, the nearest first
     */
    record Effective(RuleEntry decides, List<RuleEntry> insteadOf) {}

    List<Effective> of(Server server) {
        List<RuleEntry> all = book.entries();
        return InForce.nearest(all, server).stream()
                .map(entry -> new Effective(
                        entry,
                        all.stream()
                                .filter(other -> other.id().equals(entry.id())
                                        && !other.equals(entry)
                                        && other.scope().covers(server))
                                .sorted(InForce.NEAREST_FIRST)
                                .toList()))
                .toList();
    }
}
