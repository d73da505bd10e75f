package org.cmm.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The directions of ARCHITECTURE.md, and for each a twin that shows that it can turn red. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cmm");

    private static final JavaClasses OFFENDERS =
            new ClassFileImporter().importPackages("org.cmm.server.architecture.offenders");

    @Test
    void theProductKeepsToEveryRule() {
        Rules.all("org.cmm").forEach(rule -> rule.check(PRODUCT));
    }

    @Test
    void everyRuleTurnsRedWhenItIsBroken() {
        Rules.all("org.cmm.server.architecture.offenders")
                .forEach(rule -> assertThatExceptionOfType(AssertionError.class)
                        .as(rule.getDescription())
                        .isThrownBy(() -> rule.check(OFFENDERS)));
    }

    @Test
    void fewerThanHalfOfTheServersTypesArePublic() {
        long all = PRODUCT.stream().filter(Rules::topLevelInServer).count();
        long open = PRODUCT.stream()
                .filter(Rules::topLevelInServer)
                .filter(type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .count();
        assertThat(open * 2).isLessThan(all);
    }
}
