package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;

/**
 * Scopes as programs and addresses name them: {@code fleet}, {@code site:3}, {@code tag:lab}, {@code server:srv-001}.
 */
@Singleton
class RuleScopes {

    private static final int LONGEST_TAG = 60;

    private final Listing listing;
    private final Servers servers;

    RuleScopes(Listing listing, Servers servers) {
        this.listing = listing;
        this.servers = servers;
    }

    /** How a scope is named; a server by its code. */
    String text(RuleScope scope) {
        return scope instanceof RuleScope.OfServer(int id)
                ? "server:" + listing.server(id).map(Server::code).orElse(Integer.toString(id))
                : scope.key();
    }

    /** What a scope is to people; empty for the fleet. */
    String name(RuleScope scope) {
        return switch (scope) {
            case RuleScope.Fleet _ -> "";
            case RuleScope.OfSite(int site) ->
                listing.site(site).map(Site::name).orElse(Integer.toString(site));
            case RuleScope.OfTag(String tag) -> tag;
            case RuleScope.OfServer(int id) ->
                listing.server(id).map(Server::name).orElse(Integer.toString(id));
        };
    }

    /**
     * The scope of this name.
     *
     * @throws org.cmm.server.platform.ProblemException when there is none such
     */
    RuleScope read(String text) {
        return find(text).orElseThrow(() -> Problem.invalid(List.of(new FieldFault(
                        "scope",
                        "'scope' must be fleet, site:NUMBER of a site, tag:TAG or server:CODE of a machine, was '%.80s'"
                                .formatted(text))))
                .exception());
    }

    Optional<RuleScope> find(String text) {
        int colon = text.indexOf(':');
        String what = colon < 0 ? text : text.substring(0, colon);
        String which = text.substring(colon + 1).strip();
        return switch (what) {
            case "fleet" -> colon < 0 ? Optional.of(RuleScope.FLEET) : Optional.empty();
            case "site" ->
                listing.sites().stream()
                        .filter(site -> Integer.toString(site.id()).equals(which))
                        .<RuleScope>map(site -> new RuleScope.OfSite(site.id()))
                        .findFirst();
            case "tag" ->
                which.isEmpty() || which.length() > LONGEST_TAG || which.indexOf('\0') >= 0 || which.equals(text)
                        ? Optional.empty()
                        : Optional.of(new RuleScope.OfTag(which));
            case "server" -> servers.byCode(which).map(server -> new RuleScope.OfServer(server.id()));
            default -> Optional.empty();
        };
    }
}
