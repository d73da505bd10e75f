package org.cmm.server.history;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of the page about history on disk. */
@MessageBundle("disk")
public interface DiskMessages {

    @Message("History on disk")
    String title();

    @Message("On disk")
    String tab();

    @Message("What history takes, how it grows, and how long each part of it is kept")
    String lead();

    @Message("History")
    String history();

    @Message("Whole database")
    String database();

    @Message("Free on its disk")
    String free();

    @Message("Growth a day")
    String growth();

    @Message("In the end at most")
    String atMost();

    @Message("Disk full")
    String full();

    @Message("in {time}")
    String fullIn(String time);

    @Message("not by history")
    String never();

    @Message("CMM cannot see the disk of your own database")
    String unseen();

    @Message("Values")
    String values();

    @Message("≈ {count}")
    String some(String count);

    @Message("A value")
    String each();

    @Message("{bytes} B")
    String bytes(String bytes);

    @Message("closed: {bytes}")
    String eachClosed(String bytes);

    @Message("Tier")
    String tier();

    @Message("Samples")
    String samples();

    @Message("5 minutes")
    String fiveMinutes();

    @Message("1 hour")
    String hour();

    @Message("1 day")
    String day();

    @Message("Takes")
    String takes();

    @Message("Share")
    String share();

    @Message("Since")
    String since();

    @Message("Files")
    String partitions();

    @Message("Kept for, days")
    String kept();

    @Message(
            "Each tier holds smallest, mean, largest and last value of its intervals. What an interval of a series came to counts as one value. A finer tier says more and takes more; charts take the one that suits their span.")
    String explained();

    @Message("Show what that changes")
    String preview();

    @Message("What this changes")
    String changeTitle();

    @Message("{tier}: kept for {time} instead of {before}.")
    String change(String tier, String time, String before);

    @Message("What was measured before {date} is deleted for good, and {bytes} are free within minutes.")
    String deleted(String date, String bytes);

    @Message("Nothing is deleted.")
    String nothingDeleted();

    @Message("In the end it takes {bytes} more.")
    String costs(String bytes);

    @Message("In the end it takes {bytes} less.")
    String saves(String bytes);

    @Message("History then takes at most {bytes}.")
    String then(String bytes);

    @Message("The disk would be full in {time}.")
    String thenFull(String time);

    @Message("Keep it so")
    String apply();

    @Message("Delete and keep it so")
    String applyAndDelete();

    @Message("Leave it as it is")
    String cancel();

    @Message("That is as it is now.")
    String noChange();

    @Message("A whole number of days from 1 to {most}.")
    String badDays(String most);

    @Message("A coarser tier must be kept at least as long as a finer one.")
    String badOrder();
}
