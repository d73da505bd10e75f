package org.cmm.server.platform;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxies that an operator has named. Each adds whom it speaks for to a list that anybody may have begun, so the
 * list is read from its end, as long as those who wrote it are trusted.
 */
@Singleton
public class Proxies {

    private static final Pattern FOR = Pattern.compile("(?i)for=\"?([^;,\"]+)");

    /** An address with or without a port; IPv6 stands in brackets then. */
    private static final Pattern ADDRESS = Pattern.compile("\\[([^]]+)](?::\\d+)?|([\\d.]+):\\d+|(.+)");

    private final List<Network> trusted;

    @Inject
    Proxies(Settings settings) {
        this(settings.proxies().orElse(List.of()).stream()
                .flatMap(text -> Network.of(text).stream())
                .toList());
    }

    Proxies(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** Address of whoever sent the request, as far as it is known by people who are believed. */
    public String client(HttpServerRequest request) {
        if (trusted.isEmpty()) {
            return request.remoteAddress().hostAddress();
        }
        return client(
                request.connection().remoteAddress().hostAddress(),
                request.headers().getAll("X-Forwarded-For"),
                request.headers().getAll("Forwarded"));
    }

    String client(String sender, List<String> xForwardedFor, List<String> forwarded) {
        List<String> told = xForwardedFor.isEmpty() ? forwarded(forwarded) : split(xForwardedFor);
        String client = sender;
        for (String before : told.reversed()) {
            Optional<InetAddress> address = address(before);
            if (!isTrusted(client) || address.isEmpty()) {
                return client;
            }
            client = address.get().getHostAddress();
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return HostName.address(address)
                .filter(known -> trusted.stream().anyMatch(network -> network.holds(known)))
                .isPresent();
    }

    private static List<String> split(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
    }

    /** As RFC 7239 writes it. */
    private static List<String> forwarded(List<String> headers) {
        List<String> told = new ArrayList<>();
        for (String header : headers) {
            Matcher matcher = FOR.matcher(header);
            while (matcher.find()) {
                told.add(matcher.group(1).strip());
            }
        }
        return told;
    }

    private static Optional<InetAddress> address(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return HostName.address(matcher.group(group));
            }
        }
        return Optional.empty();
    }
}
