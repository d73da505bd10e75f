package org.cmm.server.shell;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.protocol.Version;
import org.cmm.server.access.Role;
import org.cmm.server.access.Visitor;
import org.cmm.server.incident.Incidents;
import org.cmm.server.platform.Settings;

/** What the frame shows to the present visitor; templates know it as {@code cdi:shell}. */
@Named("shell")
@RequestScoped
public class Shell {

    static final String THEME_COOKIE = "theme";
    private static final int ON_A_PHONE = 4;
    private static final String VERSION = Version.here();

    private final Visitor visitor;
    private final Settings settings;
    private final CurrentVertxRequest current;
    private final Incidents incidents;

    Shell(Visitor visitor, Settings settings, CurrentVertxRequest current, Incidents incidents) {
        this.visitor = visitor;
        this.incidents = incidents;
        this.settings = settings;
        this.current = current;
    }

    /** Name of the institution. */
    public String organisation() {
        return settings.organisation();
    }

    /** What a person names when they ask for help. */
    public String version() {
        return VERSION;
    }

    public String language() {
        return visitor.language().code();
    }

    /** {@code auto}, {@code light} or {@code dark}. */
    public String theme() {
        return Theme.of(exchange()
                        .map(exchange -> exchange.request().getCookie(THEME_COOKIE))
                        .map(Cookie::getValue)
                        .orElse(""))
                .word();
    }

    /** Where the visitor is, to come back to after a change of language. */
    public String here() {
        return exchange().map(exchange -> exchange.request().uri()).orElse("/");
    }

    /** What was just done, to be said once; empty when nothing was. */
    public String done() {
        return exchange()
                .map(exchange -> exchange.request().getParam("done"))
                .flatMap(Done::of)
                .map(done -> done.in(words()))
                .orElse("");
    }

    /** The pages that this visitor may open. */
    public List<NavigationItem> items() {
        return entries()
                .filter(entry -> visitor.may(entry.role()))
                .map(Entry::item)
                .toList();
    }

    /** The pages that fit on the bar of a phone. */
    public List<NavigationItem> firstItems() {
        return items().stream().limit(ON_A_PHONE).toList();
    }

    /** The pages that do not fit on the bar of a phone. */
    public List<NavigationItem> otherItems() {
        return items().stream().skip(ON_A_PHONE).toList();
    }

    /** The visitor's role in the visitor's language; empty for a stranger. */
    public String role() {
        return visitor.role().map(this::word).orElse("");
    }

    private record Entry(Role role, NavigationItem item) {}

    private Stream<Entry> entries() {
        ShellMessages words = words();
        return Stream.of(
                entry(Role.VIEWER, "fleet", "/fleet", words.fleet(), "f"),
                counting(entry(Role.VIEWER, "incidents", "/incidents", words.incidents(), "i"), incidents.openCount()),
                entry(Role.VIEWER, "availability", "/availability", words.availability(), "v"),
                entry(Role.VIEWER, "maintenance", "/maintenance", words.maintenance(), "m"),
                entry(Role.VIEWER, "history", "/history", words.history(), "h"),
                entry(Role.VIEWER, "experiments", "/experiments", words.experiments(), "x"),
                entry(Role.VIEWER, "sites", "/sites", words.sites(), "s"),
                entry(Role.VIEWER, "rules", "/rules", words.rules(), "r"),
                entry(Role.VIEWER, "drills", "/drills", words.drills(), "d"),
                entry(Role.VIEWER, "notices", "/notices", words.notices(), "n"),
                entry(Role.ADMIN, "enrolment", "/enrolment", words.enrolment(), "e"),
                entry(Role.ADMIN, "users", "/users", words.users(), "u"),
                entry(Role.ADMIN, "audit", "/audit", words.audit(), "l"));
    }

    private static Entry entry(Role role, String key, String path, String label, String letter) {
        return new Entry(role, new NavigationItem(key, path, label, letter, ""));
    }

    private static Entry counting(Entry entry, int count) {
        NavigationItem item = entry.item();
        String shown = count == 0 ? "" : Integer.toString(count);
        return new Entry(entry.role(), new NavigationItem(item.key(), item.path(), item.label(), item.letter(), shown));
    }

    private String word(Role role) {
        return switch (role) {
            case VIEWER -> words().roleViewer();
            case TECHNICIAN -> words().roleTechnician();
            case ADMIN -> words().roleAdmin();
        };
    }

    private ShellMessages words() {
        return switch (visitor.language()) {
            case ENGLISH -> MessageBundles.get(ShellMessages.class);
            case FRENCH -> MessageBundles.get(ShellMessages.class, Localized.Literal.of("fr"));
        };
    }

    private Optional<RoutingContext> exchange() {
        return Optional.ofNullable(current.getCurrent());
    }
}
