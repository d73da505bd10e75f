package org.cmm.server.notify;

import java.util.List;

/**
 * One thing that a kind of channel needs to be told.
 *
 * @param key its name in forms and in the database
 * @param look how it is typed
 * @param required whether the channel cannot do without
 * @param preset what it is until somebody changes it; empty when there is nothing to guess
 * @param choices what it may be, for a choice; otherwise empty
 */
record ChannelField(String key, Look look, boolean required, String preset, List<String> choices) {

    enum Look {
        LINE,
        ADDRESS,
        LINES,
        CHOICE,
        /** Encrypted where it is kept, never shown again, and left alone when its field stays empty. */
        SECRET
    }

    static ChannelField line(String key, String preset) {
        return new ChannelField(key, Look.LINE, true, preset, List.of());
    }

    static ChannelField address(String key, String preset) {
        return new ChannelField(key, Look.ADDRESS, true, preset, List.of());
    }

    static ChannelField lines(String key, String preset) {
        return new ChannelField(key, Look.LINES, false, preset, List.of());
    }

    static ChannelField choice(String key, String... choices) {
        return new ChannelField(key, Look.CHOICE, true, choices[0], List.of(choices));
    }

    static ChannelField secret(String key) {
        return new ChannelField(key, Look.SECRET, true, "", List.of());
    }

    ChannelField orNothing() {
        return new ChannelField(key, look, false, preset, choices);
    }

    public boolean isSecret() {
        return look == Look.SECRET;
    }

    public boolean isLines() {
        return look == Look.LINES;
    }

    public boolean isChoice() {
        return look == Look.CHOICE;
    }
}
