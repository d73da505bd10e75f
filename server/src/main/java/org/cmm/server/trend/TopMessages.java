package org.cmm.server.trend;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of the page of top lists. */
@MessageBundle("top")
public interface TopMessages {

    @Message("Top lists")
    String title();

    @Message("What to look at first, over any span")
    String lead();

    @Message("Busiest processors")
    String listCpu();

    @Message("Fullest disks")
    String listDisk();

    @Message("Fastest filling disks")
    String listGrowth();

    @Message("Least available machines")
    String listAvailability();

    @Message("Every list")
    String everyList();

    @Message("Site")
    String site();

    @Message("Every site")
    String everySite();

    @Message("Machine")
    String machine();

    @Message("Disk")
    String part();

    @Message("Mean")
    String mean();

    @Message("Largest")
    String maximum();

    @Message("Newest")
    String last();

    @Message("Growth a day")
    String growth();

    @Message("Full in")
    String fullIn();

    @Message("Availability")
    String availability();

    @Message("Down")
    String down();

    @Message("Failures")
    String failures();

    @Message("Chart")
    String chart();

    @Message("All {total}")
    String all(String total);

    @Message("First of each site")
    String bySite();

    @Message("Next page")
    String older();

    @Message("Page before")
    String newer();

    @Message("Nothing was measured in this span. Choose a longer one, or another site.")
    String nothing();

    @Message(
            "Growth is the straight line from the first reading of the span to its last; the forecast on a machine’s page looks closer.")
    String growthHint();
}
