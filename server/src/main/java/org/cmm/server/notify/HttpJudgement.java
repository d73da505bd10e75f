package org.cmm.server.notify;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cmm.server.notify.HttpSending.Answer;

/** What an answer means for the notice. */
final class HttpJudgement {

    /** Telegram says it in its body. */
    private static final Pattern RETRY_IN_BODY = Pattern.compile("\"retry_after\"\\s*:\\s*(\\d{1,6})");

    private static final int LONGEST_DETAIL = 200;

    private HttpJudgement() {}

    /**
     * Refused for good is only what blames this very notice. Wrong passwords, missing pages and redirects are faults of
     * the channel, which an administrator can mend before the notice expires.
     */
    static Outcome of(OpenChannel channel, Answer answer, Instant now) {
        if (answer.status() == 0) {
            return Outcome.retry(shortened(answer.fault()));
        }
        String detail =
                shortened("HTTP %d %s".formatted(answer.status(), answer.body().strip()));
        if (answer.status() / 100 == 2) {
            return taken(channel, answer) ? new Outcome.Accepted(detail) : Outcome.retry(detail);
        }
        return switch (answer.status()) {
            case 400, 413, 422 -> new Outcome.Refused(detail);
            default -> new Outcome.Retry(detail, asked(answer, now));
        };
    }

    /** Some gateways say 200 to whatever comes, and in their answer whether they took it. */
    private static boolean taken(OpenChannel channel, Answer answer) {
        String proof = channel.value("success");
        return proof.isEmpty() || answer.body().contains(proof);
    }

    /** RFC 9110, 10.2.3: seconds, or a date. */
    private static Duration asked(Answer answer, Instant now) {
        Matcher inBody = RETRY_IN_BODY.matcher(answer.body());
        Optional<Duration> header = answer.retryAfter().flatMap(text -> wait(text.strip(), now));
        return header.orElseGet(
                () -> inBody.find() ? Duration.ofSeconds(Long.parseLong(inBody.group(1))) : Duration.ZERO);
    }

    private static Optional<Duration> wait(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
    }
}
