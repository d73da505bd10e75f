package org.cmm.server.overview;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.ServerFilter;
import org.jspecify.annotations.Nullable;

/** What a visitor wants to see of the fleet, as the page's address says; what it says wrongly is not said. */
record FleetQuery(
        @QueryParam("q") @Nullable String q,
        @QueryParam("site") @Nullable String site,
        @QueryParam("tag") @Nullable String tag,
        @QueryParam("state") @Nullable String state,
        @QueryParam("sort") @Nullable String sort,
        @QueryParam("page") @Nullable String page) {

    static final int ROWS = 50;
    private static final int MOST_PAGES = 100_000;
    private static final int LONGEST = 200;

    String text() {
        return q == null ? "" : q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
    }

    ServerFilter filter() {
        return ServerFilter.of(q, siteId(), tag);
    }

    Optional<Condition> condition() {
        return state == null ? Optional.empty() : Condition.of(state);
    }

    FleetOrder order() {
        return FleetOrder.of(sort == null ? "" : sort);
    }

    /** From 1. */
    int pageNumber() {
        Integer number = number(page);
        return number == null ? 1 : Math.clamp(number, 1, MOST_PAGES);
    }

    boolean filters() {
        return !text().isEmpty()
                || siteId() != null
                || filter().tag() != null
                || condition().isPresent();
    }

    FleetQuery withState(@Nullable Condition wanted) {
        return new FleetQuery(q, site, tag, wanted == null ? null : wanted.word(), sort, null);
    }

    FleetQuery withSort(FleetOrder order) {
        return new FleetQuery(q, site, tag, state, order == FleetOrder.WORST ? null : order.word(), null);
    }

    FleetQuery withPage(int number) {
        return new FleetQuery(q, site, tag, state, sort, number == 1 ? null : Integer.toString(number));
    }

    /** The address that asks for this; {@code path} is the page or its stream. */
    String address(String path) {
        StringJoiner address = new StringJoiner("&", path + "?", "").setEmptyValue(path);
        add(address, "q", text());
        add(address, "site", siteId() == null ? null : String.valueOf(siteId()));
        add(address, "tag", filter().tag());
        add(address, "state", condition().map(Condition::word).orElse(null));
        add(address, "sort", order() == FleetOrder.WORST ? null : order().word());
        add(address, "page", pageNumber() == 1 ? null : Integer.toString(pageNumber()));
        return address.toString();
    }

    private @Nullable Integer siteId() {
        return number(site);
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static void add(StringJoiner address, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
