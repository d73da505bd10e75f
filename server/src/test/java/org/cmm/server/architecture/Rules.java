package org.cmm.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.util.List;

/** The rules, for the product or for a package of offenders that breaks each of them. */
final class Rules {

    private static final List<Class<? extends Annotation>> ROLES =
            List.of(RolesAllowed.class, PermitAll.class, Authenticated.class);

    private Rules() {}

    static List<ArchRule> all(String root) {
        return List.of(
                coreKnowsNobody(root),
                coreDoesNoInputOrOutput(root),
                coreIsGivenItsRandomNumbers(root),
                coreHasNoCycles(root),
                whatIsDrawnIsTheSameEverywhere(root),
                chanceKnowsNoMachines(root),
                protocolKnowsNobody(root),
                platformKnowsNoFeature(root),
                intakeIsBelowNothingButHistory(root),
                forecastsKnowNoAlerts(root),
                alertsKnowNoOutages(root),
                nobodyTellsButNotify(root),
                experimentsTouchNothingReal(root),
                nobodyNeedsCalibration(root),
                nobodyNeedsTrends(root),
                featuresHaveNoCycles(root),
                resourceMethodsArePublic(root),
                resourceMethodsStateTheirRole(root),
                namesSayWhatAThingIs(root));
    }

    private static ArchRule coreKnowsNobody(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        root + ".core..",
                        "java..",
                        "org.jspecify..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.numbers..")
                .as("core needs the JDK and a little mathematics");
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

    private static ArchRule coreHasNoCycles(String root) {
        return slices().matching(root + ".core.(*)..").should().beFreeOfCycles();
    }

    private static ArchRule coreIsGivenItsRandomNumbers(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.random..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.(util|security)\\..*Random")
                .orShould()
                .callMethod(Math.class, "random")
                .as("core draws from streams that somebody's seed began");
    }

    /** Processors differ in the last digit of Math's functions; root and rounding are exact in both. */
    private static ArchRule whatIsDrawnIsTheSameEverywhere(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core.random..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "Math computes a function",
                        call -> call.getTargetOwner().isEquivalentTo(Math.class)
                                && call.getName()
                                        .matches("exp|expm1|log|log1p|log10|pow|cbrt|a?(sin|cos|tan)h?|atan2|hypot")))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons..")
                .as("what is drawn is computed by StrictMath");
    }

    private static ArchRule chanceKnowsNoMachines(String root) {
        String[] chance = {root + ".core.random..", root + ".core.statistics..", root + ".core.reliability.."};
        return noClasses()
                .that()
                .resideInAnyPackage(chance)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(root + ".core..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(chance)))
                .as("chance and statistics know nothing of machines");
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
                        root + ".server.forecast..",
                        root + ".server.alert..",
                        root + ".server.incident..",
                        root + ".server.outage..",
                        root + ".server.notify..",
                        root + ".server.overview..",
                        root + ".server.simulation..",
                        root + ".server.drill..",
                        root + ".server.calibration..",
                        root + ".server.trend..",
                        root + ".server.shell..",
                        root + ".server.tls..",
                        root + ".server.trust..",
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

    private static ArchRule forecastsKnowNoAlerts(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".server.forecast..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".server.alert..", root + ".server.incident..", root + ".server.overview..")
                .as("forecasts are made of samples, and whoever wants to know listens");
    }

    private static ArchRule alertsKnowNoOutages(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".server.alert..", root + ".server.event..", root + ".server.history..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".server.outage..")
                .as("outages are found from alerts, events and samples, never the other way");
    }

    private static ArchRule nobodyTellsButNotify(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".server.history..",
                        root + ".server.alert..",
                        root + ".server.outage..",
                        root + ".server.incident..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".server.notify..")
                .as("alerts and incidents are on record, and notices are made of the record");
    }

    private static ArchRule experimentsTouchNothingReal(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".server.simulation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + ".server.intake..",
                        root + ".server.alert..",
                        root + ".server.incident..",
                        root + ".server.maintenance..",
                        root + ".server.notify..")
                .as("experiments touch no real machine, alert or incident");
    }

    private static ArchRule nobodyNeedsCalibration(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".server.calibration..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".server.calibration..")
                .as("calibration reads the record and makes files, and nothing real follows from it");
    }

    private static ArchRule nobodyNeedsTrends(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".server.trend..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".server.trend..")
                .as("trends are for looking at, and nothing follows from them by itself");
    }

    private static ArchRule featuresHaveNoCycles(String root) {
        return slices().matching(root + ".server.(*)..").should().beFreeOfCycles();
    }

    /** The framework leaves out any other method without a word. */
    private static ArchRule resourceMethodsArePublic(String root) {
        return methods()
                .that(areResources(root))
                .should()
                .bePublic()
                .as("resource methods are public, or they are no routes");
    }

    private static ArchRule resourceMethodsStateTheirRole(String root) {
        return methods()
                .that(areResources(root))
                .should(stateTheirRole())
                .as("resource methods or their class say who may call them");
    }

    private static DescribedPredicate<JavaMethod> areResources(String root) {
        return DescribedPredicate.describe(
                "answer HTTP requests",
                method -> method.getOwner().getPackageName().startsWith(root + ".server")
                        && method.getAnnotations().stream()
                                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static ArchCondition<JavaMethod> stateTheirRole() {
        return ArchCondition.from(DescribedPredicate.describe("state their role", method -> ROLES.stream()
                .anyMatch(role ->
                        method.isAnnotatedWith(role) || method.getOwner().isAnnotatedWith(role))));
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
