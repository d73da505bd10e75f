package org.cmm.server.notify;

import java.util.List;

/**
 * The page of one channel.
 *
 * @param id 0 for a new one
 * @param toLabel how the place of a test is called; empty where the channel leads to one place
 * @param verdict of a test that was just made; empty when none was
 * @param worked whether that test was accepted
 * @param unreadable whether this process cannot read the secrets
 */
record ChannelView(
        int id,
        String kind,
        String kindLabel,
        String about,
        String name,
        boolean enabled,
        List<ChannelWords.Field> fields,
        FieldFaults faults,
        String toLabel,
        String to,
        String verdict,
        boolean worked,
        List<String> wire,
        boolean unreadable) {

    public boolean isNew() {
        return id == 0;
    }
}
