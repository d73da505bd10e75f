package org.cmm.server.notify;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about what a person wants to be told of. */
@MessageBundle("preference")
public interface PreferenceMessages {

    @Message("Notices")
    String title();

    @Message("What CMM tells you, where, and when not.")
    String lead();

    @Message("Mine")
    String tabMine();

    @Message("Delivery log")
    String tabLog();

    @Message("Channels")
    String tabChannels();

    @Message("On call")
    String tabOnCall();

    @Message("Holidays")
    String tabHolidays();

    @Message("Where")
    String where();

    @Message("There is no channel yet, so nobody can be told of anything.")
    String noChannel();

    @Message("An administrator sets one up.")
    String noChannelHint();

    @Message("Set up a channel")
    String setUp();

    @Message("E-mail address")
    String addressEmail();

    @Message("Phone number with country, such as +237 6…")
    String addressPhone();

    @Message("Number of your chat with the bot, or @channel")
    String addressChat();

    @Message("Topic")
    String addressTopic();

    @Message("To the place that the channel leads to")
    String addressNone();

    @Message("What")
    String what();

    @Message("Severities")
    String severities();

    @Message("Sites")
    String sites();

    @Message("None chosen means every site, and machines without one.")
    String sitesHint();

    @Message("When not")
    String whenNot();

    @Message("Quiet from")
    String quietFrom();

    @Message("until")
    String quietUntil();

    @Message("What happens meanwhile is told afterwards, in one notice. The same time twice means no quiet hours.")
    String quietHint();

    @Message("Sundays and public holidays are quiet too")
    String quietDays();

    @Message("Critical notices come at any time")
    String criticalAlways();

    @Message("Language of the notices")
    String language();

    @Message("Time zone")
    String zone();

    @Message("You have not chosen yet, and are told of nothing. This is a proposal; save it to begin.")
    String notYet();

    @Message("Your last notices")
    String last();

    @Message("Nothing yet.")
    String lastNone();

    @Message("Send me a test")
    String test();

    @Message("Tests are sent to every address that is saved.")
    String testHint();

    @Message("{channel}: accepted.")
    String testAccepted(String channel);

    @Message("{channel}: it did not work. An administrator sees why on the channel’s page.")
    String testFailed(String channel);

    // Faults.

    @Message("This is no e-mail address.")
    String faultEmail();

    @Message("Write the number with its country, such as +237 699 00 11 22.")
    String faultPhone();

    @Message("A chat is a number, or @ and the name of a public channel.")
    String faultChat();

    @Message("A topic has letters, digits, - and _, at most 64.")
    String faultTopic();

    @Message("Write times as 21:00.")
    String faultTime();

    @Message("Choose a time zone from the list, such as Africa/Douala.")
    String faultZone();

    @Message("Choose one severity at least.")
    String faultSeverities();

    // Delivery log.

    @Message("Every notice, to whom, on which channel, and how each attempt went.")
    String logLead();

    @Message("No notice matches.")
    String logNone();

    @Message("When")
    String when();

    @Message("Notice")
    String noticeColumn();

    @Message("To")
    String to();

    @Message("Channel")
    String channel();

    @Message("State")
    String state();

    @Message("Attempts")
    String attempts();

    @Message("Every state")
    String everyState();

    @Message("Show")
    String show();

    @Message("Older")
    String older();

    @Message("Newest")
    String newest();

    @Message("waiting")
    String stateWaiting();

    @Message("waiting until {time}")
    String stateWaitingUntil(String time);

    @Message("being sent")
    String stateSending();

    @Message("sent")
    String stateSent();

    @Message("sent in a digest")
    String stateMerged();

    @Message("in a digest: {state}")
    String stateInDigest(String state);

    @Message("Incident {number}")
    String aboutIncident(String number);

    @Message("refused")
    String stateRefused();

    @Message("expired")
    String stateExpired();

    @Message("dropped")
    String stateDropped();

    @Message("accepted")
    String outcomeAccepted();

    @Message("failed, tried again later")
    String outcomeRetry();

    @Message("refused for good")
    String outcomeRefused();

    @Message("unknown: CMM was killed in between")
    String outcomeUnknown();

    @Message("under way")
    String outcomeOpen();

    @Message("Text")
    String text();

    @Message("Told together with others in notice {number}.")
    String inDigest(long number);

    @Message("Notice {number}")
    String number(long number);
}
