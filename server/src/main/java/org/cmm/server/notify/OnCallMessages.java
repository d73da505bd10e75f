package org.cmm.server.notify;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about on-call weeks, escalation and holidays. */
@MessageBundle("oncall")
public interface OnCallMessages {

    @Message("On call")
    String title();

    @Message("Who is told when nobody acknowledges, and whose week it is.")
    String lead();

    // Groups.

    @Message("There is no group yet.")
    String groupNone();

    @Message("Add a group")
    String groupAdd();

    @Message("Change the group")
    String groupChange();

    @Message("Name")
    String name();

    @Message("People")
    String people();

    @Message("In the order in which they take turns: give each a number, and leave out who is not in it.")
    String peopleHint();

    @Message("How")
    String how();

    @Message("They take turns, week by week")
    String rotates();

    @Message("All of them are told")
    String together();

    @Message("All of them are told: {names}")
    String togetherAre(String names);

    @Message("A day of the first person’s week")
    String first();

    @Message("Weeks begin on Monday in this zone")
    String zone();

    @Message("This week: {name}")
    String thisWeek(String name);

    @Message("Nobody has this week.")
    String nobody();

    @Message("Week")
    String week();

    @Message("On call")
    String whose();

    @Message("Holidays")
    String holidaysOfWeek();

    @Message("week {number}, {from} to {until}")
    String weekOf(String number, String from, String until);

    @Message("{name}, from {from} to {until}")
    String standIn(String name, String from, String until);

    @Message("Stand-ins")
    String standIns();

    @Message("Add a stand-in")
    String standInAdd();

    @Message("Who")
    String who();

    @Message("From")
    String from();

    @Message("To, included")
    String until();

    @Message("End")
    String end();

    @Message("Change")
    String change();

    @Message("Remove")
    String remove();

    @Message("Remove this group? The steps that lead to it are removed too.")
    String groupRemoveQuestion();

    // Escalation.

    @Message("Escalation")
    String escalation();

    @Message(
            "Whoever follows is told whatever their severities, sites and quiet hours are. A site’s own steps take the place of the general ones.")
    String escalationLead();

    @Message("There is no step yet: what nobody acknowledges stays with those who were told.")
    String stepNone();

    @Message("For")
    String forSite();

    @Message("sites without steps of their own")
    String everywhere();

    @Message("From severity")
    String lowest();

    @Message("Minutes without acknowledgement")
    String after();

    @Message("Then tell")
    String target();

    @Message("after {duration}")
    String afterDuration(String duration);

    @Message("after {duration} without acknowledgement")
    String unacknowledged(String duration);

    @Message("group {name}")
    String group(String name);

    @Message("Add a step")
    String stepAdd();

    @Message("Not to be reached, because they chose no channel: {names}.")
    String unreachable(String names);

    // Holidays.

    @Message("Holidays")
    String holidays();

    @Message(
            "Public holidays of Cameroon, by law 73/5 of 1973. Whoever wishes is left in peace on them, and on the day after a civil one that fell on a Sunday or another holiday. An estimate leaves nobody in peace until its date is confirmed.")
    String holidaysLead();

    @Message("Day")
    String day();

    @Message("When")
    String when();

    @Message("every year on {date}")
    String yearly(String date);

    @Message("Easter Sunday and {days} days")
    String afterEaster(String days);

    @Message("{days} days before Easter Sunday")
    String beforeEaster(String days);

    @Message("once")
    String once();

    @Message("by the moon; whoever sees it announces the day")
    String byTheMoon();

    @Message("estimate")
    String estimate();

    @Message("A day or two off at times; confirm it with the date that is announced.")
    String estimateHint();

    @Message("Kind")
    String source();

    @Message("civil, by law")
    String lawCivil();

    @Message("religious, by law")
    String lawReligious();

    @Message("added here")
    String addedHere();

    @Message("expected")
    String expected();

    @Message("for the day before")
    String forTheDayBefore();

    @Message("Next")
    String next();

    @Message("Set the date")
    String setDate();

    @Message("Add a holiday")
    String holidayAdd();

    @Message("Name in English")
    String nameEnglish();

    @Message("Name in French")
    String nameFrench();

    @Message("Date")
    String date();

    @Message("Every year")
    String everyYear();

    @Message("Remove this day from the calendar?")
    String holidayRemoveQuestion();

    // Faults.

    @Message("Give it a name of 1 to 80 characters.")
    String faultName();

    @Message("Another group has this name.")
    String faultTaken();

    @Message("Choose a date.")
    String faultDate();

    @Message("The last day comes before the first.")
    String faultOrder();

    @Message("Choose a time zone from the list, such as Africa/Douala.")
    String faultZone();

    @Message("Write minutes from 1 to 10080.")
    String faultMinutes();

    @Message("Choose a person or a group.")
    String faultTarget();

    @Message("Choose a person who may log in.")
    String faultPerson();

    @Message("Choose a severity: info, warning or critical.")
    String faultSeverity();

    @Message("There is no such site.")
    String faultSite();
}
