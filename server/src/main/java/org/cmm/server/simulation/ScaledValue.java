package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.cmm.core.random.Empirical;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Never;
import org.cmm.core.random.Uniform;
import org.cmm.core.random.Weibull;
import org.cmm.server.simulation.EditorSchema.Kind;

/** A parameter's value so many times as large; a law keeps its shape. */
final class ScaledValue {

    private ScaledValue() {}

    /** Empty where there is nothing to scale. */
    static Optional<JsonNode> of(JsonNode value, Kind kind, double factor) {
        return switch (kind) {
            case NUMBER ->
                value.isNumber() && value.doubleValue() != 0 ? Optional.of(number(value, factor)) : Optional.empty();
            case SHARE ->
                Numbers.share(value)
                        .filter(share -> share > 0)
                        .map(share -> JsonNodeFactory.instance.numberNode(Math.min(1, share * factor)));
            case TIME ->
                TimeText.duration(value.asText())
                        .filter(Duration::isPositive)
                        .map(time -> JsonNodeFactory.instance.textNode(
                                TimeText.of(Duration.ofMillis(Math.round(time.toMillis() * factor)))));
            case LAW -> {
                Faults faults = new Faults();
                Law law = LawText.read(value, "", faults);
                boolean scalable = faults.count() == 0 && law.mean() > 0 && !(law instanceof Never);
                yield scalable ? Optional.of(LawText.write(scaled(law, factor))) : Optional.empty();
            }
            case CARE -> care(value, factor);
            case TEXT, CHOICE, HOURS -> Optional.empty();
        };
    }

    /** What counts things stays whole. */
    private static JsonNode number(JsonNode value, double factor) {
        double scaled = value.doubleValue() * factor;
        return value.isIntegralNumber()
                ? JsonNodeFactory.instance.numberNode(Math.max(1, Math.round(scaled)))
                : JsonNodeFactory.instance.numberNode(scaled);
    }

    private static Optional<JsonNode> care(JsonNode care, double factor) {
        if (!(care instanceof ObjectNode object)) {
            return Optional.empty();
        }
        for (String key : new String[] {"age", "every"}) {
            Optional<JsonNode> scaled = of(care.path(key), Kind.TIME, factor);
            if (scaled.isPresent()) {
                ObjectNode copy = object.deepCopy();
                copy.set(key, scaled.get());
                return Optional.of(copy);
            }
        }
        return Optional.empty();
    }

    private static Law scaled(Law law, double factor) {
        return switch (law) {
            case Fixed(double value) -> new Fixed(value * factor);
            case Exponential(double mean) -> new Exponential(mean * factor);
            case Weibull(double shape, double scale) -> new Weibull(shape, scale * factor);
            case Lognormal(double logMean, double logSd) -> new Lognormal(logMean + StrictMath.log(factor), logSd);
            case Gamma(double shape, double scale) -> new Gamma(shape, scale * factor);
            case Uniform(double least, double most) -> new Uniform(least * factor, most * factor);
            case Empirical(var values) ->
                new Empirical(values.stream().map(value -> value * factor).toList());
            case Never never -> never;
        };
    }
}
