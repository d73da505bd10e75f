package org.cmm.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the installer says about itself, before any Windows reads it. */
class WindowsInstallerTrial {

    private static final int LARGEST_MSI = 60_000_000;
    private static final Pattern TEXT = Pattern.compile("\\[(Text\\w+)]");

    private final InstallerTables tables = new InstallerTables(Path.of(System.getProperty("cmm.msi")));

    @Test
    void theInstallerIsSmallEnoughForASlowLink() throws IOException {
        long bytes = Files.size(Path.of(System.getProperty("cmm.msi")));

        System.out.printf("The installer has %,d bytes%n", bytes);
        assertThat(bytes).isLessThanOrEqualTo(LARGEST_MSI);
    }

    @Test
    void theInstallerHidesTheTokenAndGivesTheServiceFewRights() throws IOException {
        assertThat(tables.property("MsiHiddenProperties")).isEqualTo("TOKEN");
        assertThat(tables.property("SecureCustomProperties")).contains("SERVER", "TOKEN", "AUTHORITY", "KEEPDATA");
        assertThat(tables.rows("ServiceInstall")).singleElement().asString().contains("NT AUTHORITY\\LocalService");
        assertThat(tables.columns("MsiLockPermissionsEx", 1, 3))
                .containsExactly("DATADIR", "O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;LS)");
    }

    @Test
    void theInstallersWindowsHaveEveryWordInBothLanguagesAndNoButtonLeadsNowhere() throws IOException {
        List<String> said = new ArrayList<>(tables.columns("Control", 9));
        said.addAll(tables.columns("Dialog", 6));
        said.addAll(tables.columns("LaunchCondition", 1));
        Set<String> words = new HashSet<>();
        said.forEach(text -> TEXT.matcher(text).results().forEach(found -> words.add(found.group(1))));

        assertThat(words).hasSizeGreaterThan(20);
        assertThat(tables.columns("Property", 0)).containsAll(words);
        assertThat(tables.columns("CustomAction", 0))
                .containsAll(words.stream().map(word -> "French" + word).toList());
        assertThat(tables.rows("Control").stream().map(row -> row.get(0) + row.get(1)))
                .containsAll(tables.rows("ControlEvent").stream()
                        .map(row -> row.get(0) + row.get(1))
                        .toList());
        assertThat(tables.columns("Dialog", 0))
                .containsAll(tables.rows("ControlEvent").stream()
                        .filter(row -> row.get(2).equals("SpawnDialog"))
                        .map(row -> row.get(3))
                        .toList());
    }

    @Test
    void noConditionIsLongerThanWindowsInstallerAllows() throws IOException {
        List<String> conditions = new ArrayList<>(tables.columns("InstallExecuteSequence", 1));
        conditions.addAll(tables.columns("InstallUISequence", 1));
        conditions.addAll(tables.columns("ControlEvent", 4));

        assertThat(conditions).hasSizeGreaterThan(50).allSatisfy(condition -> assertThat(condition.length())
                .as(condition)
                .isLessThanOrEqualTo(255));
    }
}
