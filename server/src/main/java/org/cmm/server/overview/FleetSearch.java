package org.cmm.server.overview;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.ServerFilter;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.WholeNumber;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which machines a program asks for, and in which order; unlike a page's address, it may not be wrong. */
record FleetSearch(
        @Parameter(description = "Words that occur in name, code, address, owner, tags, site or notes")
        @QueryParam("q")
        @Nullable
        String q,

        @Parameter(description = "Number of the site") @QueryParam("site") @Nullable
        WholeNumber site,

        @Parameter(description = "One tag, exactly") @QueryParam("tag") @Nullable
        String tag,

        @Parameter(description = "critical, warning, silent, info, waiting, up or retired")
        @QueryParam("state")
        @Nullable
        String state,

        @Parameter(description = "worst, name or site") @QueryParam("sort") @DefaultValue("worst")
        String sort,

        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,

        @QueryParam("cursor") @Nullable Cursor cursor) {

    /** Orders that stand still while a program turns the pages. */
    private enum Order {
        WORST,
        NAME,
        SITE
    }

    ServerFilter filter() {
        return ServerFilter.of(q, WholeNumber.orNull(site), tag);
    }

    /** Null for every machine under watch. */
    @Nullable
    Condition condition() {
        return state == null
                ? null
                : Condition.of(state).orElseThrow(() -> fault("state", words(Arrays.stream(Condition.values()))));
    }

    /** Where the machine stands in the list. */
    Cursor place(Machine machine) {
        return place(machine, order());
    }

    private static Cursor place(Machine machine, Order order) {
        String name = machine.server().name().toLowerCase(Locale.ROOT);
        Site at = machine.site();
        String key =
                switch (order) {
                    case WORST -> machine.condition().ordinal() + name;
                    case NAME -> name;
                    case SITE -> (at == null ? "\uffff" : at.name().toLowerCase(Locale.ROOT)) + "\n" + name;
                };
        return new Cursor(key, machine.server().id());
    }

    Comparator<Machine> inOrder() {
        Order order = order();
        return Comparator.comparing(machine -> place(machine, order));
    }

    boolean isAhead(Machine machine) {
        return cursor == null || place(machine).compareTo(cursor) > 0;
    }

    private Order order() {
        return Arrays.stream(Order.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst()
                .orElseThrow(() -> fault("sort", words(Arrays.stream(Order.values()))));
    }

    private static String words(Stream<? extends Enum<?>> choices) {
        return choices.map(choice -> choice.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    private static RuntimeException fault(String field, String choices) {
        return Problem.invalid(
                        List.of(new Problem.FieldFault(field, "'%s' must be one of %s".formatted(field, choices))))
                .exception();
    }
}
