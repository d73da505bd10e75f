package org.cmm.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** What is kept of a refresh token, and what showing it means. */
record RefreshToken(String fingerprint, UUID session, Optional<Instant> spentAt, Optional<String> successor) {

    /** Two tabs that wake up together show the same token within this time. */
    static final Duration TOGETHER = Duration.ofSeconds(30);

    /** What showing a token means. */
    enum Meaning {
        /** It is the newest one: a successor takes its place. */
        NEWEST,
        /** A twin request has just been given the successor: access is granted, a second successor is not. */
        TWIN,
        /** Its successor was never shown, so the answer was lost on the way: the successor is replaced. */
        LOST_ANSWER,
        /** Its successor has been in use: somebody copied it. */
        STOLEN
    }

    /** Reads the token's past, and that of its successor if it has one. */
    Meaning shownAt(Instant now, Optional<RefreshToken> next) {
        if (spentAt.isEmpty()) {
            return Meaning.NEWEST;
        }
        if (successor.isPresent() && now.isBefore(spentAt.get().plus(TOGETHER))) {
            return Meaning.TWIN;
        }
        return next.isPresent() && next.get().spentAt().isEmpty() ? Meaning.LOST_ANSWER : Meaning.STOLEN;
    }

    static RefreshToken of(ResultSet row, StatementContext context) throws SQLException {
        return new RefreshToken(
                row.getString("fingerprint"),
                row.getObject("session_id", UUID.class),
                Optional.ofNullable(row.getTimestamp("spent_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("successor")));
    }
}
