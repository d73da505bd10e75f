package org.cmm.server.outage;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page of availability shows, as its address says; words that make no sense choose the usual.
 *
 * @param span week, month, quarter or year up to now; days of one's own win
 * @param sort a column; {@code -} before it turns the order
 */
record AvailabilityQuery(
        @QueryParam("server") @DefaultValue("") String server,
        @QueryParam("site") @DefaultValue("") String site,
        @QueryParam("span") @DefaultValue("month") String span,
        @QueryParam("from") @DefaultValue("") String from,
        @QueryParam("to") @DefaultValue("") String to,
        @QueryParam("sort") @DefaultValue("availability") String sort,
        @QueryParam("page") @DefaultValue("1") String page) {

    static final Map<String, Duration> SPANS = Map.of(
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(30),
            "quarter", Duration.ofDays(90),
            "year", Duration.ofDays(365));

    boolean ownDays() {
        return !from.isBlank() || !to.isBlank();
    }

    Duration length() {
        return SPANS.getOrDefault(span, Period.USUAL);
    }

    int pageNumber() {
        return page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
    }

    AvailabilityQuery withSpan(String other) {
        return new AvailabilityQuery(server, site, other, "", "", sort, "1");
    }

    AvailabilityQuery withScope(String serverCode, String siteNumber) {
        return new AvailabilityQuery(serverCode, siteNumber, span, from, to, sort, "1");
    }

    AvailabilityQuery sortedBy(String column) {
        return new AvailabilityQuery(server, site, span, from, to, column, "1");
    }

    AvailabilityQuery onPage(int number) {
        return new AvailabilityQuery(server, site, span, from, to, sort, Integer.toString(number));
    }

    String address() {
        return withQuestion(
                "/availability",
                Stream.of(
                        part("server", server, ""),
                        part("site", site, ""),
                        part("span", ownDays() ? "" : span, "month"),
                        part("from", from, ""),
                        part("to", to, ""),
                        part("sort", sort, "availability"),
                        part("page", page, "1")));
    }

    private static String withQuestion(String path, Stream<String> parts) {
        String question = parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return question.isEmpty() ? path : path + "?" + question;
    }

    private static String part(String name, String value, String usual) {
        return value.isBlank() || value.equals(usual)
                ? ""
                : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The same for programs; {@code from} and {@code to} are said in any case. */
    String file(String path, org.cmm.core.outage.Span shown) {
        return withQuestion(
                path,
                Stream.of(
                        part("server", server, ""),
                        part("site", site, ""),
                        part("from", shown.from().toString(), ""),
                        part("to", shown.to().toString(), "")));
    }
}
