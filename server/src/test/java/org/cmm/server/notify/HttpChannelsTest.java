package org.cmm.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.server.notify.Samples.channel;
import static org.cmm.server.notify.Samples.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cmm.server.notify.Counterpart.Reply;
import org.cmm.server.notify.Counterpart.Taken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every kind that goes over HTTP, with a real server at the other end. */
class HttpChannelsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Counterpart counterpart = new Counterpart();
    private final HttpSending http = new HttpSending();
    private final Sending sending =
            new Sending(new HttpCalls(JSON), http, new SmtpSending(), InstantSource.fixed(Samples.NOON.plusSeconds(5)));

    @AfterEach
    void close() {
        http.close();
        counterpart.close();
    }

    @Test
    void aWebhookIsSignedWithItsTime() throws Exception {
        OpenChannel webhook = channel(ChannelKind.WEBHOOK, "url=" + counterpart.url("/hook"), "secret=a long secret");
        assertThat(send(webhook, "")).isEqualTo(new Outcome.Accepted("HTTP 200 ok"));
        Taken taken = counterpart.taken().getFirst();
        assertThat(taken.header("webhook-id")).isEqualTo(Samples.KEY.toString());
        assertThat(taken.header("webhook-timestamp")).isEqualTo("1795521605");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a long secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = Samples.KEY + ".1795521605." + taken.body();
        assertThat(taken.header("webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(JSON.readTree(taken.body()).at("/data/server").asText()).isEqualTo("srv-001");
    }

    @Test
    void aSecretOfStandardWebhooksIsReadAsBase64() {
        assertThat(WebhookSignature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void telegramGetsTheChatAndTheWholeText() throws Exception {
        OpenChannel bot = channel(ChannelKind.TELEGRAM, "url=" + counterpart.url(""), "token=12:abc");
        assertThat(send(bot, "-100123")).isInstanceOf(Outcome.Accepted.class);
        Taken taken = counterpart.taken().getFirst();
        assertThat(taken.path()).isEqualTo("/bot12:abc/sendMessage");
        assertThat(JSON.readTree(taken.body()).get("chat_id").asText()).isEqualTo("-100123");
        assertThat(JSON.readTree(taken.body()).get("text").asText())
                .startsWith("srv-001 « Caisse »")
                .endsWith("https://cmm.example.org/incidents/7");
    }

    @Test
    void slackReadsNoMarkUpOutOfAText() throws Exception {
        send(channel(ChannelKind.SLACK, "url=" + counterpart.url("/services/T0/B0/x")), "");
        assertThat(JSON.readTree(counterpart.taken().getFirst().body())
                        .get("text")
                        .asText())
                .contains("&lt;b&gt;&amp;")
                .contains("<https://cmm.example.org/incidents/7>");
    }

    @Test
    void teamsGetsACard() throws Exception {
        send(channel(ChannelKind.TEAMS, "url=" + counterpart.url("/workflows/x")), "");
        assertThat(JSON.readTree(counterpart.taken().getFirst().body())
                        .at("/attachments/0/content/body/0/text")
                        .asText())
                .startsWith("srv-001");
    }

    @Test
    void ntfyGetsTopicPriorityAndLink() throws Exception {
        send(channel(ChannelKind.NTFY, "url=" + counterpart.url("/"), "token=tk_1"), "mairie");
        Taken taken = counterpart.taken().getFirst();
        assertThat(taken.header("Authorization")).isEqualTo("Bearer tk_1");
        assertThat(JSON.readTree(taken.body()).get("topic").asText()).isEqualTo("mairie");
        assertThat(JSON.readTree(taken.body()).get("priority").asInt()).isEqualTo(5);
    }

    @Test
    void aGatewaysTemplatesAreFilledAsEachPlaceNeedsIt() throws Exception {
        OpenChannel sms = channel(
                ChannelKind.GATEWAY,
                "url=" + counterpart.url("/send?to={to}&ref={key}"),
                "headers=Content-Type: application/json\nAuthorization: Basic {secret}",
                "secret=c2VjcmV0");
        assertThat(send(sms, "+237 699&x")).isInstanceOf(Outcome.Accepted.class);
        Taken taken = counterpart.taken().getFirst();
        assertThat(taken.path()).isEqualTo("/send?to=%2B237%20699%26x&ref=" + Samples.KEY);
        assertThat(taken.header("Authorization")).isEqualTo("Basic c2VjcmV0");
        assertThat(JSON.readTree(taken.body()).get("message").asText())
                .isEqualTo("srv-001: disque 95 % depuis 12 h 00, à vérifier bientot");
    }

    @Test
    void aGatewayThatSaysYesToEverythingIsAskedForProof() {
        OpenChannel sms = channel(ChannelKind.GATEWAY, "url=" + counterpart.url("/"), "success=\"status\":\"sent\"");
        counterpart.willAnswer(
                Reply.of(200, "{\"status\":\"no credit\"}"), Reply.of(200, "{\"status\":\"sent\",\"id\":1}"));
        assertThat(send(sms, "+237")).isInstanceOf(Outcome.Retry.class);
        assertThat(send(sms, "+237")).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void whoAsksForTimeIsLeftAloneThatLong() {
        OpenChannel bot = channel(ChannelKind.TELEGRAM, "url=" + counterpart.url(""), "token=12:abc");
        counterpart.willAnswer(
                Reply.of(429, "slow down").with("Retry-After", "120"),
                Reply.of(503, "").with("Retry-After", "Tue, 24 Nov 2026 12:01:05 GMT"),
                Reply.of(429, "{\"ok\":false,\"parameters\":{\"retry_after\":31}}"));
        assertThat(asked(send(bot, "1"))).isEqualTo(Duration.ofMinutes(2));
        assertThat(asked(send(bot, "1"))).isEqualTo(Duration.ofSeconds(60));
        assertThat(asked(send(bot, "1"))).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void onlyWhatBlamesThisVeryNoticeIsRefusedForGood() {
        OpenChannel slack = channel(ChannelKind.SLACK, "url=" + counterpart.url("/x"));
        counterpart.willAnswer(
                Reply.of(400, "invalid_payload"), Reply.of(401, ""), Reply.of(404, ""), Reply.of(500, ""));
        assertThat(send(slack, "")).isInstanceOf(Outcome.Refused.class);
        assertThat(send(slack, "")).isInstanceOf(Outcome.Retry.class);
        assertThat(send(slack, "")).isInstanceOf(Outcome.Retry.class);
        assertThat(send(slack, "")).isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void aRedirectLeadsNowhere() {
        try (Counterpart elsewhere = new Counterpart()) {
            counterpart.willAnswer(Reply.of(307, "").with("Location", elsewhere.url("/")));
            assertThat(send(channel(ChannelKind.SLACK, "url=" + counterpart.url("/x")), ""))
                    .isEqualTo(new Outcome.Retry("HTTP 307 ", Duration.ZERO));
            assertThat(elsewhere.taken()).isEmpty();
        }
    }

    @Test
    void whoeverHangsIsGivenUpInTime() {
        counterpart.willAnswer(Reply.of(200, "late").after(3_000));
        Wire wire = Wire.hiding(java.util.List.of());
        long begin = System.nanoTime();
        Outcome outcome = sending.send(
                channel(ChannelKind.SLACK, "url=" + counterpart.url("/x")), notice(""), Duration.ofMillis(400), wire);
        assertThat(outcome).isInstanceOf(Outcome.Retry.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(2_500));
    }

    @Test
    void ofAnEndlessAnswerOnlyTheBeginningIsRead() {
        counterpart.willAnswer(Reply.of(200, "x".repeat(5_000_000)));
        Outcome outcome = send(channel(ChannelKind.SLACK, "url=" + counterpart.url("/x")), "");
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcome.detail()).hasSizeLessThan(220);
    }

    @Test
    void nobodyListeningIsSaidPlainly() {
        String closed = counterpart.url("/x");
        counterpart.close();
        assertThat(send(channel(ChannelKind.SLACK, "url=" + closed), "").detail())
                .contains("refuses the connection");
    }

    @Test
    void metadataAndLinkLocalAddressesAreNeverAsked() {
        for (String host : new String[] {"169.254.169.254", "[fe80::1]", "[fd00:ec2::254]", "224.0.0.1", "0.0.0.0"}) {
            assertThat(Destination.refusal(host)).as(host).isPresent();
        }
        assertThat(Destination.refusal("192.168.1.20")).isEmpty();
        assertThat(send(channel(ChannelKind.SLACK, "url=http://169.254.169.254/latest"), "")
                        .detail())
                .contains("metadata");
    }

    @Test
    void theWireShowsEverythingButSecrets() {
        OpenChannel bot = channel(ChannelKind.TELEGRAM, "url=" + counterpart.url(""), "token=12:abcdef");
        counterpart.willAnswer(Reply.of(404, "no bot 12:abcdef"));
        Wire wire = Wire.hiding(bot.hidden());
        Outcome outcome = sending.send(bot, notice("1"), wire);
        assertThat(String.join("\n", wire.lines()) + outcome)
                .contains("> POST " + counterpart.url("/bot•••/sendMessage"))
                .contains("< HTTP 404")
                .contains("no bot •••")
                .doesNotContain("abcdef");
    }

    private Outcome send(OpenChannel channel, String to) {
        return sending.send(channel, notice(to), Wire.hiding(channel.hidden()));
    }

    private static Duration asked(Outcome outcome) {
        return outcome instanceof Outcome.Retry(var detail, var asked) ? asked : Duration.ofDays(-1);
    }
}
