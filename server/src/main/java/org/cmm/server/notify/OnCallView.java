package org.cmm.server.notify;

import java.util.List;
import org.cmm.server.access.User;
import org.cmm.server.fleet.Site;

/**
 * The page of on-call weeks and escalation.
 *
 * @param unreachable names of those people in groups and steps who have no channel
 */
record OnCallView(
        List<GroupCard> groups,
        List<StepLine> steps,
        List<User> people,
        List<Site> sites,
        String unreachable,
        FieldFaults faults) {

    /**
     * A group.
     *
     * @param now who is told now; empty when nobody is
     * @param weeks those to come, of a group that takes turns
     * @param members the names of its people, in turn
     */
    record GroupCard(
            int id,
            String name,
            boolean rotates,
            String now,
            List<String> members,
            List<WeekLine> weeks,
            List<StandInLine> standIns) {

        public String everybody() {
            return String.join(", ", members);
        }
    }

    record WeekLine(String week, String person, String holidays, boolean current) {}

    record StandInLine(int id, String sentence) {}

    record StepLine(int id, String site, String severity, String after, String target) {}
}
