package org.cmm.server.notify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of way out, with what it has to be told. */
enum ChannelKind {
    EMAIL(
            AddressKind.EMAIL,
            ChannelField.line("host", ""),
            ChannelField.line("port", "587"),
            ChannelField.choice("security", "starttls", "tls", "none"),
            ChannelField.line("from", ""),
            ChannelField.line("user", "").orNothing(),
            ChannelField.secret("password").orNothing(),
            ChannelField.line("certificate", "").orNothing()),
    WEBHOOK(AddressKind.NONE, ChannelField.address("url", ""), ChannelField.secret("secret")),
    TELEGRAM(AddressKind.CHAT, ChannelField.secret("token"), ChannelField.address("url", "https://api.telegram.org")),
    SLACK(AddressKind.NONE, ChannelField.secret("url")),
    TEAMS(AddressKind.NONE, ChannelField.secret("url")),
    NTFY(
            AddressKind.TOPIC,
            ChannelField.address("url", "https://ntfy.sh"),
            ChannelField.secret("token").orNothing()),
    GATEWAY(
            AddressKind.PHONE,
            ChannelField.choice("method", "POST", "GET", "PUT"),
            ChannelField.address("url", ""),
            ChannelField.lines("headers", "Content-Type: application/json"),
            ChannelField.lines("body", """
                    {"to": "{to}", "message": "{text}"}"""),
            ChannelField.choice("length", "sms", "long"),
            ChannelField.line("success", "").orNothing(),
            ChannelField.secret("secret").orNothing());

    /** What a person has to say so that a channel finds them. */
    enum AddressKind {
        EMAIL,
        PHONE,
        CHAT,
        TOPIC,
        /** The channel leads to one place, whoever it is for. */
        NONE
    }

    private final AddressKind address;
    private final List<ChannelField> fields;

    ChannelKind(AddressKind address, ChannelField... fields) {
        this.address = address;
        this.fields = List.of(fields);
    }

    AddressKind address() {
        return address;
    }

    List<ChannelField> fields() {
        return fields;
    }

    List<ChannelField> secrets() {
        return fields.stream().filter(ChannelField::isSecret).toList();
    }

    /** Its name in forms, addresses and the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ChannelKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
