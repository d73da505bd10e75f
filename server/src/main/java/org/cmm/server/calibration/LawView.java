package org.cmm.server.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cmm.core.calibration.Ageing;
import org.cmm.core.calibration.Finding;
import org.cmm.core.statistics.Fit;
import org.cmm.core.statistics.Fitting;
import org.cmm.core.statistics.GoodnessOfFit;
import org.cmm.core.statistics.Interval;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What lifetimes say. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CalibratedLaw")
record LawView(
        @Schema(description = "How many ended while somebody looked")
        int ended,

        @Schema(description = "How many did not end, or had not yet")
        int censored,

        @Schema(description = "Hours watched, all together") double hours,

        @Schema(description = "fitted, too-few, or no-spread where all took equally long", examples = "fitted")
        String outcome,

        @Schema(description = "How many more must end; 0 with a law")
        int missing,

        @Schema(description = "How many days that takes at the pace of the time asked for; left out where none ended")
        @Nullable
        Double waitDays,

        @Schema(description = "exponential, weibull or lognormal", examples = "weibull") @Nullable
        String law,

        @Schema(description = "Of the law, in hours: mean; shape and scale; or mean and deviation of the logarithm")
        @Nullable
        List<ParameterView> parameters,

        @Schema(description = "Left out where it is infinite") @Nullable
        Double meanHours,

        @Schema(description = "Whether the second best law is clearly worse") @Nullable
        Boolean clear,

        @Schema(description = "How often chance alone lies as far from the law; below 0.05 it is in doubt") @Nullable
        Double pValue,

        @Schema(
                description =
                        "with-age, with-youth or at-any-age, by the interval of the Weibull law's shape; in-doubt where no law fits well")
        @Nullable
        String ageing) {

    static LawView of(Finding finding, Duration asked) {
        Optional<Fit> best =
                finding.fitting() instanceof Fitting.Fitted fitted ? Optional.of(fitted.best()) : Optional.empty();
        return new LawView(
                finding.ended(),
                finding.lifetimes().size() - finding.ended(),
                finding.hours(),
                switch (finding.fitting()) {
                    case Fitting.Fitted _ -> "fitted";
                    case Fitting.TooFew _ -> "too-few";
                    case Fitting.NoSpread _ -> "no-spread";
                },
                finding.missing(),
                finding.missing() == 0
                        ? null
                        : finding.wait(asked).map(wait -> wait.toHours() / 24.0).orElse(null),
                best.map(fit -> Spelling.of(fit.family())).orElse(null),
                best.map(LawView::parameters).orElse(null),
                best.map(fit -> fit.law().mean()).filter(Double::isFinite).orElse(null),
                finding.fitting() instanceof Fitting.Fitted fitted ? fitted.isClear() : null,
                finding.goodness().map(GoodnessOfFit::pValue).orElse(null),
                ageing(finding));
    }

    private static @Nullable String ageing(Finding finding) {
        Optional<String> ageing = Ageing.of(finding.fitting()).map(Spelling::of);
        return ageing.map(word -> CalibrationWords.isDoubted(finding) ? "in-doubt" : word)
                .orElse(null);
    }

    private static List<ParameterView> parameters(Fit fit) {
        List<String> names =
                switch (fit.family()) {
                    case EXPONENTIAL -> List.of("mean");
                    case WEIBULL -> List.of("shape", "scale");
                    case LOGNORMAL -> List.of("log-mean", "log-sd");
                };
        return IntStream.range(0, names.size())
                .mapToObj(index ->
                        ParameterView.of(names.get(index), fit.parameters().get(index)))
                .toList();
    }

    /** A parameter with its 95 % interval; an end that is infinite is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CalibratedParameter")
    record ParameterView(
            String name,
            double estimate,
            @Nullable Double lower,
            @Nullable Double upper) {

        static ParameterView of(String name, Interval interval) {
            return new ParameterView(name, interval.estimate(), finite(interval.lower()), finite(interval.upper()));
        }

        private static @Nullable Double finite(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }
}
