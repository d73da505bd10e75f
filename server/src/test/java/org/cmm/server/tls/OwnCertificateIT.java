package org.cmm.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cmm.server.platform.StartFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate that CMM makes for itself, in a real folder; the time is given. */
class OwnCertificateIT {

    private static final Instant NOW = TestCertificates.NOW;

    /** In the order in which the first start writes them. */
    private static final List<String> FILES = List.of("authority.key", "authority.crt", "server.key", "server.crt");

    @TempDir
    Path folder;

    private SubjectNames names = new SubjectNames(Set.of("localhost", "srv-1", "10.0.0.5"));

    @Test
    void isTheSameAfterARestart() {
        assertThat(start(NOW).chain()).isEqualTo(start(NOW.plusSeconds(60)).chain());
    }

    @Test
    void keepsItsFilesToItself() throws IOException {
        start(NOW);

        for (String file : FILES) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aPowerCutAtAnyMomentOfTheFirstStartLeavesNothingThatTheNextCouldNotComplete() throws IOException {
        start(NOW);
        for (int written = 0; written <= FILES.size(); written++) {
            Path cut = Files.createDirectory(folder.resolve("cut-after-" + written));
            Files.writeString(cut.resolve(".new4711"), "-----BEGIN PRIV");
            for (String file : FILES.subList(0, written)) {
                Files.copy(folder.resolve(file), cut.resolve(file));
            }

            KeyAndChain completed = own(cut).first(NOW);

            assertThat(completed.fits()).isTrue();
            assertThat(own(cut).first(NOW).chain())
                    .as("the start after that, cut after %d files", written)
                    .isEqualTo(completed.chain());
        }
    }

    @Test
    void aPowerCutInTheMiddleOfARenewalKeepsTheAuthority() throws IOException {
        KeyAndChain old = start(NOW);
        String oldCertificate = Files.readString(folder.resolve("server.crt"));
        start(NOW.plus(Duration.ofDays(340)));
        Files.writeString(folder.resolve("server.crt"), oldCertificate);

        KeyAndChain next = start(NOW.plus(Duration.ofDays(340)));

        assertThat(next.fits()).isTrue();
        assertThat(next.last()).isEqualTo(old.last());
    }

    @Test
    void isRenewedThirtyDaysBeforeItsEndByTheSameAuthority() throws CertificateFault {
        KeyAndChain old = start(NOW);

        assertThat(own(folder).newer(old, NOW.plus(Duration.ofDays(334)))).isEmpty();
        KeyAndChain fresh =
                own(folder).newer(old, NOW.plus(Duration.ofDays(336))).orElseThrow();

        assertThat(fresh.certificate()).isNotEqualTo(old.certificate());
        assertThat(fresh.last()).isEqualTo(old.last());
        assertThat(fresh.end()).isEqualTo(NOW.plus(Duration.ofDays(336 + 365)));
        assertThat(start(NOW.plus(Duration.ofDays(336))).chain()).isEqualTo(fresh.chain());
    }

    @Test
    void isRenewedWhenTheMachineGetsANameAndNotWhenItLosesOne() throws CertificateFault {
        KeyAndChain old = start(NOW);

        names = new SubjectNames(Set.of("localhost"));
        assertThat(own(folder).newer(old, NOW)).isEmpty();

        names = new SubjectNames(Set.of("localhost", "10.0.0.6"));
        assertThat(own(folder).newer(old, NOW))
                .get()
                .extracting(fresh -> SubjectNames.of(fresh.certificate()).covers("10.0.0.6"))
                .isEqualTo(true);
    }

    @Test
    void isRenewedWhenTheClockThatItWasMadeByWasAhead() {
        start(NOW.plus(Duration.ofDays(20_000)));

        assertThat(start(NOW).certificate().getNotBefore().toInstant()).isBefore(NOW);
    }

    @Test
    void isKeptWhenTheClockHasForgottenEverythingSinceItWasMade() {
        assertThat(start(NOW).chain())
                .isEqualTo(start(Instant.parse("1970-01-01T00:03:00Z")).chain());
    }

    @Test
    void aDamagedCertificateIsMadeAnew() throws IOException {
        KeyAndChain old = start(NOW);
        Files.writeString(folder.resolve("server.crt"), "\0\0\0\0");

        assertThat(start(NOW).last()).isEqualTo(old.last());
    }

    @Test
    void anAuthorityWithoutItsKeyIsNotReplacedInSilence() throws IOException {
        start(NOW);
        Files.delete(folder.resolve("authority.key"));

        assertThatExceptionOfType(StartFault.class)
                .isThrownBy(() -> start(NOW))
                .withMessageContaining("authority.key")
                .withMessageContaining("backup");
    }

    private KeyAndChain start(Instant now) {
        return own(folder).first(now);
    }

    private OwnCertificate own(Path where) {
        return new OwnCertificate(where, () -> names);
    }
}
