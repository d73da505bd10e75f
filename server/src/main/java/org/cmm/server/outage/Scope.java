package org.cmm.server.outage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;

/** Which machines somebody asks about: one, those of a site, or all. */
public record Scope(Optional<Server> server, Optional<Site> site) {

    /**
     * Reads what an address says.
     *
     * @param code of a server; empty for every one
     * @param siteNumber empty for every one
     * @throws org.cmm.server.platform.ProblemException when there is no such thing
     */
    public static Scope of(String code, String siteNumber, Listing listing) {
        Optional<Server> server = listing.servers().stream()
                .filter(one -> one.code().equalsIgnoreCase(code))
                .findFirst();
        if (server.isEmpty() && !code.isEmpty()) {
            throw fault("server", "there is no server '%.60s'".formatted(code));
        }
        Optional<Site> site =
                siteNumber.matches("\\d{1,9}") ? listing.site(Integer.valueOf(siteNumber)) : Optional.empty();
        if (site.isEmpty() && !siteNumber.isEmpty()) {
            throw fault("site", "there is no site '%.40s'".formatted(siteNumber));
        }
        return new Scope(server, site);
    }

    /** Its machines that were not retired before the span began, by code; of all of them, those that count. */
    public List<Server> servers(Listing listing, Span span) {
        List<Server> asked = server.isEmpty() && site.isEmpty() ? listing.counted() : listing.servers();
        return asked.stream()
                .filter(one -> server.isEmpty() || server.get().id() == one.id())
                .filter(one ->
                        site.isEmpty() || Objects.equals(one.site(), site.get().id()))
                .filter(one -> !retiredBefore(one, span.from()))
                .sorted(java.util.Comparator.comparing(Server::code))
                .toList();
    }

    private static boolean retiredBefore(Server server, Instant time) {
        Instant retired = server.retiredAt();
        return retired != null && retired.isBefore(time);
    }

    private static RuntimeException fault(String field, String detail) {
        return Problem.invalid(List.of(new FieldFault(field, "'%s': %s".formatted(field, detail))))
                .exception();
    }
}
