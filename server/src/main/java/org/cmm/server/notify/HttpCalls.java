package org.cmm.server.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.notify.Gsm7;

/** A notice as the request that each kind of counterpart wants. */
@Singleton
class HttpCalls {

    private static final String JSON = "application/json; charset=utf-8";
    private static final int LONGEST_CHAT = 4_000;

    private final ObjectMapper json;

    HttpCalls(ObjectMapper json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException when what was filled in makes no address */
    HttpCall of(OpenChannel channel, Outgoing notice, Instant now) {
        return switch (channel.kind()) {
            case WEBHOOK -> webhook(channel, notice, now);
            case TELEGRAM -> telegram(channel, notice);
            case SLACK -> post(channel.value("url"), notice, Map.of("text", slackText(notice)));
            case TEAMS -> post(channel.value("url"), notice, teamsCard(notice));
            case NTFY -> ntfy(channel, notice);
            case GATEWAY -> gateway(channel, notice);
            case EMAIL -> throw new IllegalArgumentException("e-mail does not go over HTTP");
        };
    }

    private HttpCall webhook(OpenChannel channel, Outgoing notice, Instant now) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", "cmm.notice");
        content.put("id", notice.key().toString());
        content.put("timestamp", notice.at().toString());
        content.put("severity", notice.severity());
        content.put("title", notice.title());
        content.put("text", notice.body());
        content.put("link", notice.link());
        content.put("data", notice.facts());
        String body = written(content);
        String id = notice.key().toString();
        Map<String, String> headers = headers(notice);
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", WebhookSignature.of(channel.value("secret"), id, now.getEpochSecond(), body));
        return new HttpCall("POST", URI.create(channel.value("url")), headers, body);
    }

    private HttpCall telegram(OpenChannel channel, Outgoing notice) {
        String address = withoutSlash(channel.value("url")) + "/bot" + channel.value("token") + "/sendMessage";
        return post(
                address,
                notice,
                Map.of(
                        "chat_id", notice.to(),
                        "text", notice.whole(LONGEST_CHAT),
                        "link_preview_options", Map.of("is_disabled", true)));
    }

    private static String slackText(Outgoing notice) {
        String text = "*" + slack(notice.title()) + "*\n" + slack(chat(notice.body()));
        return notice.link().isEmpty() ? text : text + "\n<" + slack(notice.link()) + ">";
    }

    /** Slack reads these three as mark-up. */
    private static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** An adaptive card, which Teams' workflows take as well as its older connectors did. */
    private static Map<String, Object> teamsCard(Outgoing notice) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("type", "AdaptiveCard");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("version", "1.4");
        card.put(
                "body",
                List.of(
                        Map.of("type", "TextBlock", "text", notice.title(), "weight", "Bolder", "wrap", true),
                        Map.of("type", "TextBlock", "text", chat(notice.body()).replace("\n", "\n\n"), "wrap", true)));
        if (!notice.link().isEmpty()) {
            card.put("actions", List.of(Map.of("type", "Action.OpenUrl", "title", "CMM", "url", notice.link())));
        }
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    private HttpCall ntfy(OpenChannel channel, Outgoing notice) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("topic", notice.to());
        content.put("title", notice.title());
        content.put("message", chat(notice.body()));
        content.put("priority", priority(notice.severity()));
        if (!notice.link().isEmpty()) {
            content.put("click", notice.link());
        }
        HttpCall call = post(channel.value("url"), notice, content);
        if (!channel.value("token").isEmpty()) {
            call.headers().put("Authorization", "Bearer " + channel.value("token"));
        }
        return call;
    }

    private static int priority(String severity) {
        return switch (severity) {
            case "critical" -> 5;
            case "warning" -> 4;
            default -> 3;
        };
    }

    private static HttpCall gateway(OpenChannel channel, Outgoing notice) {
        Map<String, String> values = values(channel, notice);
        Map<String, String> headers = headers(notice);
        channel.value("headers")
                .lines()
                .filter(line -> line.indexOf(':') > 0)
                .forEach(line -> headers.put(
                        line.substring(0, line.indexOf(':')).strip(),
                        Template.inHeader(line.substring(line.indexOf(':') + 1).strip(), values)));
        String type = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        String method = channel.value("method");
        return new HttpCall(
                method,
                URI.create(Template.inAddress(channel.value("url"), values)),
                headers,
                method.equals("GET") ? "" : gatewayBody(channel.value("body"), type, values));
    }

    private static String gatewayBody(String body, String type, Map<String, String> values) {
        if (type.contains("json")) {
            return Template.inJson(body, values);
        }
        return type.contains("form-urlencoded") ? Template.inAddress(body, values) : Template.plain(body, values);
    }

    private static Map<String, String> values(OpenChannel channel, Outgoing notice) {
        return Map.of(
                "to", notice.to(),
                "text",
                        channel.value("length").equals("sms")
                                ? Gsm7.fit(notice.brief(), Gsm7.SEGMENT)
                                : notice.whole(LONGEST_CHAT),
                "title", notice.title(),
                "severity", notice.severity(),
                "link", notice.link(),
                "key", notice.key().toString(),
                "secret", channel.value("secret"));
    }

    private HttpCall post(String address, Outgoing notice, Map<String, Object> content) {
        Map<String, String> headers = headers(notice);
        headers.put("Content-Type", JSON);
        return new HttpCall("POST", URI.create(address), headers, written(content));
    }

    private static Map<String, String> headers(Outgoing notice) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Cloud-Maintenance-Manager");
        headers.put("Idempotency-Key", notice.key().toString());
        return headers;
    }

    private static String chat(String text) {
        return text.length() <= LONGEST_CHAT ? text : text.substring(0, LONGEST_CHAT) + "…";
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
