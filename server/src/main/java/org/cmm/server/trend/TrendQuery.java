package org.cmm.server.trend;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cmm.core.metric.Metrics;
import org.cmm.server.history.Comparisons;

/**
 * What the page of history shows, as its address says; words that make no sense choose the usual.
 *
 * @param servers codes, in the order in which they were added
 * @param metrics names
 * @param span up to now, such as {@code 24h}; times of one's own win
 * @param from a time as {@link Stretch#time} reads it
 * @param hidden lines that are not to be seen
 * @param find words to find a machine by
 * @param view {@code table} for figures instead of charts
 * @param alerts {@code off} to see none
 */
record TrendQuery(
        @QueryParam("server") List<String> servers,
        @QueryParam("metric") List<String> metrics,
        @QueryParam("span") @DefaultValue("") String span,
        @QueryParam("from") @DefaultValue("") String from,
        @QueryParam("to") @DefaultValue("") String to,
        @QueryParam("hide") List<String> hidden,
        @QueryParam("find") @DefaultValue("") String find,
        @QueryParam("view") @DefaultValue("") String view,
        @QueryParam("alerts") @DefaultValue("") String alerts) {

    static final String PATH = "/history";
    static final String TABLE = "table";
    private static final String OFF = "off";
    private static final int MOST_HIDDEN = 60;
    private static final int LONGEST_HIDDEN = 400;

    TrendQuery {
        servers = servers.stream()
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .limit(Comparisons.MOST_SERVERS)
                .toList();
        List<String> known = metrics.stream()
                .filter(name -> Metrics.find(name).isPresent())
                .distinct()
                .toList();
        metrics = known.isEmpty() ? List.of(Metrics.CPU_UTILIZATION.name()) : known;
        hidden = hidden.stream()
                .filter(line -> !line.isEmpty() && line.length() <= LONGEST_HIDDEN)
                .distinct()
                .limit(MOST_HIDDEN)
                .toList();
        alerts = alerts.equals(OFF) ? OFF : "";
    }

    boolean ownTimes() {
        return !from.isBlank() || !to.isBlank();
    }

    boolean asTable() {
        return view.equals(TABLE);
    }

    Reach reach() {
        return Reach.of(span).orElse(Reach.DAY);
    }

    public boolean marksAlerts() {
        return alerts.isEmpty();
    }

    TrendQuery with(String server) {
        return found().of(Stream.concat(servers.stream(), Stream.of(server)).toList());
    }

    TrendQuery without(String server) {
        return found().of(servers.stream()
                .filter(code -> !code.equalsIgnoreCase(server))
                .toList());
    }

    TrendQuery of(List<String> codes) {
        return new TrendQuery(codes, metrics, span, from, to, hidden, find, view, alerts);
    }

    TrendQuery reaching(Reach reach) {
        return new TrendQuery(servers, metrics, reach.word(), "", "", hidden, "", view, alerts);
    }

    TrendQuery over(Stretch stretch) {
        return new TrendQuery(
                servers, metrics, "", seconds(stretch.from()), seconds(stretch.to()), hidden, "", view, alerts);
    }

    TrendQuery viewed(String as) {
        return new TrendQuery(servers, metrics, span, from, to, hidden, "", as, alerts);
    }

    /** The same with alerts when there are none now, and without them when there are. */
    TrendQuery alertsTurned() {
        return new TrendQuery(servers, metrics, span, from, to, hidden, "", view, marksAlerts() ? OFF : "");
    }

    /** Whoever was looked for is found. */
    private TrendQuery found() {
        return new TrendQuery(servers, metrics, span, from, to, hidden, "", view, alerts);
    }

    private static String seconds(Instant time) {
        return Long.toString(time.getEpochSecond());
    }

    String address() {
        StringJoiner address = new StringJoiner("&", PATH + "?", "").setEmptyValue(PATH);
        servers.forEach(server -> add(address, "server", server));
        metrics.forEach(metric -> add(address, "metric", metric));
        add(address, "span", ownTimes() ? "" : span);
        add(address, "from", from);
        add(address, "to", to);
        hidden.forEach(line -> add(address, "hide", line));
        add(address, "view", view);
        add(address, "alerts", alerts);
        return address.toString();
    }

    /** The same for programs, at {@code path}. */
    String programs(String path, Stretch shown) {
        StringJoiner address = new StringJoiner("&", path + "?", "");
        servers.forEach(server -> add(address, "server", server));
        metrics.forEach(metric -> add(address, "metric", metric));
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
