package org.cmm.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cmm.process.RunningAgent;
import org.cmm.process.RunningServer;
import org.cmm.system.browser.RealBrowser.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first hour of an institution with CMM, with nothing but a browser: setup, enrolment, and a machine that lives.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FirstHourIT {

    private static final String NAME = "Awa Ngo Bassong";
    private static final String PASSWORD = "quatre mots sans rapport 42";
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(30);

    private static final Pattern TOKEN = Pattern.compile("--token (\\S+)");
    private static final Pattern PERCENT = Pattern.compile("\\d\\s?%");
    private static final List<String> PAGES = List.of(
            "/fleet",
            "/incidents",
            "/catch-up",
            "/availability",
            "/maintenance",
            "/history",
            "/history/top",
            "/history/disk?samples=10&five-minutes=366&hour=1827&day=3653",
            "/drills",
            "/demo",
            "/experiments",
            "/experiments/calibrate",
            "/experiments/new-file",
            "/experiments/compare",
            "/experiments/new?preset=school-lab",
            "/alerts",
            "/rules",
            "/rules/new",
            "/notices",
            "/channels",
            "/on-call",
            "/sites",
            "/enrolment",
            "/users",
            "/audit",
            "/account",
            "/servers/new");

    private RunningServer server;
    private RealBrowser browser;
    private RunningAgent agent;
    private Instant agentStarted;
    private String session;

    @BeforeAll
    void setUpAndEnrolThisMachine(@TempDir Path data, @TempDir Path agentFolder) {
        server = RunningServer.start(data);
        browser = RealBrowser.open(server.url());
        try (Visit visit = browser.visit(Person.speaking("en-GB"))) {
            visit.go("/").arrivesAt("/setup");
            visit.go(server.setupLink()).arrivesAt("/setup");
            visit.type("Name", NAME)
                    .type("E-mail address", "awa@example.cm")
                    .type("Password", PASSWORD)
                    .picture("setup")
                    .press("Create and log in");
            visit.arrivesAt("/fleet");
            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a machine"))
                    .click();
            visit.type("What for", "this machine").press("Create a token");
            Matcher token = TOKEN.matcher(visit.page().locator("#command-linux").innerText());
            assertThat(token.find()).isTrue();
            visit.isWithoutComplaint();
            session = visit.session();
            agent = RunningAgent.start(
                    agentFolder, server.url(), "--token", token.group(1), "--delivery-interval", "5s");
            agentStarted = Instant.now();
        }
    }

    @AfterAll
    void end() {
        agent.close();
        browser.close();
        server.close();
    }

    @Test
    @Order(1)
    void theMachineShowsLiveValuesWithinThirtySeconds() {
        try (Visit visit = browser.visit(admin("fr-FR"))) {
            visit.go("/fleet");
            Locator row = machine(visit);
            shows(row, PERCENT);
            assertThat(Duration.between(agentStarted, Instant.now())).isLessThan(LIVE_WITHIN);
            assertThat(visit.language()).isEqualTo("fr");
            visit.isWithoutComplaint();
        }
    }

    @Test
    void itsPageDrawsCharts() {
        try (Visit visit = browser.visit(admin("en-GB"))) {
            visit.go("/fleet");
            shows(machine(visit).locator("td.reading").first(), PERCENT);
            visit.picture("fleet");
            Response history = visit.page()
                    .waitForResponse(answer -> answer.url().contains("/history"), () -> machine(visit)
                            .getByRole(AriaRole.LINK)
                            .first()
                            .click());
            assertThat(history.text()).as("points of a chart").containsPattern("\"mean\":\\[[^]]*\\d");
            Locator processor = visit.page()
                    .locator("figure[data-metrics*='system.cpu.utilization']")
                    .first();
            shows(processor, PERCENT);
            PlaywrightAssertions.assertThat(processor.locator("canvas")).isVisible();
            assertThat(visit.language()).isEqualTo("en");
            visit.picture("server").isWithoutComplaint();
        }
    }

    @Test
    void historyZoomsByDraggingAndComesBack() {
        try (Visit visit = browser.visit(admin("en-GB"))) {
            visit.go("/fleet");
            shows(machine(visit).locator("td.reading").first(), PERCENT);
            visit.go("/history").page().locator("#found a").first().click();
            shows(visit.page().locator(".lines-of"), PERCENT);
            BoundingBox place = visit.page().locator(".u-over").boundingBox();
            Mouse mouse = visit.page().mouse();
            mouse.move(place.x + place.width / 3, place.y + 50);
            mouse.down();
            mouse.move(place.x + place.width / 2, place.y + 50, new Mouse.MoveOptions().setSteps(5));
            mouse.up();
            PlaywrightAssertions.assertThat(visit.page()).hasURL(Pattern.compile("from=\\d+&to=\\d+"));
            visit.picture("history").page().goBack();
            PlaywrightAssertions.assertThat(visit.page()).hasURL(Pattern.compile("/history\\?(?!.*from=)"));
            visit.isWithoutComplaint();
        }
    }

    @Test
    void everyPageKeepsToTheScreenAndTheServerInBothLanguages() {
        List<String> faults = new ArrayList<>();
        for (String language : List.of("en", "fr")) {
            faults.addAll(faultsOfPages(admin(language)));
            faults.addAll(faultsOfPages(admin(language).onAPhone().inTheDark()));
        }
        assertThat(faults).isEmpty();
    }

    private List<String> faultsOfPages(Person person) {
        List<String> faults = new ArrayList<>();
        try (Visit visit = browser.visit(person)) {
            for (String path : PAGES) {
                visit.go(path);
                String where = "%s in %s, %d wide".formatted(path, person.language(), person.width());
                if (!visit.language().equals(person.language())
                        || !visit.heading().isVisible()) {
                    faults.add(where + ": no heading in this language");
                }
                if (visit.overflow() > 0) {
                    faults.add("%s: %d pixels too wide".formatted(where, visit.overflow()));
                }
            }
            visit.isWithoutComplaint();
        }
        return faults;
    }

    @Test
    void aRuleThatIsMadeStricterRaisesAnAlertForPeopleToSee() {
        try (Visit visit = browser.visit(admin("fr-FR"))) {
            visit.go("/rules");
            Locator memory = visit.page().locator("section#memory");
            memory.locator("[name='warning-raise']").fill("1");
            memory.locator("[name='warning-clear']").fill("0,5");
            memory.locator("[name='raise-after']").fill("0 s");
            memory.getByRole(AriaRole.BUTTON).first().click();
            visit.go("/alerts");
            shows(visit.page().locator("main"), Pattern.compile("Mémoire"));
            visit.picture("alerts");
            zoomToTheAlert(visit);

            visit.go("/incidents");
            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Mémoire")))
                    .first()
                    .click();
            visit.press("Prendre en compte");
            shows(visit.page().locator(".page-head"), Pattern.compile("Pris en compte"));
            visit.type("Note", "Une barrette est commandée.").press("Noter");
            shows(visit.page().locator(".timeline"), Pattern.compile("a pris en compte.*Une barrette", Pattern.DOTALL));
            visit.picture("incident").isWithoutComplaint();

            visit.go("/rules");
            visit.page().locator("section#memory .try-out button").click();
            shows(visit.page().locator("#trial"), Pattern.compile("Cette règle se serait déclenchée"));
            visit.picture("trial").isWithoutComplaint();
            visit.go("/rules");
            visit.page().locator("section#memory button[formaction$='/reset']").click();
            PlaywrightAssertions.assertThat(memory.locator("[name='warning-raise']"))
                    .hasValue("90");
        }
    }

    private static void zoomToTheAlert(Visit visit) {
        Page page = visit.go("/history").page();
        page.locator("#found a").first().click();
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("server="));
        page.navigate(page.url() + "&metric=system.memory.utilization");
        page.locator("[data-metric='system.memory.utilization'] a[data-keeps-lines]")
                .first()
                .click();
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("from=\\d+&to=\\d+"));
        shows(page.locator("figure[data-metrics*='system.memory.utilization'] .lines-of"), PERCENT);
        visit.picture("alert-in-history").isWithoutComplaint();
    }

    @Test
    void theKeyboardGoesToTheIncidentsAndBack() {
        try (Visit visit = browser.visit(admin("en-GB"))) {
            visit.go("/fleet");
            visit.page().keyboard().press("g");
            visit.page().keyboard().press("i");
            visit.arrivesAt("/incidents");
            visit.page().keyboard().press("g");
            visit.page().keyboard().press("f");
            visit.arrivesAt("/fleet");
            visit.isWithoutComplaint();
        }
    }

    @Test
    void theDoorSaysWhatIsWrongAndKeepsTheName() {
        try (Visit visit = browser.visit(Person.speaking("fr-FR").onAPhone())) {
            visit.go("/audit");
            assertThat(visit.path()).startsWith("/login");
            visit.type("Nom ou adresse électronique", NAME)
                    .type("Mot de passe", "un mauvais mot de passe")
                    .press("Se connecter");
            PlaywrightAssertions.assertThat(visit.page().getByRole(AriaRole.ALERT))
                    .containsText("mot de passe est faux");
            assertThat(visit.focused()).isEqualTo("password");
            assertThat(visit.page().inputValue("[name=login]")).isEqualTo(NAME);
            visit.picture("login-refused").forgetRefusal();

            visit.type("Mot de passe", PASSWORD).press("Se connecter");
            visit.arrivesAt("/audit");
            visit.isWithoutComplaint();
        }
    }

    @Test
    void peopleWithoutScriptsLogInAndSeeTheFleet() {
        try (Visit visit = browser.visit(Person.speaking("en-GB").withoutScripts())) {
            visit.go("/login")
                    .type("Name or e-mail address", NAME)
                    .type("Password", PASSWORD)
                    .press("Log in");
            visit.arrivesAt("/fleet");
            PlaywrightAssertions.assertThat(visit.heading()).isVisible();
            visit.isWithoutComplaint();
        }
    }

    @Test
    void aWrongAddressIsAPageInTheVisitorsLanguage() {
        try (Visit visit = browser.visit(Person.speaking("fr-FR"))) {
            visit.go("/nothing/of/this/name");
            PlaywrightAssertions.assertThat(visit.heading()).hasText("Il n’y a rien ici");
            visit.forgetRefusal().isWithoutComplaint();
        }
    }

    private Person admin(String language) {
        return Person.speaking(language).loggedIn(session);
    }

    private static Locator machine(Visit visit) {
        return visit.page().locator("table.fleet tbody tr").first();
    }

    private static void shows(Locator place, Pattern text) {
        PlaywrightAssertions.assertThat(place)
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(LIVE_WITHIN.toMillis()));
    }
}
