package org.cmm.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.cmm.core.notify.BackOff;
import org.cmm.core.notify.Digest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The outbox as one process works on it: claims what is due for a while, and writes down how it went. A process that
 * dies in between loses its claim when the while is over, and then another one sends the notice, with the same key.
 */
final class Outbox {

    /** Longer than any attempt is allowed to take. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST_IN_A_DIGEST = 500;

    private final UUID owner = UUID.randomUUID();
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final RandomGenerator dice;
    private final DigestWords digests;

    Outbox(Jdbi jdbi, InstantSource clock, RandomGenerator dice, ZoneId zone) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.dice = dice;
        this.digests = new DigestWords(zone);
    }

    /** A notice that this process may send, and the attempt that was noted before. */
    record Claim(Notice notice, long attempt) {}

    /** @param room how many may be claimed at most */
    List<Claim> claim(int room) {
        Instant now = clock.instant();
        return jdbi.inTransaction(db -> {
            NoticeTable.expire(db, now);
            List<Claim> claims = new ArrayList<>();
            for (Notice head : NoticeTable.heads(db, room, now)) {
                Notice next = merged(db, head, now);
                claims.add(new Claim(next, NoticeTable.claim(db, next.id(), owner, now, LEASE)));
            }
            return claims;
        });
    }

    private Notice merged(Handle db, Notice head, Instant now) {
        List<Notice> line = NoticeTable.line(db, head, MOST_IN_A_DIGEST, now);
        if (!Digest.due(line.size(), head.happenedAt(), now)) {
            return head;
        }
        List<Notice> flat = line.stream()
                .flatMap(notice -> notice.kind() == NoticeKind.DIGEST
                        ? NoticeTable.members(db, notice.id()).stream()
                        : java.util.stream.Stream.of(notice))
                .toList();
        int attempts = line.stream().mapToInt(Notice::attempts).max().orElse(0);
        return NoticeTable.merge(db, digests.digest(flat, attempts, now), line, now);
    }

    /** Writes down how an attempt ended; false when its claim had run out before. */
    boolean settle(Claim claim, Outcome outcome) {
        Instant now = clock.instant();
        Notice notice = claim.notice();
        return jdbi.inTransaction(db -> {
            NoticeTable.note(db, claim.attempt(), word(outcome), outcome.detail(), now);
            return switch (outcome) {
                case Outcome.Accepted _ -> NoticeTable.settle(db, notice.id(), owner, "sent", now, now);
                case Outcome.Refused _ -> NoticeTable.settle(db, notice.id(), owner, "refused", now, now);
                case Outcome.Retry(var _, var asked) -> {
                    Instant due = BackOff.USUAL.next(now, notice.attempts() + 1, asked, dice.nextDouble());
                    yield NoticeTable.settle(db, notice.id(), owner, "waiting", due, now);
                }
            };
        });
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "accepted";
            case Outcome.Refused _ -> "refused";
            case Outcome.Retry _ -> "retry";
        };
    }
}
