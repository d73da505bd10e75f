package org.cmm.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.core.demo.Desk;
import org.cmm.core.demo.Desk.About;
import org.cmm.core.outage.Cause;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Site;
import org.cmm.server.incident.PlayedIncidents.Act;
import org.cmm.server.incident.PlayedIncidents.People;
import org.cmm.server.incident.PlayedIncidents.Trouble;

/** What the technicians of the made-up institution do with its incidents. */
final class DemoPeople implements People {

    /** Where people write English. */
    private static final String ENGLISH = "Branch";

    private final Desk desk;
    private final Listing listing;

    DemoPeople(long seed, Listing listing) {
        this.desk = new Desk(seed);
        this.listing = listing;
    }

    @Override
    public List<Act> atBeginning(Trouble trouble) {
        return desk.take(seen(trouble)).map(DemoPeople::acts).orElseGet(List::of);
    }

    private static List<Act> acts(Desk.Taken taken) {
        List<Act> acts = new ArrayList<>();
        acts.add(new Act(taken.at(), Act.Kind.ACKNOWLEDGE, taken.by(), ""));
        taken.note().ifPresent(note -> acts.add(new Act(taken.at().plusSeconds(45), Act.Kind.NOTE, taken.by(), note)));
        taken.started().ifPresent(at -> acts.add(new Act(at, Act.Kind.START, taken.by(), "")));
        return acts;
    }

    @Override
    public List<Act> atEnd(Trouble trouble) {
        Instant over = trouble.at();
        return desk.close(seen(trouble), over).stream()
                .map(closing -> new Act(closing.at(), Act.Kind.NOTE, closing.by(), closing.note()))
                .toList();
    }

    private Desk.Case seen(Trouble trouble) {
        boolean english = trouble.site()
                .flatMap(listing::site)
                .map(Site::name)
                .filter(name -> name.startsWith(ENGLISH))
                .isPresent();
        return new Desk.Case(
                trouble.incident(),
                english,
                about(trouble.rule(), trouble.cause()),
                trouble.severity() == Severity.CRITICAL,
                trouble.at());
    }

    private static About about(String rule, Optional<Cause> cause) {
        return switch (rule) {
            case "cpu" -> About.CPU;
            case "memory" -> About.MEMORY;
            case "silent" -> cause.map(DemoPeople::about).orElse(About.SILENCE);
            default -> rule.startsWith("disk") ? About.DISK : About.SILENCE;
        };
    }

    private static About about(Cause cause) {
        return switch (cause) {
            case POWER -> About.POWER;
            case LINK -> About.LINK;
            case CRASH -> About.CRASH;
            case PLANNED -> About.PLANNED;
            case SLEEP -> About.SLEEP;
            case AGENT_STOPPED -> About.AGENT;
            default -> About.SILENCE;
        };
    }
}
