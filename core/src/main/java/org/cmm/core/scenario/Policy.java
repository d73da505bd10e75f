package org.cmm.core.scenario;

import java.util.Map;

/**
 * How machines are kept up.
 *
 * @param usual for each part that {@code byPart} does not name
 * @param xafPerMachineMonth what it costs by itself, such as the link that monitoring needs
 */
public record Policy(String name, Noticing noticing, Care usual, Map<String, Care> byPart, double xafPerMachineMonth) {

    /** Who finds out that a machine failed. */
    public enum Noticing {
        /** Its users, and they call. */
        USERS,
        /** Monitoring or the users, whoever is first. */
        MONITORING
    }

    public Policy {
        byPart = Map.copyOf(byPart);
        Check.text("policy", "name", name, 60);
        String thing = "policy '%s'".formatted(name);
        Check.amount(thing, "cost of a month", xafPerMachineMonth);
        boolean onCondition = usual instanceof Care.OnCondition
                || byPart.values().stream().anyMatch(Care.OnCondition.class::isInstance);
        Check.that(
                noticing == Noticing.MONITORING || !onCondition,
                thing,
                "care on condition needs monitoring; let monitoring notice, or choose another care");
    }

    public Care of(Part part) {
        return byPart.getOrDefault(part.name(), usual);
    }
}
