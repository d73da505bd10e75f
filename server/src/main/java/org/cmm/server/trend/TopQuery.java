package org.cmm.server.trend;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What the page of top lists shows, as its address says; words that make no sense choose the usual.
 *
 * @param list one of them; all of them in short without it
 * @param site a site's number; empty for every site
 * @param span up to now; times of one's own win
 * @param sort a column's word; {@code -} before it turns the order
 */
record TopQuery(
        @QueryParam("list") @DefaultValue("") String list,
        @QueryParam("site") @DefaultValue("") String site,
        @QueryParam("span") @DefaultValue("") String span,
        @QueryParam("from") @DefaultValue("") String from,
        @QueryParam("to") @DefaultValue("") String to,
        @QueryParam("sort") @DefaultValue("") String sort,
        @QueryParam("page") @DefaultValue("1") String page) {

    static final String PATH = "/history/top";

    Optional<TopList> one() {
        return TopList.of(list);
    }

    boolean ownTimes() {
        return !from.isBlank() || !to.isBlank();
    }

    Reach reach() {
        return Reach.of(span).orElse(Reach.MONTH);
    }

    boolean turned() {
        return sort.startsWith("-");
    }

    TopColumn column(TopList shown) {
        return shown.column(turned() ? sort.substring(1) : sort);
    }

    int pageNumber() {
        return page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
    }

    TopQuery only(String other) {
        return new TopQuery(other, site, span, from, to, "", "1");
    }

    TopQuery at(String other) {
        return new TopQuery(list, other, span, from, to, sort, "1");
    }

    TopQuery reaching(Reach reach) {
        return new TopQuery(list, site, reach.word(), "", "", sort, "1");
    }

    TopQuery sortedBy(String column) {
        return new TopQuery(list, site, span, from, to, column, "1");
    }

    TopQuery onPage(int number) {
        return new TopQuery(list, site, span, from, to, sort, Integer.toString(number));
    }

    String address() {
        StringJoiner address = new StringJoiner("&", PATH + "?", "").setEmptyValue(PATH);
        add(address, "list", list);
        add(address, "site", site);
        add(address, "span", ownTimes() ? "" : span);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "sort", sort);
        add(address, "page", page.equals("1") ? "" : page);
        return address.toString();
    }

    /** The same list for programs. */
    String programs(String path, Stretch shown) {
        StringJoiner address = new StringJoiner("&", path + "?", "");
        add(address, "site", site);
        add(address, "sort", sort);
        add(address, "from", shown.from().toString());
        add(address, "to", shown.to().toString());
        return address.toString();
    }

    private static void add(StringJoiner address, String name, String value) {
        if (!value.isBlank()) {
            address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
