package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.cmm.server.access.User;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Site;
import org.cmm.server.notify.PreferenceView.Tested;
import org.cmm.server.notify.PreferenceView.Way;

/** Puts the page of one's own notices together. */
@Singleton
class PreferenceBoard {

    private static final int LAST = 10;

    private final Preferences preferences;
    private final Channels channels;
    private final Listing listing;
    private final DeliveryLog log;
    private final Wording wording;
    private final InstantSource clock;

    PreferenceBoard(
            Preferences preferences,
            Channels channels,
            Listing listing,
            DeliveryLog log,
            Wording wording,
            InstantSource clock) {
        this.preferences = preferences;
        this.channels = channels;
        this.listing = listing;
        this.log = log;
        this.wording = wording;
        this.clock = clock;
    }

    List<Site> sites() {
        return listing.sites();
    }

    List<Channel> channels() {
        return channels.all();
    }

    PreferenceView page(User user, List<Tested> tested) {
        Map<Integer, String> addresses =
                preferences.chosen(user).map(Recipient::addresses).orElse(Map.of());
        return view(user, preferences.of(user), addresses, FieldFaults.NONE, tested);
    }

    PreferenceView again(User user, Preference wish, Map<Integer, String> addresses, FieldFaults faults) {
        return view(user, wish, addresses, faults, List.of());
    }

    private PreferenceView view(
            User user, Preference wish, Map<Integer, String> addresses, FieldFaults faults, List<Tested> tested) {
        LogWords words = new LogWords(wording.preferences(), wording.figures(), clock.instant());
        return new PreferenceView(
                preferences.chosen(user).isPresent(),
                channels().stream()
                        .map(channel -> way(channel, user, addresses))
                        .toList(),
                wish,
                sites(),
                Zones.OFFERED,
                faults,
                tested,
                log.list(new DeliveryLog.Filter("", user.id()), Long.MAX_VALUE, LAST).stream()
                        .map(words::line)
                        .toList());
    }

    private Way way(Channel channel, User user, Map<Integer, String> addresses) {
        ChannelKind.AddressKind kind = channel.kind().address();
        ChannelWords words = new ChannelWords(wording.channels());
        String label = words.addressLabel(kind, wording.preferences());
        boolean one = kind == ChannelKind.AddressKind.NONE;
        String proposed = kind == ChannelKind.AddressKind.EMAIL ? user.email() : "";
        return new Way(
                channel.id(),
                channel.name(),
                words.label(channel.kind()),
                addresses.containsKey(channel.id()),
                addresses.getOrDefault(channel.id(), proposed),
                one ? "" : label,
                one ? label : "",
                kind == ChannelKind.AddressKind.PHONE ? "tel" : "text");
    }
}
