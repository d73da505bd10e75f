package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of the editor of experiments. */
@MessageBundle("editor")
public interface EditorMessages {

    @Message("New experiment")
    String title();

    @Message("Run")
    String sectionRun();

    @Message("Sites")
    String sectionSites();

    @Message("Machines and their parts")
    String sectionMachines();

    @Message("Crew and users")
    String sectionPeople();

    @Message("Monitoring")
    String sectionMonitoring();

    @Message("Policies")
    String sectionPolicies();

    @Message("{name}, how many at each")
    String machinesOf(String name);

    @Message("{name} instead")
    String careOf(String name);

    @Message("Add a site")
    String addSite();

    @Message("Add a kind of machine")
    String addMachine();

    @Message("Add a part")
    String addPart();

    @Message("Add a policy")
    String addPolicy();

    @Message("Remove")
    String take();

    @Message("as for the others")
    String usual();

    @Message("The first is what the others are compared with.")
    String firstPolicy();

    @Message(
            "Times: 90 d, 4 h, 20 min, 75 s, 1 y. By chance: exponential, mean 2000 h · exponential, per-year 0.02 · weibull, shape 2.5, scale 1000 h · lognormal, median 1 h, log-sd 1.4 · uniform, from 2 h, to 8 h · never. An empty field is left out.")
    String lawHint();

    @Message(
            "Care: run-to-failure · on-condition · age 90 d · every 90 d · dates 07-15 + 12-22 · every 90 d, inspect 20 min, finds 80 %")
    String careHint();

    @Message("sourced")
    String markS();

    @Message("recalled")
    String markR();

    @Message("assumed")
    String markA();

    @Message("computed")
    String markC();

    @Message("Some parameters need another value.")
    String faults();

    @Message("Check")
    String check();

    @Message("Look at it as a file")
    String asFile();

    @Message("Everything makes sense.")
    String sound();
}
