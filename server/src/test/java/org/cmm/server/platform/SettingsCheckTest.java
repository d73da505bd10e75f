package org.cmm.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {

    @Test
    void saysNothingAboutSettingsThatAreRight() {
        assertThat(SettingsCheck.faults(Map.of(
                        "CMM_PORT", "8080",
                        "CMM_ZONE", "Africa/Douala",
                        "CMM_URL", "https://cmm.example.org",
                        "CMM_DATABASE_URL", "postgresql://cmm:secret@db:5432/cmm",
                        "CMM_AGENT_TOKEN", "anything",
                        "HOME", "/home/awa")))
                .isEmpty();
    }

    @Test
    void explainsEverySettingThatAnOperatorMayUse() {
        assertThat(SettingsCheck.KNOWN)
                .filteredOn(name -> !SettingsCheck.INTERNAL.contains(name))
                .allSatisfy(name -> assertThat(SettingsCheck.words()).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void namesTheSettingThatWasProbablyMeant() {
        assertThat(SettingsCheck.faults(Map.of("CMM_PROT", "8080")))
                .containsExactly("unknown setting CMM_PROT: did you mean CMM_PORT?");
    }

    @Test
    void reportsAllFaultsTogether() {
        assertThat(SettingsCheck.faults(Map.of("CMM_PORT", "80a", "CMM_ZONE", "Douala", "CMM_URL", "cmm", "CMM_X", "")))
                .hasSize(4)
                .anyMatch(fault -> fault.equals("CMM_PORT must be a number from 1 to 65535, such as 8080, was '80a'"))
                .anyMatch(fault -> fault.startsWith("CMM_ZONE must be the IANA name"))
                .anyMatch(fault -> fault.startsWith("CMM_URL must be an address"));
    }

    @Test
    void refusesPortsThatDoNotExist() {
        assertThat(SettingsCheck.faults(Map.of("CMM_PORT", "0"))).hasSize(1);
        assertThat(SettingsCheck.faults(Map.of("CMM_PORT", "65536"))).hasSize(1);
        assertThat(SettingsCheck.faults(Map.of("CMM_PORT", "-1"))).hasSize(1);
    }

    @Test
    void neverRepeatsAPassword() {
        assertThat(SettingsCheck.faults(Map.of("CMM_DATABASE_URL", "mysql://cmm:secret@db/cmm")))
                .singleElement()
                .asString()
                .contains("postgresql://")
                .doesNotContain("secret");
    }

    @Test
    void aCertificateNeedsItsKeyAndEncryption() {
        assertThat(SettingsCheck.faults(Map.of("CMM_TLS_CERT", "cmm.pem")))
                .containsExactly("CMM_TLS_CERT is given without CMM_TLS_KEY: both files are needed, or neither");
        assertThat(SettingsCheck.faults(Map.of("CMM_TLS_KEY", "key.pem")))
                .containsExactly("CMM_TLS_KEY is given without CMM_TLS_CERT: both files are needed, or neither");
        assertThat(SettingsCheck.faults(Map.of("CMM_TLS", "off", "CMM_TLS_CERT", "cmm.pem", "CMM_TLS_KEY", "key.pem")))
                .containsExactly("CMM_TLS is off, so CMM_TLS_CERT is of no use: remove one of them");
    }

    @Test
    void twoPortsCannotBeOne() {
        assertThat(SettingsCheck.faults(Map.of("CMM_PORT", "8443")))
                .singleElement()
                .asString()
                .contains("both 8443");
        assertThat(SettingsCheck.faults(Map.of("CMM_PORT", "8443", "CMM_TLS", "off")))
                .isEmpty();
    }

    @Test
    void namesAndProxiesAreRead() {
        assertThat(SettingsCheck.faults(Map.of(
                        "CMM_NAMES", "cmm.example.org, *.example.org,10.0.0.5,fd00::2",
                        "CMM_PROXIES", "10.0.0.5, 172.16.0.0/12,fd00::/8",
                        "CMM_TLS", "on")))
                .isEmpty();
        assertThat(SettingsCheck.faults(Map.of("CMM_NAMES", "https://cmm", "CMM_PROXIES", "proxy", "CMM_TLS", "yes")))
                .hasSize(3);
    }
}
