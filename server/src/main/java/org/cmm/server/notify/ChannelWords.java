package org.cmm.server.notify;

import java.util.List;
import java.util.stream.Collectors;

/** Kinds of channels and their fields in the words of one language. */
record ChannelWords(ChannelMessages messages) {

    /** A kind to choose. */
    record Kind(String word, String label, String about) {}

    /** A field of a form. */
    record Field(
            String key, String label, String hint, String value, List<Choice> choices, String look, boolean required) {}

    record Choice(String word, String label, boolean chosen) {}

    List<Kind> kinds() {
        return List.of(ChannelKind.values()).stream()
                .map(kind -> new Kind(kind.word(), label(kind), about(kind)))
                .toList();
    }

    String label(ChannelKind kind) {
        return switch (kind) {
            case EMAIL -> messages.kindEmail();
            case WEBHOOK -> messages.kindWebhook();
            case TELEGRAM -> messages.kindTelegram();
            case SLACK -> messages.kindSlack();
            case TEAMS -> messages.kindTeams();
            case NTFY -> messages.kindNtfy();
            case GATEWAY -> messages.kindGateway();
        };
    }

    String about(ChannelKind kind) {
        return switch (kind) {
            case EMAIL -> messages.aboutEmail();
            case WEBHOOK -> messages.aboutWebhook();
            case TELEGRAM -> messages.aboutTelegram();
            case SLACK -> messages.aboutSlack();
            case TEAMS -> messages.aboutTeams();
            case NTFY -> messages.aboutNtfy();
            case GATEWAY -> messages.aboutGateway();
        };
    }

    /** @param set whether the secret of this field is there already */
    Field field(ChannelKind kind, ChannelField field, String value, boolean set) {
        return new Field(
                field.key(),
                label(field.key()),
                hint(kind, field, set),
                field.isSecret() ? "" : value,
                field.choices().stream()
                        .map(choice -> new Choice(choice, choice(choice), choice.equals(value)))
                        .toList(),
                field.isSecret() ? "secret" : field.isChoice() ? "choice" : field.isLines() ? "lines" : "line",
                field.required() && !set);
    }

    private String label(String key) {
        return switch (key) {
            case "host" -> messages.fieldHost();
            case "port" -> messages.fieldPort();
            case "security" -> messages.fieldSecurity();
            case "from" -> messages.fieldFrom();
            case "user" -> messages.fieldUser();
            case "password" -> messages.fieldPassword();
            case "certificate" -> messages.fieldCertificate();
            case "url" -> messages.fieldUrl();
            case "secret" -> messages.fieldSecret();
            case "token" -> messages.fieldToken();
            case "method" -> messages.fieldMethod();
            case "headers" -> messages.fieldHeaders();
            case "body" -> messages.fieldBody();
            case "length" -> messages.fieldLength();
            case "success" -> messages.fieldSuccess();
            default -> key;
        };
    }

    private String hint(ChannelKind kind, ChannelField field, boolean set) {
        if (set) {
            return messages.secretSet();
        }
        return switch (field.key()) {
            case "certificate" -> messages.hintCertificate();
            case "headers" -> messages.hintHeaders();
            case "success" -> messages.hintSuccess();
            case "body" ->
                messages.hintBody(
                        Template.NAMES.stream().map(name -> "{" + name + "}").collect(Collectors.joining(" ")),
                        "{secret}");
            case "secret" -> kind == ChannelKind.WEBHOOK ? messages.hintSecret() : "";
            default -> "";
        };
    }

    private String choice(String word) {
        return switch (word) {
            case "starttls" -> messages.securityStarttls();
            case "tls" -> messages.securityTls();
            case "none" -> messages.securityNone();
            case "sms" -> messages.lengthSms();
            case "long" -> messages.lengthLong();
            default -> word;
        };
    }

    String addressLabel(ChannelKind.AddressKind kind, PreferenceMessages words) {
        return switch (kind) {
            case EMAIL -> words.addressEmail();
            case PHONE -> words.addressPhone();
            case CHAT -> words.addressChat();
            case TOPIC -> words.addressTopic();
            case NONE -> words.addressNone();
        };
    }

    String verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> messages.testAccepted();
            case Outcome.Retry _ -> messages.testRetry();
            case Outcome.Refused _ -> messages.testRefused();
        };
    }
}
