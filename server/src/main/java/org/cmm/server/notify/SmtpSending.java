package org.cmm.server.notify;

import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Sends one notice by SMTP, within bounds of time, and shows the dialogue. */
@Singleton
class SmtpSending {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PATIENCE_IN_ALL = Duration.ofSeconds(60);
    private static final int MOST_DIALOGUE = 16_384;

    Outcome send(OpenChannel channel, Outgoing notice, Wire wire) {
        var refusal = Destination.refusal(channel.value("host"));
        if (refusal.isPresent()) {
            wire.note(refusal.get());
            return Outcome.retry(refusal.get());
        }
        Dialogue dialogue = new Dialogue();
        try (PrintStream debug = new PrintStream(dialogue, true, StandardCharsets.UTF_8)) {
            Session session = Session.getInstance(properties(channel));
            session.setDebugOut(debug);
            session.setDebug(true);
            Outcome outcome = withinPatience(() -> deliver(session, channel, notice));
            dialogue.tell(wire);
            wire.note(outcome.detail());
            return outcome;
        }
    }

    /** A server that sends a byte now and then keeps every single wait short; an interrupt closes the socket. */
    private static Outcome withinPatience(Supplier<Outcome> delivery) {
        CompletableFuture<Outcome> coming = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name("smtp").start(() -> {
            try {
                coming.complete(delivery.get());
            } catch (RuntimeException e) {
                coming.complete(Outcome.retry(said(e)));
            }
        });
        try {
            return coming.get(PATIENCE_IN_ALL.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return Outcome.retry("not done within %d s".formatted(PATIENCE_IN_ALL.toSeconds()));
        } catch (ExecutionException e) {
            return Outcome.retry(said(e));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return Outcome.retry("CMM is stopping");
        }
    }

    private static Outcome deliver(Session session, OpenChannel channel, Outgoing notice) {
        try (Transport transport = session.getTransport(scheme(channel))) {
            String user = channel.value("user");
            transport.connect(
                    channel.value("host"),
                    Integer.parseInt(channel.value("port")),
                    user.isEmpty() ? null : user,
                    user.isEmpty() ? null : channel.value("password"));
            MimeMessage message = message(session, channel, notice);
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Accepted("accepted by " + channel.value("host"));
        } catch (AuthenticationFailedException e) {
            return Outcome.retry("%s refuses user and password".formatted(channel.value("host")));
        } catch (MessagingException e) {
            return judged(e);
        } catch (IOException e) {
            return Outcome.retry(said(e));
        }
    }

    /** A name that the server does not know stays unknown; whatever else it refuses may be mended. */
    private static Outcome judged(MessagingException fault) {
        for (Exception cause = fault; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address && address.getReturnCode() / 100 == 5) {
                return new Outcome.Refused(said(address));
            }
            if (cause instanceof SMTPSendFailedException message && message.getReturnCode() == 554) {
                return new Outcome.Refused(said(message));
            }
        }
        return Outcome.retry(said(fault));
    }

    private static @Nullable Exception next(Exception fault) {
        return fault instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** The library's own words and, where they are not in them, those of what lies beneath. */
    private static String said(Exception fault) {
        String text = words(fault);
        Throwable deepest = fault;
        for (Exception cause = fault; cause != null; cause = next(cause)) {
            deepest = cause;
        }
        for (Throwable cause = deepest; cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        String beneath = words(deepest);
        String whole = text.contains(beneath) ? text : text + ": " + beneath;
        return whole.length() <= 200 ? whole : whole.substring(0, 200) + "…";
    }

    private static String words(Throwable fault) {
        String message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll(";$", "");
    }

    private static MimeMessage message(Session session, OpenChannel channel, Outgoing notice)
            throws MessagingException, IOException {
        MimeMessage message = new KeyedMessage(session, notice.key() + "@cmm.invalid");
        InternetAddress from = new InternetAddress(channel.value("from"), true);
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(notice.to(), true));
        message.setSubject(notice.title(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(notice.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Priority", notice.severity().equals("critical") ? "1" : "3");
        message.setContent(content(notice));
        return message;
    }

    /** As text and as a page; a reader of mail takes the last that it can show. */
    private static MimeMultipart content(Outgoing notice) throws MessagingException {
        String link = notice.link().isEmpty() ? "" : "\n\n" + notice.link();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(notice.body() + link + "\n", StandardCharsets.UTF_8.name());
        MimeBodyPart page = new MimeBodyPart();
        page.setText(MailPage.of(notice), StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", text, page);
    }

    /** The message's id is the notice's key, so that a mail system knows one that comes twice. */
    private static final class KeyedMessage extends MimeMessage {

        private final String id;

        KeyedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    private static String scheme(OpenChannel channel) {
        return channel.value("security").equals("tls") ? "smtps" : "smtp";
    }

    private static Properties properties(OpenChannel channel) {
        Properties properties = new Properties();
        String scheme = "mail." + scheme(channel) + ".";
        String millis = Long.toString(PATIENCE.toMillis());
        properties.setProperty(scheme + "connectiontimeout", millis);
        properties.setProperty(scheme + "timeout", millis);
        properties.setProperty(scheme + "writetimeout", millis);
        properties.setProperty(
                scheme + "auth", Boolean.toString(!channel.value("user").isEmpty()));
        properties.setProperty(scheme + "ssl.checkserveridentity", "true");
        properties.setProperty(scheme + "quitwait", "false");
        properties.setProperty("mail.debug.auth", "false");
        if (!channel.value("certificate").isEmpty()) {
            properties.put(scheme + "ssl.socketFactory", PinnedCertificate.factory(channel.value("certificate")));
            properties.setProperty(scheme + "ssl.checkserveridentity", "false");
            properties.setProperty(scheme + "socketFactory.fallback", "false");
        }
        if (channel.value("security").equals("starttls")) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        return properties;
    }

    /** The beginning of the dialogue, without what the library says to itself and without the message's own text. */
    private static final class Dialogue extends ByteArrayOutputStream {

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, Math.clamp(MOST_DIALOGUE - size(), 0, length));
        }

        @Override
        public synchronized void write(int one) {
            if (size() < MOST_DIALOGUE) {
                super.write(one);
            }
        }

        void tell(Wire wire) {
            toString(StandardCharsets.UTF_8).lines().forEach(line -> tell(line, wire));
        }

        private static void tell(String line, Wire wire) {
            if (line.startsWith("DEBUG SMTP: ")) {
                wire.note(line.substring("DEBUG SMTP: ".length()));
            } else if (line.matches("\\d{3}[ -].*")) {
                wire.received(line);
            } else if (!line.startsWith("DEBUG")) {
                wire.sent(line);
            }
        }
    }
}
