package org.cmm.server.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where channels find people: how it is read back, and what it has to look like. */
@Singleton
class Addresses {

    static final int LONGEST = 254;

    /** With its country, as every gateway understands it: ITU-T E.164. */
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");

    private static final Pattern CHAT = Pattern.compile("-?\\d{1,20}|@[A-Za-z]\\w{3,40}");
    private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");

    private final ObjectMapper json;

    Addresses(ObjectMapper json) {
        this.json = json;
    }

    Map<Integer, String> read(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<Integer, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is kept: phone numbers without what people write between the digits. */
    static String tidy(ChannelKind.AddressKind kind, String typed) {
        String text = typed.strip();
        return kind == ChannelKind.AddressKind.PHONE
                ? text.replaceAll("[\\s().\\-]", "").replaceFirst("^00", "+")
                : text;
    }

    /** What is wrong with it; empty when nothing is. */
    static Optional<String> fault(ChannelKind.AddressKind kind, String address, PreferenceMessages words) {
        return switch (kind) {
            case EMAIL ->
                ChannelCheck.email(address) && !ChannelCheck.unprintable(address) && address.length() <= LONGEST
                        ? Optional.empty()
                        : Optional.of(words.faultEmail());
            case PHONE -> matches(PHONE, address) ? Optional.empty() : Optional.of(words.faultPhone());
            case CHAT -> matches(CHAT, address) ? Optional.empty() : Optional.of(words.faultChat());
            case TOPIC -> matches(TOPIC, address) ? Optional.empty() : Optional.of(words.faultTopic());
            case NONE -> address.isEmpty() ? Optional.empty() : Optional.of(words.faultEmail());
        };
    }

    private static boolean matches(Pattern pattern, String address) {
        return pattern.matcher(address).matches();
    }
}
