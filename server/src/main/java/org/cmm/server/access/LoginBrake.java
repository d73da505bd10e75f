package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cmm.server.platform.Secrets;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Slows down guessing. An attempt is counted before its password is looked at and forgiven when it was right, so many
 * attempts at once gain nothing. Names that belong to nobody are counted like any other.
 */
@ApplicationScoped
class LoginBrake {

    /** A user mistypes; a whole office behind one address mistypes more. */
    private static final int FREE_PER_ACCOUNT = 6;

    private static final int FREE_PER_ADDRESS = 40;
    private static final int FREE_REGISTRATIONS = 15;

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    LoginBrake(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Subject(String key, int free) {}

    /** Counts an attempt to log in; the answer is how long to wait when it may not even be tried. */
    Optional<Duration> charge(String login, String address) {
        return charge(subjects(login, address));
    }

    /** Counts something a stranger may do a few times an hour. */
    Optional<Duration> charge(String address) {
        return charge(List.of(new Subject("registration " + network(address), FREE_REGISTRATIONS)));
    }

    /** The attempt was right: the account starts afresh, the address gets this attempt back. */
    void forgive(String login, String address) {
        List<Subject> subjects = subjects(login, address);
        jdbi.useTransaction(db -> {
            delete(db, subjects.getFirst().key());
            Attempts ofAddress = lock(db, subjects.getLast().key(), clock.instant());
            save(db, subjects.getLast().key(), ofAddress.forgiven());
        });
    }

    /** The attempt was not even looked at, so it alone is not counted; what failed before stays. */
    void takeBack(String login, String address) {
        jdbi.useTransaction(db -> subjects(login, address)
                .forEach(subject -> save(
                        db,
                        subject.key(),
                        lock(db, subject.key(), clock.instant()).forgiven())));
    }

    private Optional<Duration> charge(List<Subject> subjects) {
        Instant now = clock.instant();
        return jdbi.inTransaction(db -> {
            deleteOlderThan(db, now.minus(Attempts.FORGOTTEN_AFTER.multipliedBy(2)));
            Optional<Duration> wait = Optional.empty();
            for (Subject subject : subjects) {
                wait = wait.or(() -> lock(db, subject.key(), now).lockedFor(now));
            }
            if (wait.isEmpty()) {
                subjects.forEach(subject ->
                        save(db, subject.key(), lock(db, subject.key(), now).failed(now, subject.free())));
            }
            return wait;
        });
    }

    private static List<Subject> subjects(String login, String address) {
        String account = Secrets.fingerprint(User.tidy(login).toLowerCase(Locale.ROOT));
        return List.of(
                new Subject("account " + account, FREE_PER_ACCOUNT),
                new Subject("address " + network(address), FREE_PER_ADDRESS));
    }

    /** One subscriber has a whole /64 of IPv6 addresses, so the first four groups stand for all of them. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split("%", 2)[0].split(":", -1);
        return groups.length < 4 ? address : String.join(":", List.of(groups).subList(0, 4));
    }

    private static Attempts lock(Handle db, String subject, Instant now) {
        db.createUpdate("""
                        INSERT INTO login_attempts (subject, failures, last_at) VALUES (:subject, 0, :now)
                        ON CONFLICT DO NOTHING
                        """).bind("subject", subject).bind("now", now).execute();
        return db.createQuery("SELECT * FROM login_attempts WHERE subject = :subject FOR UPDATE")
                .bind("subject", subject)
                .map(LoginBrake::attempts)
                .one();
    }

    private static void save(Handle db, String subject, Attempts attempts) {
        db.createUpdate("""
                        UPDATE login_attempts SET failures = :failures, last_at = :last, locked_until = :until
                         WHERE subject = :subject
                        """)
                .bind("subject", subject)
                .bind("failures", attempts.failures())
                .bind("last", attempts.last())
                .bind("until", attempts.lockedUntil().orElse(null))
                .execute();
    }

    private static void delete(Handle db, String subject) {
        db.createUpdate("DELETE FROM login_attempts WHERE subject = :subject")
                .bind("subject", subject)
                .execute();
    }

    /** Rows that others hold are left for the next time, so that nobody waits for tidying up. */
    private static void deleteOlderThan(Handle db, Instant time) {
        db.createUpdate("""
                        DELETE FROM login_attempts WHERE subject IN (
                            SELECT subject FROM login_attempts WHERE last_at < :time FOR UPDATE SKIP LOCKED)
                        """).bind("time", time).execute();
    }

    private static Attempts attempts(ResultSet row, StatementContext context) throws SQLException {
        return new Attempts(
                row.getInt("failures"),
                row.getTimestamp("last_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("locked_until")).map(Timestamp::toInstant));
    }
}
