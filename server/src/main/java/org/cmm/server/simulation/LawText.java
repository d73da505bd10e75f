package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.cmm.core.random.Empirical;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Never;
import org.cmm.core.random.Uniform;
import org.cmm.core.random.Weibull;

/**
 * Laws of times in an experiment's file: a bare time is always the same, {@code never} does not happen, everything else
 * is an object that names the law. What is written is read back to the same bits.
 */
final class LawText {

    static final int MOST_VALUES = 10_000;
    static final List<String> NAMES =
            List.of("exponential", "weibull", "lognormal", "gamma", "erlang", "uniform", "empirical", "fixed", "never");

    private static final double YEAR = 8760;
    private static final double MINUTE = StrictMath.log(60);
    private static final int FEW = 10;

    private LawText() {}

    static Law read(JsonNode node, String path, Faults faults) {
        if (node.isTextual()) {
            return text(node.textValue()).orElseGet(() -> {
                faults.add(path, FaultKind.NOT_LAW);
                return new Fixed(1);
            });
        }
        if (!node.isObject()) {
            faults.add(path, FaultKind.NOT_LAW);
            return new Fixed(1);
        }
        Fields fields = new Fields(node, path, faults);
        return named(fields).<Law>map(law -> law).orElse(new Fixed(1));
    }

    static Optional<Law> text(String text) {
        return text.strip().equals("never")
                ? Optional.of(new Never())
                : TimeText.hours(text).map(Fixed::new);
    }

    private static Optional<? extends Law> named(Fields fields) {
        String name = fields.text("law", 20);
        return switch (name) {
            case "exponential" -> exponential(fields);
            case "weibull" -> {
                double shape = fields.positive("shape");
                double scale = hours(fields, "scale");
                yield fields.build(() -> new Weibull(shape, scale));
            }
            case "lognormal" -> lognormal(fields);
            case "gamma" -> {
                double shape = fields.positive("shape");
                double scale = hours(fields, "scale");
                yield fields.build(() -> new Gamma(shape, scale));
            }
            case "erlang" -> {
                int stages = fields.whole("stages", 1, 10_000, 1);
                double mean = hours(fields, "mean");
                yield fields.build(() -> new Gamma(stages, mean / stages));
            }
            case "uniform" -> uniform(fields);
            case "empirical" -> {
                List<Double> values = fields.elements("values", 1, MOST_VALUES, (node, path) -> {
                    Optional<Double> hours = TimeText.hours(node.asText());
                    if (hours.isEmpty()) {
                        fields.faults().add(path, FaultKind.NOT_TIME, Fields.shown(node));
                    }
                    return hours;
                });
                yield fields.build(() -> new Empirical(values));
            }
            case "fixed" -> {
                double value = hours(fields, "value");
                yield fields.build(() -> new Fixed(value));
            }
            case "never" -> fields.build(Never::new);
            default -> {
                if (!name.isEmpty()) {
                    fields.faults()
                            .add(
                                    fields.path("law"),
                                    FaultKind.NOT_ONE_OF,
                                    String.join(", ", NAMES),
                                    "'" + Numbers.cut(name) + "'");
                }
                yield Optional.empty();
            }
        };
    }

    private static double hours(Fields fields, String name) {
        if (!fields.has(name)) {
            fields.faults().add(fields.path(name), FaultKind.MISSING);
            return 1;
        }
        return fields.node(name)
                .filter(JsonNode::isTextual)
                .flatMap(node -> TimeText.hours(node.textValue()))
                .orElseGet(() -> {
                    String shown = fields.node(name).map(Fields::shown).orElse("");
                    fields.faults().add(fields.path(name), FaultKind.NOT_TIME, shown);
                    return 1.0;
                });
    }

    private static Optional<Exponential> exponential(Fields fields) {
        if (one(fields, "mean", "per-year").equals("mean")) {
            double mean = hours(fields, "mean");
            return fields.build(() -> new Exponential(mean));
        }
        double rate = fields.node("per-year").flatMap(Numbers::percent).orElseGet(() -> fields.positive("per-year"));
        return fields.build(() -> new Exponential(YEAR / rate));
    }

    private static Optional<Lognormal> lognormal(Fields fields) {
        String given = one(fields, "log-mean", "mean", "median");
        double sd = fields.positive("log-sd");
        double logMean =
                switch (given) {
                    case "median" -> StrictMath.log(hours(fields, "median"));
                    case "mean" -> StrictMath.log(hours(fields, "mean")) - sd * sd / 2;
                    default -> {
                        double value = fields.number("log-mean", -1000, 1000);
                        String unit = fields.text("unit", 10, "h");
                        yield TimeText.hours("1 " + unit)
                                .map(hours -> unit.equals("min") ? value - MINUTE : value + StrictMath.log(hours))
                                .orElseGet(() -> {
                                    fields.faults()
                                            .add(
                                                    fields.path("unit"),
                                                    FaultKind.NOT_ONE_OF,
                                                    "y, d, h, min, s",
                                                    "'" + unit + "'");
                                    return 0.0;
                                });
                    }
                };
        return fields.build(() -> new Lognormal(logMean, sd));
    }

    private static Optional<Uniform> uniform(Fields fields) {
        double from = hours(fields, "from");
        double to = hours(fields, "to");
        if (from >= to && fields.faults().count() == 0) {
            fields.faults().add(fields.path("to"), FaultKind.ABOVE, TimeText.of(from), TimeText.of(to));
        }
        return fields.build(() -> new Uniform(from, to));
    }

    /** Which of these keys is there; it must be one. */
    private static String one(Fields fields, String... names) {
        List<String> there = List.of(names).stream().filter(fields::has).toList();
        if (there.size() != 1) {
            fields.fault(FaultKind.ONE_SPREAD, String.join(", ", names));
        }
        return there.isEmpty() ? names[0] : there.getFirst();
    }

    static JsonNode write(Law law) {
        return switch (law) {
            case Fixed(double value) -> JsonNodeFactory.instance.textNode(TimeText.of(value));
            case Never() -> JsonNodeFactory.instance.textNode("never");
            case Exponential(double mean) -> exponential(mean);
            case Weibull(double shape, double scale) -> scaled("weibull", shape, scale);
            case Gamma(double shape, double scale) -> scaled("gamma", shape, scale);
            case Lognormal lognormal -> lognormal(lognormal);
            case Uniform(double least, double most) ->
                object("uniform").put("from", TimeText.of(least)).put("to", TimeText.of(most));
            case Empirical(List<Double> values) -> {
                ObjectNode object = object("empirical");
                ArrayNode list = object.putArray("values");
                values.forEach(value -> list.add(TimeText.of(value)));
                yield object;
            }
        };
    }

    private static ObjectNode object(String law) {
        return JsonNodeFactory.instance.objectNode().put("law", law);
    }

    private static ObjectNode scaled(String law, double shape, double scale) {
        return object(law).put("shape", shape).put("scale", TimeText.of(scale));
    }

    /** By its mean, or by its rate where that has few digits and the mean many. */
    private static ObjectNode exponential(double mean) {
        String text = TimeText.of(mean);
        if (text.length() > FEW) {
            double rate = Rounding.near(YEAR / mean, value -> YEAR / value == mean);
            if (Numbers.text(rate).length() <= FEW && YEAR / rate == mean) {
                return object("exponential").put("per-year", rate);
            }
        }
        return object("exponential").put("mean", text);
    }

    /** By the median or mean where that has few digits, or else by the mean of its logarithm. */
    private static ObjectNode lognormal(Lognormal law) {
        double mean = law.logMean();
        double sd = law.logSd();
        return byTime("median", StrictMath.exp(mean), sd, value -> StrictMath.log(value) == mean)
                .or(() -> byTime("mean", law.mean(), sd, value -> StrictMath.log(value) - sd * sd / 2 == mean))
                .orElseGet(() -> {
                    double minutes = Rounding.near(mean + MINUTE, value -> value - MINUTE == mean);
                    return Numbers.text(minutes).length() <= FEW && minutes - MINUTE == mean
                            ? object("lognormal")
                                    .put("log-mean", minutes)
                                    .put("log-sd", sd)
                                    .put("unit", "min")
                            : object("lognormal").put("log-mean", mean).put("log-sd", sd);
                });
    }

    private static Optional<ObjectNode> byTime(String name, double near, double sd, DoublePredicate exact) {
        for (double unit : new double[] {1, 60, 24}) {
            double scaled = unit == 24 ? near / unit : near * unit;
            double rounded = Rounding.near(scaled, value -> exact.test(unit == 24 ? value * unit : value / unit));
            double hours = unit == 24 ? rounded * unit : rounded / unit;
            String text = Double.isFinite(hours) ? TimeText.of(hours) : "";
            if (text.length() <= FEW + 4
                    && TimeText.hours(text).filter(exact::test).isPresent()) {
                return Optional.of(object("lognormal").put(name, text).put("log-sd", sd));
            }
        }
        return Optional.empty();
    }
}
