package org.cmm.core.verification;

import java.util.function.ToDoubleFunction;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.simulation.Totals;

/**
 * A number that a formula gives and a simulation must find.
 *
 * @param model whose formula it is, such as {@code age-replacement}
 * @param parameters of the model, and which of its numbers it is
 * @param expected what the formula gives
 * @param scenario with one policy, of which the model is an exact picture
 * @param figure how the simulation's sums become the number
 * @param precision the greatest relative half-width of its interval that proves anything
 */
public record ClosedForm(
        String model, String parameters, double expected, Scenario scenario, Figure figure, double precision) {

    /** As precise as a table of results should be. */
    static final double USUAL = 0.005;

    /** One sum divided by another. */
    public record Figure(ToDoubleFunction<Totals> over, ToDoubleFunction<Totals> under) {}

    static ClosedForm of(String model, String parameters, double expected, Setup setup, Figure figure) {
        return new ClosedForm(model, parameters, expected, setup.scenario(), figure, USUAL);
    }

    ClosedForm toWithin(double finer) {
        return new ClosedForm(model, parameters, expected, scenario, figure, finer);
    }
}
