package org.cmm.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules, for the product or for a package of offenders that breaks each of them. */
final class Rules {

    private Rules() {}

    static List<ArchRule> all(String root) {
        return List.of(
                coreKnowsNobody(root),
                coreDoesNoInputOrOutput(root),
                protocolKnowsNobody(root),
                platformKnowsNoFeature(root),
                intakeIsBelowNothingButHistory(root),
                featuresHaveNoCycles(root),
                namesSayWhatAThingIs(root));
    }

    private static ArchRule coreKnowsNobody(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(root + ".core..", "java..", "org.jspecify..")
                .as("core needs the JDK and nothing else");
    }

    private static ArchRule coreDoesNoInputOrOutput(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .as("core gets time and data as arguments");
    }

    private static ArchRule protocolKnowsNobody(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".protocol..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(root + ".protocol..", "java..", "org.jspecify..")
                .as("protocol needs the JDK and nothing else");
    }

    private static ArchRule platformKnowsNoFeature(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".server.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + ".server.access..",
                        root + ".server.fleet..",
                        root + ".server.intake..",
                        root + ".server.history..",
                        root + ".server.alert..",
                        root + ".server.overview..",
                        root + ".server.shell..",
                        root + ".core..",
                        root + ".protocol..")
                .as("platform knows no word of the domain");
    }

    private static ArchRule intakeIsBelowNothingButHistory(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".server.history..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".server.intake..", root + ".server.alert..")
                .as("data flow from intake to history and from history to alerts, never back");
    }

    private static ArchRule featuresHaveNoCycles(String root) {
        return slices().matching(root + ".server.(*)..").should().beFreeOfCycles();
    }

    private static ArchRule namesSayWhatAThingIs(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Common|Constants|Base|Dto)")
                .as("names say what a thing is");
    }

    static boolean topLevelInServer(JavaClass type) {
        return type.getPackageName().startsWith("org.cmm.server")
                && type.isTopLevelClass()
                && !type.getSimpleName().equals("package-info")
                && !type.getSimpleName().contains("_");
    }
}
