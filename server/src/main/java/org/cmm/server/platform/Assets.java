package org.cmm.server.platform;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.runtime.LaunchMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that pages load besides HTML: few files, each put together from its parts when it is first asked for.
 * Templates write {@code {asset:url('cmm.css')}}.
 */
public final class Assets {

    private static final String JARS = "META-INF/resources/webjars/";

    private static final Map<String, List<String>> PARTS = Map.of(
            "cmm.css",
                    List.of(
                            JARS + "bootstrap/5.3.8/css/bootstrap.min.css",
                            "assets/theme.css",
                            "assets/parts.css",
                            "assets/experiments.css",
                            "assets/forms.css"),
            "cmm.js",
                    List.of(
                            JARS + "htmx.org/2.0.10/dist/htmx.min.js",
                            "assets/shell.js",
                            "assets/live.js",
                            "assets/forms.js"),
            "early.js", List.of("assets/early.js"),
            "forms.js", List.of("assets/forms.js"),
            "timeline.js", List.of("assets/timeline.js"),
            "charts.css", List.of(JARS + "uplot/1.6.30/dist/uPlot.min.css", "assets/charts.css"),
            "charts.js",
                    List.of(
                            JARS + "uplot/1.6.30/dist/uPlot.iife.min.js",
                            "assets/bands.js",
                            "assets/charts.js",
                            "assets/history.js"),
            "compare.js", List.of("assets/compare.js"),
            "icons.svg", List.of("assets/icons.svg"),
            "mark.svg", List.of("assets/mark.svg"));

    private Assets() {}

    /** Loading waits for the first use, which is the start of the server; while CMM is developed, nothing is kept. */
    private static final class Loaded {
        private static final Map<String, Asset> BY_NAME = load();
    }

    static Optional<Asset> named(String name) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT
                ? Optional.ofNullable(PARTS.get(name)).map(parts -> Asset.of(name, joined(parts)))
                : Optional.ofNullable(Loaded.BY_NAME.get(name));
    }

    /** Address of the asset, which changes with its content; an unknown name is a fault of the template. */
    @TemplateExtension(namespace = "asset")
    public static String url(String name) {
        return named(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no asset '" + name + "'"))
                .path();
    }

    private static Map<String, Asset> load() {
        Map<String, Asset> loaded = new LinkedHashMap<>();
        PARTS.forEach((name, parts) -> loaded.put(name, Asset.of(name, joined(parts))));
        return Map.copyOf(loaded);
    }

    private static byte[] joined(List<String> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (String part : parts) {
            whole.writeBytes(read(part));
            whole.write('\n');
        }
        return whole.toByteArray();
    }

    private static byte[] read(String part) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(part)) {
            if (in == null) {
                throw new IllegalStateException("asset part '" + part + "' is missing from the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
