package org.cmm.server.platform;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@link Assets} to anybody, already compressed and to be kept for ever. Over HTTP/2 the framework does what the
 * header says about the content, so there it is given it as it is.
 */
@ApplicationScoped
class AssetRoute {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    void listen(@Observes Router router) {
        Assets.url("cmm.css");
        router.get("/assets/:hash/:name").handler(AssetRoute::serve);
        router.get("/favicon.ico").handler(exchange -> send(exchange, mark(), "public, max-age=86400"));
    }

    /** An address with an older hash gets the present content, but may not keep it. */
    private static void serve(RoutingContext exchange) {
        Asset asset = Assets.named(String.valueOf(exchange.pathParam("name"))).orElse(null);
        if (asset == null) {
            exchange.response().setStatusCode(404).end();
            return;
        }
        boolean current = asset.hash().equals(exchange.pathParam("hash"));
        send(exchange, asset, current ? FOR_EVER : "no-store");
    }

    /** What browsers ask for beside an answer that names no icon, such as JSON. */
    private static Asset mark() {
        return Assets.named("mark.svg").orElseThrow();
    }

    private static void send(RoutingContext exchange, Asset asset, String howLong) {
        HttpServerResponse response = exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, howLong)
                .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        boolean gzip = understandsGzip(exchange.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        boolean packed = gzip && exchange.request().version() != HttpVersion.HTTP_2;
        response.putHeader(HttpHeaders.CONTENT_ENCODING, gzip ? "gzip" : "identity");
        response.end(Buffer.buffer(packed ? asset.gzipped() : asset.plain()));
    }

    private static boolean understandsGzip(@Nullable String accepted) {
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
    }
}
