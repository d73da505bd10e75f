package org.cmm.server.maintenance;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about maintenance windows. */
@MessageBundle("maintenance")
public interface MaintenanceMessages {

    @Message("Maintenance windows")
    String title();

    @Message(
            "While one goes on, alerts and incidents are recorded as ever and nobody is told. What is still wrong at its end is told then.")
    String lead();

    @Message("No window is planned")
    String none();

    @Message("Plan one before you update, move or replace machines, and nobody is woken for it.")
    String noneHint();

    @Message("Plan a window")
    String plan();

    @Message("Reason")
    String reason();

    @Message("Everybody who asks why nobody was told reads this.")
    String reasonHint();

    @Message("Which machines")
    String scope();

    @Message("Every machine")
    String fleet();

    @Message("The site")
    String site();

    @Message("Machines with the tag")
    String tag();

    @Message("The machine")
    String server();

    @Message("Site, tag or code of the machine")
    String target();

    @Message("How often")
    String recurrence();

    @Message("Once")
    String once();

    @Message("Every week")
    String weekly();

    @Message("Every month, on that day")
    String monthly();

    @Message("Every month, on that weekday, such as the second Sunday")
    String nthWeekday();

    @Message("Every month, on the last such weekday")
    String lastWeekday();

    @Message("On these days")
    String days();

    @Message("For weekly windows; leave all empty for the weekday of the first day.")
    String daysHint();

    @Message("First day")
    String from();

    @Message("Last day")
    String until();

    @Message("Begins at")
    String start();

    @Message("Hours")
    String hours();

    @Message("By")
    String author();

    @Message("When")
    String when();

    @Message("Next")
    String next();

    @Message("Now, until {end}")
    String goesOn(String end);

    @Message("ended by {name}, {when}")
    String endedBy(String name, String when);

    @Message("over")
    String over();

    @Message("End it")
    String end();

    @Message("End this window for good? Notices go out again at once.")
    String endAsk();

    @Message("Planned and going on")
    String alive();

    @Message("Past")
    String past();

    @Message("{day}, {time}, for {length}")
    String describeOnce(String day, String time, String length);

    @Message("every week on {days}, {time}, for {length}")
    String describeWeekly(String days, String time, String length);

    @Message("every month on day {day}, {time}, for {length}")
    String describeMonthly(String day, String time, String length);

    @Message("every {nth} {weekday} of the month, {time}, for {length}")
    String describeNth(String nth, String weekday, String time, String length);

    @Message("last")
    String last();

    @Message("until {day}")
    String describeUntil(String day);

    @Message("held back: {count}")
    String heldBackCount(String count);

    @Message("What it held back")
    String heldBack();

    @Message("It has held back nothing.")
    String heldBackNothing();

    @Message("Incident")
    String incident();

    @Message("The reason must have 1 to {most} characters.")
    String faultReason(int most);

    @Message("Choose every machine, a site, a tag or a machine.")
    String faultScope();

    @Message("Choose a site, a tag or the code of a machine that exists.")
    String faultTarget();

    @Message("Choose how often: once, weekly, monthly, nth-weekday or last-weekday.")
    String faultRecurrence();

    @Message("Days are monday to sunday.")
    String faultDays();

    @Message("Write the day as 2026-12-31.")
    String faultDay();

    @Message("The last day must not be before the first.")
    String faultUntil();

    @Message("Write the time as 22:00.")
    String faultTime();

    @Message("A window lasts between 1 minute and 336 hours: write 2 or 0.5.")
    String faultHours();

    @Message("There is no such time zone.")
    String faultZone();
}
