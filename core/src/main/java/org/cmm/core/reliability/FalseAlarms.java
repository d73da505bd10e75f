package org.cmm.core.reliability;

/**
 * Alarms without a defect: each takes somebody's time, and some lead to a planned outage that nobody needed.
 *
 * @param rate how many come in a unit of time up
 * @param needless the share of them that lead to an outage
 * @param down how long such an outage lasts
 * @param work how long somebody is busy with each
 */
public record FalseAlarms(double rate, double needless, double down, double work) {

    public FalseAlarms {
        Inputs.notNegative("false alarms", "rate", rate);
        Inputs.share("false alarms", "share that leads to an outage", needless);
        Inputs.notNegative("false alarms", "downtime of an outage", down);
        Inputs.notNegative("false alarms", "work", work);
    }

    /** The share of time up of a watched machine that has them. */
    public double availability(Race race) {
        return 1 / (1 + race.downPerUp() + rate * downEach());
    }

    /** The work with them for each unit of time up. */
    public double workRate() {
        return rate * work;
    }

    /**
     * The rate at which they cost as much downtime as the watch saves; 0 if it saves none, infinite if they cost none.
     */
    public double breakEvenRate(Race race) {
        return breakEvenRate(race, new Prices(1, 0));
    }

    /** The rate at which they cost as much money as the watch saves; 0 if it saves none, infinite if they cost none. */
    public double breakEvenRate(Race race, Prices prices) {
        double saved = prices.down() * (race.reactive().downPerUp() - race.downPerUp());
        double cost = prices.down() * downEach() + prices.work() * work;
        return saved <= 0 ? 0 : saved / cost;
    }

    private double downEach() {
        return needless * down;
    }

    /** What a unit of downtime and a unit of work cost. */
    public record Prices(double down, double work) {

        public Prices {
            Inputs.notNegative("false alarms", "price of downtime", down);
            Inputs.notNegative("false alarms", "price of work", work);
        }
    }
}
