package org.cmm.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.server.notify.Samples.channel;
import static org.cmm.server.notify.Samples.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** E-mail, with a real SMTP server at the other end. */
class SmtpChannelTest {

    private final GreenMail mail =
            new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_SMTPS)});
    private final SmtpSending smtp = new SmtpSending();

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(30_000);
        return setup;
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void aNoticeArrivesWithItsLettersItsLinkAndItsKey() throws Exception {
        mail.start();
        OpenChannel plain = plain(mail.getSmtp().getPort());
        assertThat(send(plain)).isEqualTo(new Outcome.Accepted("accepted by 127.0.0.1"));
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("srv-001 « Caisse » : disque 95 %");
        MimeMultipart content = (MimeMultipart) message.getContent();
        assertThat(content.getContentType()).startsWith("multipart/alternative");
        assertThat(content.getBodyPart(0).getContent().toString())
                .contains("Le disque est plein à 95 %.", "Depuis 12 h 00 <b>&", "/incidents/7");
        assertThat(content.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(content.getBodyPart(1).getContent().toString())
                .contains(
                        "srv-001 « Caisse »",
                        "Depuis 12 h 00 &lt;b&gt;&amp;",
                        "href=\"https://cmm.example.org/incidents/7\"");
        assertThat(message.getMessageID()).isEqualTo("<" + Samples.KEY + "@cmm.invalid>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void userAndPasswordLetItInAndNeverShow() {
        mail.start();
        mail.setUser("cmm@example.org", "cmm", "p4ssw0rd!");
        OpenChannel known = channel(
                ChannelKind.EMAIL,
                "host=127.0.0.1",
                "port=" + mail.getSmtp().getPort(),
                "security=none",
                "from=cmm@example.org",
                "user=cmm",
                "password=p4ssw0rd!");
        Wire wire = Wire.hiding(known.hidden());
        assertThat(smtp.send(known, notice("awa@example.org"), wire)).isInstanceOf(Outcome.Accepted.class);
        assertThat(wire.lines())
                .anyMatch(line -> line.startsWith("< 220"))
                .anyMatch(line -> line.startsWith("> MAIL FROM:<cmm@example.org>"))
                .noneMatch(line -> line.contains("p4ssw0rd"));
    }

    @Test
    void aWrongPasswordIsTriedAgainUntilSomebodyMendsIt() {
        mail.start();
        mail.setUser("cmm@example.org", "cmm", "right");
        OpenChannel wrong = channel(
                ChannelKind.EMAIL,
                "host=127.0.0.1",
                "port=" + mail.getSmtp().getPort(),
                "security=none",
                "from=cmm@example.org",
                "user=cmm",
                "password=wrong");
        assertThat(send(wrong)).isEqualTo(Outcome.retry("127.0.0.1 refuses user and password"));
    }

    @Test
    void withoutStarttlsNothingGoesOutInTheOpen() {
        mail.start();
        OpenChannel strict = channel(
                ChannelKind.EMAIL,
                "host=127.0.0.1",
                "port=" + mail.getSmtp().getPort(),
                "security=starttls",
                "from=cmm@example.org");
        assertThat(send(strict)).isInstanceOf(Outcome.Retry.class);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() {
        mail.start();
        OpenChannel tls = channel(
                ChannelKind.EMAIL,
                "host=127.0.0.1",
                "port=" + mail.getSmtps().getPort(),
                "security=tls",
                "from=cmm@example.org");
        assertThat(send(tls)).isInstanceOfSatisfying(Outcome.Retry.class, retry -> assertThat(retry.detail())
                .containsIgnoringCase("certification path"));
    }

    @Test
    void theOneCertificateThatIsNamedIsTrusted() throws Exception {
        mail.start();
        assertThat(send(pinned("0".repeat(64)))).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
            String shown = retry.detail().replaceAll(".*sha256:", "");
            assertThat(send(pinned(shown))).isInstanceOf(Outcome.Accepted.class);
        });
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    private OpenChannel pinned(String fingerprint) {
        return channel(
                ChannelKind.EMAIL,
                "host=127.0.0.1",
                "port=" + mail.getSmtps().getPort(),
                "security=tls",
                "from=cmm@example.org",
                "certificate=" + fingerprint);
    }

    @Test
    void whereStarttlsIsOfferedNothingIsSaidInTheOpenButThatWord() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp("250 ok")) {
            String shown = send(starttls(server, "0".repeat(64))).detail().replaceAll(".*sha256:", "");
            assertThat(send(starttls(server, shown))).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.heard())
                    .filteredOn(line -> line.startsWith("open"))
                    .allMatch(line -> line.matches("open (EHLO|STARTTLS|QUIT).*"));
            assertThat(server.heard()).anyMatch(line -> line.startsWith("tls RCPT TO:<awa@example.org>"));
        }
    }

    private static OpenChannel starttls(ScriptedSmtp server, String fingerprint) {
        return channel(
                ChannelKind.EMAIL,
                "host=127.0.0.1",
                "port=" + server.port(),
                "security=starttls",
                "from=cmm@example.org",
                "certificate=" + fingerprint);
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThat(send(plain(port))).isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void anAddressThatTheServerDoesNotKnowIsRefusedForGood() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp("550 5.1.1 no such user")) {
            assertThat(send(plain(server.port())))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.detail())
                            .contains("no such user"));
        }
        try (ScriptedSmtp server = new ScriptedSmtp("451 4.7.1 greylisted, come back")) {
            assertThat(send(plain(server.port()))).isInstanceOf(Outcome.Retry.class);
        }
    }

    private Outcome send(OpenChannel channel) {
        return smtp.send(channel, notice("awa@example.org"), Wire.hiding(List.of()));
    }

    private static OpenChannel plain(int port) {
        return channel(ChannelKind.EMAIL, "host=127.0.0.1", "port=" + port, "security=none", "from=cmm@example.org");
    }
}
