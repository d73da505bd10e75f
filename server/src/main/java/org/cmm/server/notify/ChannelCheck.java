package org.cmm.server.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cmm.server.platform.Problem.FieldFault;

/** Looks a channel over before it is kept: what cannot work is said at once, beside its field. */
final class ChannelCheck {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+\\s*:[^\\p{Cntrl}]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChannelDraft draft;
    private final Map<String, String> secrets;
    private final ChannelMessages words;
    private final List<FieldFault> faults = new ArrayList<>();

    ChannelCheck(ChannelDraft draft, Map<String, String> secrets, ChannelMessages words) {
        this.draft = draft;
        this.secrets = secrets;
        this.words = words;
    }

    List<FieldFault> faults() {
        if (draft.name().isEmpty() || draft.name().length() > LONGEST_NAME || unprintable(draft.name())) {
            fault("name", words.faultName(LONGEST_NAME));
        }
        draft.kind().fields().forEach(this::check);
        if (faults.isEmpty() && draft.kind() == ChannelKind.GATEWAY) {
            checkGateway();
        }
        return List.copyOf(faults);
    }

    private void check(ChannelField field) {
        String value = field.isSecret() ? secrets.getOrDefault(field.key(), "") : draft.setting(field.key());
        if (value.isEmpty()) {
            if (field.required()) {
                fault(field.key(), words.faultMissing());
            }
            return;
        }
        boolean unreadable = unprintable(field.isLines() ? value.replaceAll("[\\n\\r\\t]", " ") : value);
        if (unreadable || value.length() > (field.isLines() ? LONGEST_TEXT : LONGEST_LINE)) {
            fault(field.key(), words.faultLong(field.isLines() ? LONGEST_TEXT : LONGEST_LINE));
            return;
        }
        meaning(field, value).ifPresent(sentence -> fault(field.key(), sentence));
    }

    private Optional<String> meaning(ChannelField field, String value) {
        if (field.isChoice()) {
            return field.choices().contains(value) ? Optional.empty() : Optional.of(words.faultMissing());
        }
        return switch (field.key()) {
            case "url" -> url(value);
            case "port" -> port(value) ? Optional.empty() : Optional.of(words.faultPort());
            case "host" -> value.matches("[\\w.:\\[\\]-]+") ? destination(value) : Optional.of(words.faultHost());
            case "from" -> email(value) ? Optional.empty() : Optional.of(words.faultEmail());
            case "certificate" ->
                PinnedCertificate.valid(value) ? Optional.empty() : Optional.of(words.faultCertificate());
            default -> Optional.empty();
        };
    }

    private Optional<String> url(String value) {
        String sample = draft.kind() == ChannelKind.GATEWAY ? Template.inAddress(value, Map.of()) : value;
        try {
            URI uri = new URI(sample);
            String scheme = String.valueOf(uri.getScheme());
            boolean whole = uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
            if (!whole
                    || uri.getUserInfo() != null
                    || uri.getFragment() != null
                    || beforePath(value).contains("{")) {
                return Optional.of(words.faultUrl());
            }
            return destination(uri.getHost());
        } catch (URISyntaxException e) {
            return Optional.of(words.faultUrl());
        }
    }

    private static String beforePath(String address) {
        int path = address.indexOf('/', Math.max(0, address.indexOf("://") + 3));
        return path < 0 ? address : address.substring(0, path);
    }

    private Optional<String> destination(String host) {
        return Destination.refusal(host).isPresent() ? Optional.of(words.faultDestination()) : Optional.empty();
    }

    private void checkGateway() {
        draft.setting("headers").lines().filter(line -> !line.isBlank()).forEach(line -> {
            if (!HEADER.matcher(line).matches()) {
                fault("headers", words.faultHeader());
            }
        });
        boolean post = !draft.setting("method").equals("GET");
        String everything = draft.setting("url") + (post ? draft.setting("body") : "");
        if (!everything.contains("{text}")) {
            fault(post ? "body" : "url", words.faultText());
        }
        if (post && draft.setting("headers").contains("json") && !isJson(draft.setting("body"))) {
            fault("body", words.faultJson());
        }
    }

    private static boolean isJson(String body) {
        Map<String, String> sample = new HashMap<>();
        Template.NAMES.forEach(name -> sample.put(name, "1"));
        try {
            return JSON.readTree(Template.inJson(body, sample)).isContainerNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    static boolean email(String value) {
        try {
            new InternetAddress(value, true).validate();
            return value.contains("@");
        } catch (AddressException e) {
            return false;
        }
    }

    private static boolean port(String value) {
        return value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= 65_535;
    }

    static boolean unprintable(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private void fault(String field, String sentence) {
        faults.add(new FieldFault(field, sentence));
    }
}
