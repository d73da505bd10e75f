package org.cmm.server.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cmm.core.calibration.Ageing;
import org.cmm.core.calibration.Finding;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Span;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.RandomStream;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.random.Substreams;
import org.cmm.core.random.Weibull;
import org.cmm.core.statistics.Family;
import org.cmm.core.statistics.Fit;
import org.cmm.core.statistics.Fitting;
import org.cmm.core.statistics.GoodnessOfFit;
import org.cmm.core.statistics.Interval;
import org.cmm.core.statistics.Lifetime;
import org.cmm.server.access.Language;
import org.cmm.server.alert.Hush;
import org.cmm.server.calibration.Calibration.Laws;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.ProblemException;
import org.cmm.server.platform.RealDatabase;
import org.cmm.server.simulation.ExperimentFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class CalibrationIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    Records records;

    @Inject
    Calibrations calibrations;

    @Inject
    ExperimentMaker maker;

    @Inject
    Hush hush;

    private int site;

    @BeforeEach
    void aPlace() {
        hush.onlyWhenTold();
        site = records.site();
    }

    @Test
    void theLawsThatAFleetFailedAndWasMendedByAreFoundAgain() {
        Substreams streams = RandomStreams.of(6).replication(0);
        IntStream.range(0, 30)
                .forEach(_ -> records.failures(
                        records.machine(site), new Weibull(2, 1_500), new Lognormal(0.7, 1.2), streams.take()));

        Laws crashes = laws("crash");

        Fit between = best(crashes.between());
        assertThat(between.family()).isEqualTo(Family.WEIBULL);
        holds(between, 2, 1_500);
        assertThat(crashes.between().goodness().orElseThrow().pValue()).isGreaterThan(0.05);
        assertThat(Ageing.of(crashes.between().fitting())).contains(Ageing.WITH_AGE);
        Fit length = best(crashes.length());
        assertThat(length.family()).isEqualTo(Family.LOGNORMAL);
        holds(length, 0.7, 1.2);
        assertThat(crashes.units()).isEqualTo(30);
    }

    @Test
    void aPowerCutIsTheSitesAndIsOverWhenTheFirstMachineIsBack() {
        List<Integer> machines = List.of(records.machine(site), records.machine(site), records.machine(site));
        RandomStream stream = RandomStreams.of(7).replication(0).take();
        Law between = new Exponential(90);
        Law length = new Lognormal(1, 0.8);
        Instant at = records.start().plus(Records.hours(between.sample(stream)));
        while (at.isBefore(records.now().minus(DAY))) {
            Instant end = at.plus(Records.hours(length.sample(stream)));
            records.cut(site, machines, new Span(at, end));
            at = end.plus(Records.hours(between.sample(stream)));
        }
        records.outage(
                machines.getFirst(),
                "power",
                records.now().minus(HOUR),
                records.now().minus(HOUR.dividedBy(2)));

        Laws cuts = laws("power");

        assertThat(cuts.units()).isOne();
        assertThat(between(cuts, Family.EXPONENTIAL).parameters().getFirst().holds(90))
                .as("%s", between(cuts, Family.EXPONENTIAL))
                .isTrue();
        holds(best(cuts.length()), 1, 0.8);
        assertThat(cuts.length().lifetimes()).as("a single plug is no cut").allMatch(life -> life.until() != 0.5);
        assertThat(Ageing.of(cuts.between().fitting())).contains(Ageing.AT_ANY_AGE);
    }

    @Test
    void twoFailuresAreToldAsTooFewWithTheTimeThatMoreTake() {
        int machine = records.machine(site);
        crash(machine, 30);
        crash(machine, 60);

        Finding between = laws("crash").between();

        assertThat(between.fitting()).isEqualTo(new Fitting.TooFew(2, 10));
        assertThat(between.wait(Records.WATCHED).orElseThrow()).isEqualTo(Records.WATCHED.multipliedBy(4));
        assertThat(between.hours()).isBetween(269 * 24.0, 270 * 24.0);
    }

    @Test
    void drillsMadeUpMachinesPlannedWorkAndCmmsOwnAbsenceAreNoFailures() {
        int machine = records.machine(site);
        crash(machine, 30);
        records.drill(machine, new Span(day(40), day(40).plus(HOUR)));
        crash(machine, 40);
        records.outage(machine, "cmm", day(50), day(51));
        int madeUp = records.demoMachine(site);
        int cared = records.machine(site);
        for (int day = 5; day < 105; day += 5) {
            crash(madeUp, day);
            crash(cared, day);
        }
        records.windows(cared);

        Calibration all = calibrations.of(query("crash", ""));

        assertThat(all.madeUp()).isFalse();
        assertThat(all.machines()).isEqualTo(2);
        assertThat(all.laws().getFirst().between().ended()).isOne();
        assertThat(laws("planned").between().ended()).as("a failure amid work").isZero();
    }

    @Test
    void aMadeUpSiteAloneIsSaidToBeOne() {
        int place = records.demoSite();
        crash(records.demoMachine(place), 20);

        Calibration calibration = calibrations.of(new CalibrationQuery(Integer.toString(place), "", "", "crash"));

        assertThat(calibration.madeUp()).isTrue();
        assertThat(calibration.laws().getFirst().between().ended()).isOne();
    }

    @Test
    void anOutageThatLastsHasFailedAndIsNotMended() {
        int machine = records.machine(site);
        records.outage(machine, "crash", records.now().minus(DAY), null);

        Laws crashes = laws("crash");

        assertThat(crashes.between().ended()).isOne();
        assertThat(crashes.between().lifetimes()).hasSize(1);
        assertThat(crashes.length().ended()).isZero();
        assertThat(crashes.length().hours()).isBetween(23.9, 24.5);
    }

    @Test
    void whatCameBeforeTheTimeAskedForOnlyMakesOlder() {
        int machine = records.machine(site);
        crash(machine, 100);
        crash(machine, 200);

        Finding between = calibrations
                .of(query("crash", records.start().plus(DAY.multipliedBy(150)).toString()))
                .laws()
                .getFirst()
                .between();

        assertThat(between.ended()).isOne();
        assertThat(between.lifetimes().getFirst().from()).isBetween(49 * 24.0, 50 * 24.0);
    }

    @Test
    void alertsAreTroublesOfTheirRule() {
        int machine = records.machine(site);
        Stream.of(10, 20, 35, 36, 50, 70, 71, 90, 110, 150, 160)
                .forEach(day -> records.alert(machine, "memory", new Span(day(day), day(day).plus(HOUR))));
        records.drill(machine, new Span(day(36).minusSeconds(60), day(36).plusSeconds(60)));

        Laws memory = laws("rule-memory");

        assertThat(memory.between().ended()).isEqualTo(10);
        assertThat(memory.length().fitting()).isEqualTo(new Fitting.NoSpread(1));
    }

    @Test
    void anExperimentTakesTheLawsAndSaysWhereTheyComeFrom() {
        RandomStream stream = RandomStreams.of(8).replication(0).take();
        IntStream.range(0, 10)
                .forEach(_ ->
                        records.failures(records.machine(site), new Weibull(2, 800), new Lognormal(0.7, 1.2), stream));

        ExperimentFile file = maker.of("town-hall", query("", ""));

        assertThat(ExperimentFile.read(file.write()))
                .as("sound, and the same when it is read back")
                .isEqualTo(new ExperimentFile.Read.Sound(file));
        assertThat(file.scenario().machines().getFirst().parts().get(4).life()).isInstanceOf(Weibull.class);
        assertThat(file.sources().get("machines[0].parts[4].life"))
                .startsWith("C from this CMM's records, ")
                .endsWith(" of them");
        assertThat(file.sources().get("sites[0].power.between")).as("not told").startsWith("S World Bank");
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        assertThatThrownBy(() -> calibrations.of(query("moon", ""))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> maker.of("moon", query("", ""))).isInstanceOf(ProblemException.class);
    }

    @Test
    void nothingIsConcludedFromALawThatIsInDoubt() {
        Weibull ageing = new Weibull(3, 1_000);
        Fit fit = new Fit(Family.WEIBULL, ageing, -80, List.of(interval(3, 2.5, 3.5), interval(1_000, 900, 1_100)));

        assertThat(said(fit, 0.4).ageing()).startsWith("Failures come with age (shape 3");
        assertThat(view(fit, 0.4).ageing()).isEqualTo("with-age");
        assertThat(said(fit, 0.01).ageing()).startsWith("Whether failures come with age cannot be told");
        assertThat(said(fit, 0.01).laws().getFirst().doubted()).isTrue();
        assertThat(view(fit, 0.01).ageing()).isEqualTo("in-doubt");
    }

    @Test
    void aMeanWithoutAnEndIsASentenceAndNoSign() {
        Fit fit = new Fit(
                Family.LOGNORMAL,
                new Lognormal(4, 40),
                -80,
                List.of(interval(4, 1, 900), interval(40, 20, Double.POSITIVE_INFINITY)));
        List<CalibrationPage.Row> rows = said(fit, 0.4).laws().getFirst().rows();

        assertThat(rows.getLast().value()).startsWith("cannot be told");
        assertThat(rows).extracting(CalibrationPage.Row::interval).anyMatch(text -> text.endsWith(" or more"));
        assertThat(rows.toString()).doesNotContain("∞");
        assertThat(view(fit, 0.4).meanHours()).isNull();
    }

    private static Interval interval(double estimate, double lower, double upper) {
        return new Interval(estimate, lower, upper, 20, 0.95);
    }

    private static CalibrationPage.Card said(Fit fit, double pValue) {
        Finding finding = finding(fit, pValue);
        return CalibrationWords.of(Language.ENGLISH, ZoneOffset.UTC)
                .card(new Laws(new Trouble.OfMachine(Cause.CRASH), 3, finding, finding), DAY);
    }

    private static LawView view(Fit fit, double pValue) {
        return LawView.of(finding(fit, pValue), DAY);
    }

    private static Finding finding(Fit fit, double pValue) {
        List<Lifetime> lifetimes = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> new Lifetime(0, 100.0 * number, true))
                .toList();
        return new Finding(lifetimes, new Fitting.Fitted(List.of(fit)), Optional.of(new GoodnessOfFit(0.2, pValue)));
    }

    private void crash(int machine, int day) {
        records.outage(machine, "crash", day(day), day(day).plus(HOUR));
    }

    private Instant day(int day) {
        return records.start().plus(DAY.multipliedBy(day));
    }

    private CalibrationQuery query(String kind, String from) {
        return new CalibrationQuery(Integer.toString(site), from, "", kind);
    }

    private Laws laws(String kind) {
        return calibrations.of(query(kind, "")).laws().getFirst();
    }

    private static Fit best(Finding finding) {
        return ((Fitting.Fitted) finding.fitting()).best();
    }

    private static Fit between(Laws laws, Family family) {
        return ((Fitting.Fitted) laws.between().fitting())
                .fits().stream()
                        .filter(fit -> fit.family() == family)
                        .findFirst()
                        .orElseThrow();
    }

    private static void holds(Fit fit, double first, double second) {
        List<Interval> parameters = fit.parameters();
        assertThat(parameters.getFirst().holds(first)).as("%s", fit).isTrue();
        assertThat(parameters.get(1).holds(second)).as("%s", fit).isTrue();
    }
}
