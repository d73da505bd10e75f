package org.cmm.server.forecast;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about what will be. */
@MessageBundle("forecast")
public interface ForecastMessages {

    @Message("full between {from} and {to}")
    String fullBetween(String from, String to);

    @Message("full in about {time}")
    String fullIn(String time);

    @Message("not about to be full")
    String notFull();

    @Message("today")
    String today();

    @Message("tomorrow")
    String tomorrow();

    @Message("Disk {name}")
    String disk(String name);
}
