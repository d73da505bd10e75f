package org.cmm.server.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.cmm.core.alert.Severity;
import org.cmm.server.alert.AlertFilter.State;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.Spelling;

/** Reads a filter as it stands in an address, and gathers everything that is wrong with it. */
public final class FilterCheck {

    private final Servers servers;
    private final Listing listing;
    private final List<FieldFault> faults = new ArrayList<>();

    public FilterCheck(Servers servers, Listing listing) {
        this.servers = servers;
        this.listing = listing;
    }

    /** Empty texts choose nothing; a fault too, until {@link #refuseFaults}. */
    AlertFilter filter(AlertQuery query) {
        return new AlertFilter(
                state(query.state()), server(query.server()), severity(query.severity()), site(query.site()));
    }

    /** Number of the alert that the page before ended with. */
    long before(String cursor) {
        OptionalLong before = cursor.isEmpty() ? OptionalLong.of(Long.MAX_VALUE) : number(cursor);
        if (before.isEmpty()) {
            fault("cursor", "must be the 'next' of an earlier answer, was '%.40s'".formatted(cursor));
        }
        return before.orElse(Long.MAX_VALUE);
    }

    /** @throws org.cmm.server.platform.ProblemException naming every fault, if there is one */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
    }

    private State state(String word) {
        return choice("state", State.class, word).orElse(State.OPEN);
    }

    /** One of the choices by its word; any other word is a fault. */
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> choices, String word) {
        Optional<E> choice = Spelling.read(choices, word);
        if (choice.isEmpty()) {
            String known =
                    Arrays.stream(choices.getEnumConstants()).map(Spelling::of).collect(Collectors.joining(", "));
            fault(field, "must be one of %s; was '%.40s'".formatted(known, word));
        }
        return choice;
    }

    /** The server with this code; an empty one is any. */
    public Optional<Server> server(String code) {
        Optional<Server> server = code.isEmpty() ? Optional.empty() : servers.byCode(code);
        if (server.isEmpty() && !code.isEmpty()) {
            fault("server", "there is no server '%.60s'".formatted(code));
        }
        return server;
    }

    public Optional<Severity> severity(String word) {
        Optional<Severity> severity = Words.severity(word);
        if (severity.isEmpty() && !word.isEmpty()) {
            fault("severity", "must be info, warning or critical, was '%.40s'".formatted(word));
        }
        return severity;
    }

    /** The site with this number; an empty one is any. */
    public Optional<Site> site(String id) {
        Optional<Site> site = id.matches("\\d{1,9}") ? listing.site(Integer.valueOf(id)) : Optional.empty();
        if (site.isEmpty() && !id.isEmpty()) {
            fault("site", "there is no site '%.40s'".formatted(id));
        }
        return site;
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    public void fault(String field, String fault) {
        faults.add(new FieldFault(field, "'%s' %s".formatted(field, fault)));
    }
}
