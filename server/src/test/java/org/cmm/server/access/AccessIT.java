package org.cmm.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.cmm.server.platform.GivenTime;
import org.cmm.server.platform.ProblemException;
import org.cmm.server.platform.RealDatabase;
import org.cmm.server.platform.Settings;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealDatabase.class)
class AccessIT {

    private static final String PASSWORD = "correct horse battery";

    @Inject
    Jdbi jdbi;

    @Inject
    GivenTime clock;

    @Inject
    Sessions sessions;

    @Inject
    LoginBrake brake;

    @Inject
    Registration registration;

    @Inject
    Users users;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Settings settings;

    @Test
    @ActivateRequestContext
    void aRefreshTokenThatIsShownAgainAfterItsSuccessorEndsTheSessionForBoth() {
        Sessions.Opened first = sessions.open(someone(Role.VIEWER));
        String stolen = first.refreshToken().orElseThrow();
        String second = renewed(stolen).refreshToken().orElseThrow();
        String third = renewed(second).refreshToken().orElseThrow();

        clock.moveOn(RefreshToken.TOGETHER.plusSeconds(1));
        assertThat(sessions.renew(stolen)).isEmpty();
        assertThat(sessions.renew(third)).as("the owner's token").isEmpty();
        assertThat(sessions.user(first.session())).isEmpty();
    }

    @Test
    @ActivateRequestContext
    void twoTabsThatRenewTogetherBothGoOn() {
        String token = sessions.open(someone(Role.VIEWER)).refreshToken().orElseThrow();
        assertThat(renewed(token).refreshToken()).isPresent();
        assertThat(renewed(token).refreshToken()).as("no second successor").isEmpty();
    }

    @Test
    @ActivateRequestContext
    void anAccessTokenNamesItsSessionForAQuarterOfAnHour() {
        User user = someone(Role.ADMIN);
        UUID session = sessions.open(user).session();
        String token = accessTokens.sign(user, session).token();
        assertThat(accessTokens.session(token)).contains(session);
        assertThat(accessTokens.session(token.substring(0, token.length() - 4) + "AAAA"))
                .isEmpty();
        clock.moveOn(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(accessTokens.session(token)).isEmpty();
    }

    @Test
    void theSigningKeyIsForItsOwnerAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(settings.data().resolve("keys/access-token-key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anAccountIsLockedWhetherOrNotItExists() {
        String known = someone(Role.VIEWER).name();
        assertThat(failuresUntilLocked(known)).isEqualTo(failuresUntilLocked("nobody-" + UUID.randomUUID()));
    }

    @Test
    void anAddressIsLockedWhoeverItTries() {
        int tried = 0;
        while (brake.charge("account-" + tried, "203.0.113.9").isEmpty()) {
            tried++;
            assertThat(tried).isLessThan(100);
        }
        assertThat(brake.charge("yet another", "203.0.113.9")).isPresent();
        assertThat(brake.charge("yet another", "203.0.113.10")).isEmpty();
    }

    @Test
    void anAttemptThatCouldNotBeLookedAtIsTakenBackAndNothingElse() {
        String account = "busy-" + UUID.randomUUID();
        for (int failure = 0; failure < 5; failure++) {
            assertThat(brake.charge(account, "203.0.113.20")).isEmpty();
        }
        brake.takeBack(account, "203.0.113.20");
        assertThat(brake.charge(account, "203.0.113.20")).isEmpty();
        assertThat(brake.charge(account, "203.0.113.20")).isEmpty();
        assertThat(brake.charge(account, "203.0.113.20"))
                .as("who overloads the server does not wipe out earlier failures")
                .isPresent();
    }

    @Test
    @ActivateRequestContext
    void whoRegistersIsAViewerThatWaits() {
        someone(Role.ADMIN);
        String name = name();
        registration.register(new Forms.Newcomer(name, name.replace(" ", "") + "@example.org", PASSWORD));
        User newcomer = users.byLogin(name).orElseThrow().user();
        assertThat(newcomer.role()).isEqualTo(Role.VIEWER);
        assertThat(newcomer.state()).isEqualTo(User.State.PENDING);
    }

    @Test
    @ActivateRequestContext
    void registeringATakenNameIsAnsweredAlikeAndChangesNothing() {
        User user = someone(Role.TECHNICIAN);
        registration.register(new Forms.Newcomer(user.name(), "other@example.org", PASSWORD));
        assertThat(users.byLogin(user.name()).orElseThrow().user()).isEqualTo(user);
    }

    @Test
    @ActivateRequestContext
    void aPasswordThatBcryptWouldCutOffIsRefusedWithAReason() {
        someone(Role.ADMIN);
        String name = name();
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> registration.register(new Forms.Newcomer(
                        name,
                        name.replace(" ", "") + "@example.org",
                        "a password of more than 72 bytes " + "1 2 3 4 5 6 ".repeat(4))));
        assertThat(refused.problem().errors()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("password");
            assertThat(fault.detail()).contains("72 bytes");
        });
    }

    private Sessions.Opened renewed(String token) {
        return sessions.renew(token).orElseThrow();
    }

    private int failuresUntilLocked(String account) {
        int tried = 0;
        while (brake.charge(account, "198.51.100." + tried).isEmpty()) {
            tried++;
        }
        return tried;
    }

    private User someone(Role role) {
        String name = name();
        return jdbi.withHandle(db -> Users.insert(
                        db,
                        new NewUser(
                                name,
                                name.replace(" ", "") + "@example.org",
                                role,
                                User.State.ACTIVE,
                                Optional.empty(),
                                Optional.empty(),
                                clock.instant()))
                .orElseThrow());
    }

    private static String name() {
        return "user " + UUID.randomUUID().toString().substring(0, 8);
    }
}
