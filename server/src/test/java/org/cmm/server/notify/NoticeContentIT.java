package org.cmm.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.cmm.core.alert.Severity;
import org.cmm.core.metric.Unit;
import org.cmm.core.notify.Gsm7;
import org.cmm.server.access.Language;
import org.cmm.server.alert.Measure;
import org.cmm.server.forecast.Forecasts.FullBetween;
import org.cmm.server.notify.Happening.Findings;
import org.cmm.server.notify.Happening.Foretold;
import org.cmm.server.notify.Happening.Machine;
import org.cmm.server.notify.Happening.Place;
import org.cmm.server.notify.Happening.Several;
import org.cmm.server.notify.Happening.Trouble;
import org.cmm.server.notify.Happening.What;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reaches people over every kind of channel, in both languages, of a machine and of a site. */
@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class NoticeContentIT {

    @Inject
    Mailroom room;

    @Inject
    IncidentNotices notices;

    @Inject
    OutboxLoop resident;

    private final ObjectMapper json = new ObjectMapper();
    private final Counterpart counterpart = new Counterpart();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void begin() {
        resident.stop();
        room.empty();
        room.jdbi.useHandle(db -> db.execute("TRUNCATE alert, incident, incident_entry, incident_alert CASCADE"));
        mail.start();
    }

    @AfterEach
    void close() {
        counterpart.close();
        mail.stop();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyChannelSaysEverythingOfAMachine(Language language) throws Exception {
        everyKind(language);
        room.tell(room.happening(7, What.OPENED, Severity.CRITICAL));
        boolean french = language == Language.FRENCH;
        List<String> said = french
                ? List.of(
                        "Caisse 7 (srv-7), Mairie",
                        "Disque /home 95 %, à partir de 90 %",
                        "Depuis",
                        "soit 10 min",
                        "en hausse de 4 % par heure",
                        "postgres 42 % · 3 Gio",
                        "coupure de courant (vraisemblable)",
                        "videz la corbeille")
                : List.of(
                        "Caisse 7 (srv-7), Mairie",
                        "Disk /home 95 %, at 90 % or more",
                        "Since",
                        "for 10 min",
                        "rising by 4 % an hour",
                        "postgres 42 % · 3 GiB",
                        "power cut (likely)",
                        "empty the bin");
        assertSaid(said, "/incidents/7");
        JsonNode trouble = hook().path("data").path("troubles").path(0);
        assertThat(trouble.path("value").asDouble()).isEqualTo(0.95);
        assertThat(trouble.path("level").asDouble()).isEqualTo(0.9);
        assertThat(trouble.path("perHour").asDouble()).isEqualTo(0.04);
        assertThat(hook().path("data").path("processes").path(0).asText()).isEqualTo("postgres");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyChannelSaysHowMuchOfASiteIsSilentAndWhy(Language language) throws Exception {
        everyKind(language);
        long incident = silentSite(14, 12, "power", "likely");
        line(incident, "opened");
        notices.write();
        boolean french = language == Language.FRENCH;
        List<String> said = french
                ? List.of(
                        "Mairie de Bafoussam, 12 machines sur 14",
                        "silencieuses",
                        "Caisse 01, Caisse 02, Caisse 03 et 9 autres",
                        "coupure de courant (vraisemblable)",
                        "demandez sur place si le courant est revenu")
                : List.of(
                        "Mairie de Bafoussam, 12 of 14 machines",
                        "silent",
                        "Caisse 01, Caisse 02, Caisse 03 and 9 more",
                        "power cut (likely)",
                        "ask somebody there whether the power is back");
        assertSaid(said, "/incidents/" + incident);
        assertThat(sms())
                .contains(
                        french ? "12 machines sur 14" : "12 of 14 machines",
                        french ? "cause : coupure de courant (vraisemblable)" : "cause: power cut (likely)");
        JsonNode data = hook().path("data");
        assertThat(data.path("machines").asInt() + "/" + data.path("of").asInt())
                .isEqualTo("12/14");
        assertThat(data.path("cause").asText() + " " + data.path("confidence").asText())
                .isEqualTo("power likely");
    }

    @Test
    void aDiskThatWillBeFullIsToldByItsDaysAndNeverByOne() {
        Instant now = Instant.parse("2026-11-29T10:00:00Z");
        FullBetween days = new FullBetween(
                now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(4)), now.plus(Duration.ofDays(5)));
        NoticeText english = new NoticeWords(Language.ENGLISH).text(foretold(now, What.OPENED, Optional.of(days)));
        assertThat(english.title()).endsWith("Disk /home full between Tuesday and Friday");
        assertThat(english.body()).contains("Disk /home full between Tuesday and Friday");
        assertThat(english.brief()).contains("full between Tuesday and Friday");
        NoticeText french = new NoticeWords(Language.FRENCH).text(foretold(now, What.OPENED, Optional.of(days)));
        assertThat(french.title()).endsWith("isque /home plein entre mardi et vendredi");
        assertThat(new NoticeWords(Language.ENGLISH)
                        .text(foretold(now, What.OPENED, Optional.empty()))
                        .title())
                .endsWith("full in about 4\u202fd");
        assertThat(new NoticeWords(Language.FRENCH)
                        .text(foretold(now, What.RECOVERED, Optional.of(days)))
                        .title())
                .endsWith("pas près d’être plein");
    }

    private static Happening foretold(Instant at, What what, Optional<FullBetween> days) {
        Trouble trouble = new Trouble(
                "disk-full",
                "system.filesystem.utilization{system.filesystem.mountpoint=/home}",
                Severity.WARNING,
                4 * 86_400,
                new Measure(Unit.SECONDS, Measure.Sort.LOW),
                OptionalDouble.of(7 * 86_400),
                OptionalDouble.empty(),
                Optional.of(new Foretold(days)));
        Place place = new Place(
                Optional.of(new Machine("srv-1", "Caisse")), Several.ONE, null, "Mairie", ZoneId.of("Africa/Douala"));
        return new Happening(
                1, 1, what, Severity.WARNING, at, at, place, new Findings(List.of(trouble), List.of(), "", ""));
    }

    @Test
    void anotherThingToDoIsToldWithItsReasonAndTheEndWithItsCause() throws Exception {
        int hook = room.webhook(counterpart);
        room.person(Mailroom.anythingIn(Language.ENGLISH), hook);
        long incident = silentSite(3, 3, "link", "certain");
        line(incident, "opened");
        line(incident, "cause");
        notices.write();
        room.work(room.process());
        assertThat(body(0)).contains("the whole of Mairie de Bafoussam, all 3 machines");
        assertThat(body(1)).contains("Why now: the cause is another than you were told", "see the router and its link");
        room.jdbi.useHandle(db -> db.execute("UPDATE incident_alert SET firing = false"));
        line(incident, "recovered");
        notices.write();
        room.work(room.process());
        assertThat(body(2)).contains("Over", "all 3 machines", "Probable cause: network link (certain)");
    }

    @Test
    void aSilenceThatNobodyHasJudgedYetWaitsAMomentForItsCause() throws Exception {
        room.person(Mailroom.anythingIn(Language.ENGLISH), room.webhook(counterpart));
        long incident = silentSite(3, 3, "link", "certain");
        room.jdbi.useHandle(db -> db.execute("DELETE FROM outage WHERE judged_at = '2000-01-01Z'"));
        line(incident, "opened");
        notices.write();
        assertThat(room.states()).isEmpty();
        room.clock.moveOn(java.time.Duration.ofSeconds(5));
        notices.write();
        assertThat(room.states()).isEqualTo("waiting 1");
    }

    private String body(int index) throws Exception {
        return plain(json.readTree(counterpart.taken().get(index).body())
                        .path("title")
                        .asText()
                + "\n"
                + json.readTree(counterpart.taken().get(index).body())
                        .path("text")
                        .asText());
    }

    /** One person who is found on every kind of channel. */
    private void everyKind(Language language) {
        String at = counterpart.url("/");
        Map<Integer, String> places = new HashMap<>();
        places.put(room.channel(ChannelKind.WEBHOOK, Map.of("url", at + "webhook"), Map.of("secret", "s")), "");
        places.put(room.channel(ChannelKind.TELEGRAM, Map.of("url", at + "telegram"), Map.of("token", "t")), "4711");
        places.put(room.channel(ChannelKind.SLACK, Map.of(), Map.of("url", at + "slack")), "");
        places.put(room.channel(ChannelKind.TEAMS, Map.of(), Map.of("url", at + "teams")), "");
        places.put(room.channel(ChannelKind.NTFY, Map.of("url", at + "ntfy"), Map.of()), "topic");
        places.put(room.channel(ChannelKind.GATEWAY, Map.of("url", at + "sms"), Map.of()), "+237699001122");
        places.put(
                room.channel(
                        ChannelKind.EMAIL,
                        Map.of(
                                "host", "127.0.0.1",
                                "port", Integer.toString(mail.getSmtp().getPort()),
                                "security", "none",
                                "from", "cmm@example.org"),
                        Map.of()),
                "awa@example.org");
        room.person(Mailroom.anythingIn(language), places);
    }

    private void assertSaid(List<String> said, String link) throws Exception {
        room.work(room.process());
        assertThat(room.states()).isEqualTo("sent 7");
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("webhook", strings("/webhook"));
        texts.put("telegram", strings("/telegram/bott/sendMessage"));
        texts.put("slack", strings("/slack"));
        texts.put("teams", strings("/teams"));
        texts.put("ntfy", strings("/ntfy"));
        MimeMessage message = mail.getReceivedMessages()[0];
        MimeMultipart content = (MimeMultipart) message.getContent();
        for (int part = 0; part < 2; part++) {
            texts.put(
                    part == 0 ? "e-mail's text" : "e-mail's page",
                    plain(message.getSubject() + "\n"
                            + content.getBodyPart(part).getContent()));
        }
        texts.forEach(
                (channel, text) -> assertThat(text).as(channel).contains(said).contains(link));
        assertThat(Gsm7.holds(sms())).as(sms()).isTrue();
        assertThat(Gsm7.septets(sms())).isLessThanOrEqualTo(Gsm7.SEGMENT);
    }

    private String sms() throws Exception {
        return json.readTree(taken("/sms")).path("message").asText();
    }

    private JsonNode hook() throws Exception {
        return json.readTree(taken("/webhook"));
    }

    /** Every text in what was sent, as it reads. */
    private String strings(String path) throws Exception {
        StringBuilder all = new StringBuilder();
        gather(json.readTree(taken(path)), all);
        return plain(all.toString());
    }

    private static void gather(JsonNode node, StringBuilder all) {
        if (node.isTextual()) {
            all.append(node.asText()).append('\n');
        }
        node.forEach(child -> gather(child, all));
    }

    private String taken(String path) {
        return counterpart.taken().stream()
                .filter(taken -> taken.path().equals(path))
                .findFirst()
                .orElseThrow()
                .body();
    }

    /** Blanks that do not break are blanks. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    private void line(long incident, String kind) {
        room.jdbi.useHandle(db -> db.execute("""
                INSERT INTO incident_entry (incident_id, at, kind, severity, audible) VALUES (?, ?, ?, 'critical', true)
                """, incident, room.now(), kind));
    }

    /** A site with an incident of as many silent machines, which CMM has judged for good. */
    private long silentSite(int watched, int silent, String cause, String confidence) {
        Instant at = room.now().minusSeconds(90);
        long made = room.jdbi.inTransaction(db -> {
            int site = db.createQuery("""
                            INSERT INTO site (name, zone) VALUES ('Mairie de Bafoussam', 'Africa/Douala')
                            ON CONFLICT DO NOTHING RETURNING id
                            """).mapTo(Integer.class).findOne().orElseGet(() -> db.createQuery(
                            "SELECT id FROM site WHERE name = 'Mairie de Bafoussam'")
                    .mapTo(Integer.class)
                    .one());
            db.execute("UPDATE server SET site_id = NULL WHERE site_id = ?", site);
            long incident = db.createQuery("""
                            INSERT INTO incident (site_id, stage, severity, worst, told, opened_at, raises, flapping)
                            VALUES (:site, 'open', 'critical', 'critical', 'critical', :at, ARRAY[:at]::timestamptz[],
                                false) RETURNING id
                            """)
                    .bind("site", site)
                    .bind("at", at)
                    .mapTo(Long.class)
                    .one();
            for (int number = 1; number <= watched; number++) {
                String code = UUID.randomUUID().toString().substring(0, 18);
                int server = db.createQuery(
                                "INSERT INTO server (code, name, site_id) VALUES (:code, :name, :site) RETURNING id")
                        .bind("code", "x-" + code)
                        .bind("name", "Caisse %02d".formatted(number))
                        .bind("site", site)
                        .mapTo(Integer.class)
                        .one();
                db.execute("INSERT INTO agent (server_id, fingerprint, version) VALUES (?, ?, 'test')", server, code);
                if (number > silent) {
                    continue;
                }
                long alert = db.createQuery("""
                                INSERT INTO alert (server_id, rule, subject, severity, worst, value, raised_at, changed_at)
                                VALUES (:server, 'silent', '', 'critical', 'critical', 75, :at, :at) RETURNING id
                                """)
                        .bind("server", server)
                        .bind("at", at)
                        .mapTo(Long.class)
                        .one();
                db.execute("INSERT INTO incident_alert VALUES (?, ?, 'critical', true)", alert, incident);
                db.execute("""
                        INSERT INTO outage (server_id, from_at, until_at, alert_id, cause, confidence, provisional,
                            judged_at)
                        VALUES (?, now() - interval '3 days', now() - interval '2 days', ?, ?, ?, false, '2000-01-01Z')
                        """, server, alert, cause, confidence);
            }
            return incident;
        });
        room.readAgain();
        return made;
    }
}
