package org.cmm.server.trend;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of the page of history. */
@MessageBundle("trend")
public interface TrendMessages {

    @Message("History")
    String title();

    @Message("Charts")
    String tabCharts();

    @Message("Machines and measures over any span, from an hour to five years")
    String lead();

    @Message("1 h")
    String hour();

    @Message("24 h")
    String day();

    @Message("7 d")
    String week();

    @Message("30 d")
    String month();

    @Message("90 d")
    String quarter();

    @Message("1 y")
    String year();

    @Message("5 y")
    String fiveYears();

    @Message("Machines")
    String machines();

    @Message("Add a machine: name, ID, IP, tag, site")
    String find();

    @Message("Find")
    String findButton();

    @Message("Leave out {name}")
    String leaveOut(String name);

    @Message("No machine matches. Try a shorter word.")
    String noneFound();

    @Message("There are more; type another word.")
    String moreFound();

    @Message("A chart holds ten machines. Leave one out to add another.")
    String full();

    @Message("Measures")
    String measures();

    @Message("Span")
    String span();

    @Message("Earlier")
    String earlier();

    @Message("Later")
    String later();

    @Message("from")
    String from();

    @Message("to")
    String to();

    @Message("times of {zone}")
    String timesOf(String zone);

    @Message("Show")
    String show();

    @Message("The beginning must lie before the end, and at most five years before. Shown is a span up to now instead.")
    String badTimes();

    @Message("Zoom in")
    String closer();

    @Message("Zoom out")
    String wider();

    @Message("Undo zoom")
    String undo();

    @Message("Whole span")
    String whole();

    @Message(
            "Drag across a chart to zoom, double-click to see the whole span. With the keyboard: arrows move, + and − zoom, Backspace undoes.")
    String hint();

    @Message("Choose a machine")
    String chooseTitle();

    @Message("Type a part of its name above, or take one of these. Up to ten fit into one chart.")
    String chooseHint();

    @Message("No machines yet")
    String noMachines();

    @Message("As soon as a machine is under watch, everything that it measured can be seen here.")
    String noMachinesHint();

    @Message("Add a machine")
    String addMachine();

    @Message("Charts are drawn by a script, which this browser does not run. The same figures are in a table.")
    String noScript();

    @Message("As a table")
    String asTable();

    @Message("As charts")
    String asCharts();

    @Message("Time")
    String time();

    @Message("Mean of each stretch, and between which values")
    String tableLead();

    @Message("Nothing was measured in this span. Choose another span, machine or measure.")
    String nothing();

    @Message("no samples")
    String gap();

    @Message("silent since")
    String silentSince();

    @Message("received")
    String receive();

    @Message("sent")
    String transmit();

    @Message("read")
    String read();

    @Message("written")
    String write();

    @Message("The charts could not be fetched. Trying again shortly.")
    String fault();

    @Message("Line")
    String line();

    @Message("Smallest")
    String minimum();

    @Message("Mean")
    String mean();

    @Message("Largest")
    String maximum();

    @Message("Newest")
    String newest();

    @Message("Measured")
    String coverage();

    @Message("How much of the points shown was measured")
    String coverageHint();

    @Message("{step} a point, of single samples")
    String ofSamples(String step);

    @Message("{step} a point, of five minutes each")
    String ofFiveMinutes(String step);

    @Message("{step} a point, of hours")
    String ofHours(String step);

    @Message("{step} a point, of days")
    String ofDays(String step);

    @Message("Hide or show a line by a click on its name.")
    String lineHint();

    @Message("The busiest {shown} of {all} lines are drawn. Hide one, and the next takes its place.")
    String busiest(String shown, String all);

    @Message("What is shown, for a spreadsheet or a program:")
    String files();

    @Message("Every sample, as it was measured:")
    String samples();

    @Message("Any span, and other machines beside it")
    String enlarge();

    @Message("Alerts")
    String alerts();

    @Message("Mark alerts")
    String markAlerts();

    @Message("Do not mark them")
    String hideAlerts();

    @Message("Alerts are not marked.")
    String alertsHidden();

    @Message("None on these measures in this span.")
    String alertsNone();

    @Message("One on these measures in this span.")
    String alertsOne();

    @Message("{count} on these measures in this span.")
    String alertsSome(String count);

    @Message("The newest {count} are marked; this span has more. A shorter span shows them all.")
    String alertsMost(String count);

    @Message("Alert {number}")
    String alertNumber(int number);

    @Message("Severity")
    String severity();

    @Message("Trouble")
    String trouble();

    @Message("Machine")
    String machine();

    @Message("Began")
    String began();

    @Message("Lasted")
    String lasted();

    @Message("going on")
    String goingOn();

    @Message("The time around it")
    String around();

    @Message("Lines that have no place here: {left}. Choose fewer machines or measures; the files hold all.")
    String columnsLeft(int left);
}
