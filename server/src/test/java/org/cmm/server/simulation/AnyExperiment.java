package org.cmm.server.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.Timing;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.core.random.Empirical;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Never;
import org.cmm.core.random.Uniform;
import org.cmm.core.random.Weibull;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Crew;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.FalseAlarms;
import org.cmm.core.scenario.Load;
import org.cmm.core.scenario.MachineKind;
import org.cmm.core.scenario.Monitoring;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Repair;
import org.cmm.core.scenario.Reporting;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.scenario.Stock;
import org.cmm.core.scenario.Warning;
import org.cmm.core.scenario.WorkingHours;
import org.cmm.core.simulation.Fidelity;

/** Experiments of all sorts, each from one seed. */
final class AnyExperiment {

    private final Random random;

    private AnyExperiment(long seed) {
        random = new Random(seed);
    }

    static ExperimentFile of(long seed) {
        return new AnyExperiment(seed).file();
    }

    static Law lawOf(long seed) {
        return new AnyExperiment(seed).law();
    }

    private ExperimentFile file() {
        OptionalDouble width = flip() ? OptionalDouble.empty() : OptionalDouble.of(0.001 + random.nextDouble() / 2);
        Map<String, String> sources =
                flip() ? Map.of() : Map.of("crew.travel", "A", "machines[0]", "S Ministère, 2025");
        return new ExperimentFile(
                scenario(),
                random.nextLong(),
                2 + random.nextInt(9_000),
                width,
                flip() ? Fidelity.DELAYS : Fidelity.SAMPLES,
                sources);
    }

    private Scenario scenario() {
        List<MachineKind> machines = some(1, 3, this::machine);
        List<SiteKind> sites = some(0, 2, () -> site(machines));
        sites.add(new SiteKind(
                "home", 1, List.of(new SiteKind.Stand(machines.getFirst().name(), 1)), Cuts.NONE, cuts()));
        List<String> parts = machines.stream()
                .flatMap(machine -> machine.parts().stream())
                .map(Part::name)
                .toList();
        return new Scenario(
                "“Ünusual” \\ \"name\" " + random.nextInt(),
                LocalDateTime.of(2026, 1 + random.nextInt(12), 3, random.nextInt(24), 30),
                time(),
                time().plusSeconds(1),
                sites,
                machines,
                new Crew(
                        flip() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(9)),
                        hours(),
                        ending(),
                        xaf(),
                        xaf()),
                new Reporting(ending(), hours()),
                monitoring(),
                some(1, 4, () -> policy(parts)));
    }

    private SiteKind site(List<MachineKind> machines) {
        List<SiteKind.Stand> stands = machines.stream()
                .map(machine -> new SiteKind.Stand(machine.name(), random.nextInt(20)))
                .toList();
        return new SiteKind(name(), 1 + random.nextInt(5), stands, cuts(), cuts());
    }

    private Cuts cuts() {
        return flip() ? Cuts.NONE : new Cuts(new Weibull(0.5 + random.nextDouble(), 10 + hours100()), ending(), time());
    }

    private MachineKind machine() {
        return new MachineKind(name(), some(0, 4, this::part), xaf(), xaf());
    }

    private Part part() {
        Optional<Warning> warning = flip() ? Optional.empty() : Optional.of(new Warning(law(), sign()));
        Part.Renewal renewal = warning.isEmpty() && flip() ? Part.Renewal.AS_OLD : Part.Renewal.AS_NEW;
        return new Part(
                name(),
                any(Part.Group.values()),
                positive(),
                renewal,
                warning.isPresent() ? any(Part.Overlap.values()) : Part.Overlap.ONE_AT_A_TIME,
                1 + random.nextInt(5) / 3.0,
                warning,
                new Repair(ending(), ending(), any(Repair.Place.values()), xaf(), xaf()),
                flip() ? Optional.empty() : Optional.of(new Stock(random.nextInt(9), ending())));
    }

    private Sign sign() {
        return switch (random.nextInt(3)) {
            case 0 -> new Sign.Hidden();
            case 1 -> new Sign.Delay(law(), random.nextDouble());
            default -> new Sign.Ramp(metric().name(), random.nextDouble(), 1 + random.nextDouble());
        };
    }

    private Policy policy(List<String> parts) {
        Map<String, Care> byPart = new HashMap<>();
        parts.stream().filter(part -> flip()).forEach(part -> byPart.put(part, care()));
        return new Policy(name(), Policy.Noticing.MONITORING, care(), byPart, xaf());
    }

    private Care care() {
        Care.Work work = flip() ? new Care.Work.Renew() : new Care.Work.Inspect(ending(), random.nextDouble());
        return switch (random.nextInt(5)) {
            case 0 -> new Care.RunToFailure();
            case 1 -> new Care.OnCondition();
            case 2 -> new Care.ByAge(time().plusMinutes(1));
            case 3 -> new Care.Periodic(new Care.When.Every(time().plusMinutes(1)), work);
            default -> new Care.Periodic(new Care.When.OnDates(List.of(MonthDay.of(2, 29), MonthDay.of(7, 15))), work);
        };
    }

    private Monitoring monitoring() {
        Duration delivery = time().plusSeconds(1);
        List<Rule> rules = new ArrayList<>(DefaultRules.all().all());
        kinds().forEach(kind -> rules.add(new Rule(
                "rule-" + rules.size(),
                kind,
                List.of(new Level(Severity.INFO, 1 + hours100(), 0.5)),
                new Timing(time(), time(), time().plusSeconds(1)))));
        return new Monitoring(
                time().plusMillis(1),
                delivery,
                delivery.plus(time()),
                new Rules(rules),
                new FalseAlarms(random.nextDouble(), ending(), random.nextDouble(), ending()),
                new Load(random.nextDouble(), 1, 0, random.nextDouble(), 0.1));
    }

    private Stream<Kind> kinds() {
        Kind.Often often = new Kind.Often(2, 3);
        return Stream.of(
                new Kind.Threshold(metric().name(), any(Kind.Side.values()), often),
                new Kind.RateOfChange(metric().name(), any(Kind.Side.values()), Duration.ofMinutes(90)),
                new Kind.NoData(metric().name()),
                new Kind.RestartSeen(Duration.ofHours(1)),
                new Kind.DiskFull(),
                new Kind.Habit(metric().name(), any(Kind.Side.values()), Kind.Habit.LEAST));
    }

    private WorkingHours hours() {
        return switch (random.nextInt(3)) {
            case 0 -> WorkingHours.ALWAYS;
            case 1 -> WorkingHours.OFFICE;
            default ->
                new WorkingHours(
                        EnumSet.of(any(DayOfWeek.values()), any(DayOfWeek.values())),
                        LocalTime.of(random.nextInt(12), random.nextInt(60)),
                        flip() ? LocalTime.MIDNIGHT : LocalTime.of(22, 5));
        };
    }

    private Law law() {
        return random.nextInt(8) == 0 ? new Never() : flip() ? ending() : positive();
    }

    private Law ending() {
        return random.nextInt(4) == 0 ? new Fixed(0) : positive();
    }

    private Law positive() {
        double scale = hours100() + 1e-6;
        double shape = flip() ? 2.5 : 0.1 + random.nextDouble() * 5;
        return switch (random.nextInt(7)) {
            case 0 -> new Exponential(scale);
            case 1 -> new Weibull(shape, scale);
            case 2 -> new Lognormal(StrictMath.log(scale), shape);
            case 3 -> new Gamma(shape, scale);
            case 4 -> new Uniform(scale, scale + 1 + hours100());
            case 5 ->
                new Empirical(some(1, 9, this::hours100).stream()
                        .map(value -> value + 0.001)
                        .toList());
            default -> new Fixed(scale);
        };
    }

    /** Round ones and odd ones, long ones and short ones. */
    private double hours100() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(100);
            case 1 -> random.nextInt(500) / 60.0;
            case 2 -> random.nextDouble() * 1e6;
            default -> random.nextDouble() / 1e4;
        };
    }

    private Duration time() {
        return flip() ? Duration.ofMinutes(random.nextInt(100_000)) : Duration.ofMillis(random.nextInt(1_000_000_000));
    }

    private double xaf() {
        return flip() ? random.nextInt(1_000_000) : random.nextDouble() * 1e9;
    }

    private Metric metric() {
        return Metrics.all().get(random.nextInt(Metrics.all().size()));
    }

    private String name() {
        return "name %d é".formatted(random.nextLong());
    }

    private boolean flip() {
        return random.nextBoolean();
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private <T> List<T> some(int least, int most, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        int count = least + random.nextInt(most - least + 1);
        for (int index = 0; index < count; index++) {
            all.add(one.get());
        }
        return all;
    }
}
