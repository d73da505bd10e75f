package org.cmm.server.calibration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cmm.core.calibration.Finding;
import org.cmm.core.outage.Cause;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Weibull;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.MachineKind;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Repair;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.statistics.Fitting;
import org.cmm.server.calibration.Calibration.Laws;
import org.cmm.server.simulation.ExperimentFile;

/**
 * An experiment whose laws are taken from the records wherever these told one. Power and link are the sites'; crashes
 * are those of the first part that is software and gives no warning; what a rule finds is the beginning of the warning
 * that shows in the rule's metric. Everything else stays as it was.
 */
final class CalibratedExperiment {

    private static final int DIGITS = 4;
    private static final int LONGEST_NAME = 120;

    private final ExperimentFile base;
    private final Calibration calibration;
    private final ZoneId zone;
    private final Map<String, String> sources;

    private CalibratedExperiment(ExperimentFile base, Calibration calibration, ZoneId zone) {
        this.base = base;
        this.calibration = calibration;
        this.zone = zone;
        this.sources = new TreeMap<>(base.sources());
    }

    /** The base with the laws of the records, whose sources say so; as it was where they told none that it has. */
    static ExperimentFile of(ExperimentFile base, Calibration calibration, ZoneId zone) {
        return new CalibratedExperiment(base, calibration, zone).file();
    }

    private ExperimentFile file() {
        Scenario was = base.scenario();
        List<SiteKind> sites = new ArrayList<>();
        for (int index = 0; index < was.sites().size(); index++) {
            sites.add(site(was.sites().get(index), "sites[%d]".formatted(index)));
        }
        List<MachineKind> machines = new ArrayList<>();
        for (int index = 0; index < was.machines().size(); index++) {
            machines.add(machine(was.machines().get(index), "machines[%d]".formatted(index)));
        }
        String name = was.name() + " + CMM";
        Scenario now = new Scenario(
                name.length() > LONGEST_NAME ? was.name() : name,
                was.start(),
                was.warmUp(),
                was.length(),
                sites,
                machines,
                was.crew(),
                was.reporting(),
                was.monitoring(),
                was.policies());
        return base.with(now, sources);
    }

    private SiteKind site(SiteKind was, String path) {
        return new SiteKind(
                was.name(),
                was.count(),
                was.machines(),
                cuts(was.power(), Cause.POWER, path + ".power"),
                cuts(was.link(), Cause.LINK, path + ".link"));
    }

    /** Without a length on record, cuts are as long as they were; where there were none, there stay none. */
    private Cuts cuts(Cuts was, Cause cause, String path) {
        Optional<Laws> found = laws(new Trouble.OfSite(cause));
        Optional<Law> between = found.flatMap(laws -> law(laws.between()));
        Optional<Law> length = found.flatMap(laws -> law(laws.length()));
        if (between.isEmpty() || (was.areNone() && length.isEmpty())) {
            return was;
        }
        found.ifPresent(laws -> {
            mark(path + ".between", laws.between(), "");
            length.ifPresent(_ -> mark(path + ".length", laws.length(), ""));
        });
        return new Cuts(between.get(), length.orElse(was.length()), was.aftermath());
    }

    private MachineKind machine(MachineKind was, String path) {
        List<Part> parts = new ArrayList<>(was.parts());
        laws(new Trouble.OfMachine(Cause.CRASH)).ifPresent(laws -> crashing(parts)
                .ifPresent(index -> parts.set(index, crashing(parts.get(index), laws, path(path, index)))));
        for (Laws laws : calibration.laws()) {
            if (laws.trouble() instanceof Trouble.ByRule(var _, var metric)) {
                for (int index = 0; index < parts.size(); index++) {
                    if (shows(parts.get(index), metric)) {
                        parts.set(index, living(parts.get(index), laws.between(), path(path, index)));
                    }
                }
            }
        }
        return new MachineKind(was.name(), parts, was.downXafPerHour(), was.plannedXafPerHour());
    }

    private static String path(String machine, int part) {
        return "%s.parts[%d]".formatted(machine, part);
    }

    private static Optional<Integer> crashing(List<Part> parts) {
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            if (part.group() == Part.Group.SOFTWARE && part.warning().isEmpty()) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private Part crashing(Part was, Laws laws, String path) {
        Part living = living(was, laws.between(), path);
        Optional<Law> length = law(laws.length());
        if (length.isEmpty()) {
            return living;
        }
        mark(path + ".repair.corrective", laws.length(), ", noticing and waiting counted in");
        Repair repair = was.repair();
        return new Part(
                living.name(),
                living.group(),
                living.life(),
                living.renewal(),
                living.overlap(),
                living.stress(),
                living.warning(),
                new Repair(length.get(), repair.planned(), repair.place(), repair.correctiveXaf(), repair.plannedXaf()),
                living.stock());
    }

    private Part living(Part was, Finding between, String path) {
        return law(between)
                .map(law -> {
                    mark(path + ".life", between, "");
                    return new Part(
                            was.name(),
                            was.group(),
                            law,
                            was.renewal(),
                            was.overlap(),
                            was.stress(),
                            was.warning(),
                            was.repair(),
                            was.stock());
                })
                .orElse(was);
    }

    private static boolean shows(Part part, String metric) {
        return part.warning()
                .filter(warning -> warning.sign() instanceof Sign.Ramp ramp
                        && ramp.metric().equals(metric))
                .isPresent();
    }

    private Optional<Laws> laws(Trouble trouble) {
        return calibration.laws().stream()
                .filter(laws -> laws.trouble().equals(trouble))
                .findFirst();
    }

    private void mark(String path, Finding finding, String remark) {
        sources.keySet().removeIf(known -> known.startsWith(path + "."));
        sources.put(
                path,
                "C from this CMM's %s, %s to %s, %d of them%s"
                        .formatted(
                                calibration.madeUp() ? "made-up machines" : "records",
                                day(calibration.span().from()),
                                day(calibration.span().to().minusMillis(1)),
                                finding.ended(),
                                remark));
    }

    private LocalDate day(java.time.Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    /** With as many digits as mean something. */
    private static Optional<Law> law(Finding finding) {
        if (!(finding.fitting() instanceof Fitting.Fitted fitted)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (fitted.best().law()) {
                    case Exponential(double mean) -> new Exponential(cut(mean));
                    case Weibull(double shape, double scale) -> new Weibull(cut(shape), cut(scale));
                    case Lognormal(double logMean, double logSd) ->
                        new Lognormal(StrictMath.log(cut(StrictMath.exp(logMean))), cut(logSd));
                    case Law other -> other;
                });
    }

    private static double cut(double value) {
        return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
    }
}
