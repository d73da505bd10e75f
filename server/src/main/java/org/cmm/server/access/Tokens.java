package org.cmm.server.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What a program needs to act for a logged-in user.
 *
 * @param accessToken goes into {@code Authorization: Bearer}
 * @param refreshToken buys the next access token, once; absent when a twin request has just been given it
 */
record Tokens(String accessToken, Instant expiresAt, Optional<String> refreshToken) {

    static Tokens of(AccessTokens.Signed access, Sessions.Opened session) {
        return new Tokens(access.token(), access.expiresAt(), session.refreshToken());
    }

    @Override
    public String toString() {
        return "tokens until " + expiresAt;
    }
}
