package org.cmm.server.alert;

import org.cmm.server.fleet.Server;
import org.jspecify.annotations.Nullable;

/** For which machines a rule is meant. The nearest that covers a machine wins there: server, tag, site, fleet. */
sealed interface RuleScope {

    RuleScope FLEET = new Fleet();

    record Fleet() implements RuleScope {}

    record OfSite(int site) implements RuleScope {}

    record OfTag(String tag) implements RuleScope {}

    record OfServer(int server) implements RuleScope {}

    /** One text for each scope, as it is stored. */
    default String key() {
        return switch (this) {
            case Fleet _ -> "fleet";
            case OfSite(int site) -> "site:" + site;
            case OfTag(String tag) -> "tag:" + tag;
            case OfServer(int server) -> "server:" + server;
        };
    }

    /** How near it is to one machine: the more, the nearer. */
    default int nearness() {
        return switch (this) {
            case Fleet _ -> 0;
            case OfSite _ -> 1;
            case OfTag _ -> 2;
            case OfServer _ -> 3;
        };
    }

    /** Without a server, only what holds for all. */
    default boolean covers(@Nullable Server server) {
        return switch (this) {
            case Fleet _ -> true;
            case OfSite(int site) -> server != null && Integer.valueOf(site).equals(server.site());
            case OfTag(String tag) -> server != null && server.tags().contains(tag);
            case OfServer(int id) -> server != null && server.id() == id;
        };
    }
}
