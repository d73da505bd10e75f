package org.cmm.core.scenario;

/**
 * How busy a healthy machine's processor is: a weekly rhythm, and noise around it that forgets in some minutes. Shares
 * of 0 to 1.
 *
 * @param idle at night and on days off
 * @param busy in the middle of a working day
 * @param noise standard deviation of the noise
 * @param memory share of memory in use while all is well
 * @param disk share of the disk in use while all is well
 */
public record Load(double idle, double busy, double noise, double memory, double disk) {

    public static final Load OFFICE = new Load(0.05, 0.35, 0.12, 0.55, 0.45);

    public Load {
        Check.share("load", "idle", idle);
        Check.share("load", "busy", busy);
        Check.share("load", "noise", noise);
        Check.share("load", "memory", memory);
        Check.share("load", "disk", disk);
    }
}
