package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about sweeps and sensitivities. */
@MessageBundle("study")
public interface StudyMessages {

    @Message("What matters")
    String title();

    @Message("Sweep")
    String sweep();

    @Message("Tornado")
    String tornado();

    @Message("Sweep one or two parameters")
    String sweepTitle();

    @Message(
            "The experiment is run for each value, or for each pair of values, with the same random numbers. Separate values by |, such as 2 h | 4 h | 8 h, or × 0.5 | × 1 | × 2 of what it is.")
    String sweepHint();

    @Message("Which parameters matter most")
    String tornadoTitle();

    @Message(
            "Each parameter by itself is made smaller and larger by this factor. The longest bar is what you should know best.")
    String tornadoHint();

    @Message("Factor")
    String factor();

    @Message("Parameter")
    String parameter();

    @Message("Values")
    String values();

    @Message("Second parameter")
    String second();

    @Message("none")
    String none();

    @Message("Replications of each point")
    String replications();

    @Message("points done: {done} of {most}")
    String progress(String done, String most);

    @Message("What {policy} takes off the hours down of a machine and year, against {first}")
    String saved(String policy, String first);

    @Message("As it is: {hours} h")
    String asItIs(String hours);

    @Message("{low} h – {high} h")
    String span(String low, String high);

    @Message("Hours down of a machine and year")
    String hoursDown();

    @Message("Bold where the difference is more than chance.")
    String boldHint();

    @Message("Studies")
    String studies();

    @Message("Sweep it, or find what matters")
    String offer();

    @Message("Choose a parameter and at least two values.")
    String faultValues();

    @Message("'{value}': {fault}")
    String faultPoint(String value, String fault);

    @Message("This would simulate {times} times as much as is allowed. Take fewer replications or values.")
    String tooLarge(String times);

    @Message("{most} studies are waiting and running already. Wait until one is done, or cancel one.")
    String tooMany(String most);

    @Message("Remove this study and the experiments that it is made of? You can restore it for 30 days.")
    String removeAsk();

    @Message("This study is removed.")
    String removed();

    @Message("Studies: {count}")
    String count(String count);

    @Message("The factor must be between 1 and 10.")
    String faultFactor();
}
