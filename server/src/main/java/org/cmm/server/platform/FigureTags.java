package org.cmm.server.platform;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * {@link Figures} for templates: {@code {format:percent(row.cpu)}}. The language is the template's; the zone is its
 * attribute {@code zone}, else the institution's.
 */
@TemplateExtension(namespace = "format")
final class FigureTags {

    private FigureTags() {}

    static String count(long number, @TemplateAttribute @Nullable Object locale) {
        return figures(locale, null).count(number);
    }

    static String percent(double ratio, @TemplateAttribute @Nullable Object locale) {
        return figures(locale, null).percent(ratio);
    }

    static String bytes(double bytes, @TemplateAttribute @Nullable Object locale) {
        return figures(locale, null).bytes(bytes);
    }

    static String duration(Duration duration, @TemplateAttribute @Nullable Object locale) {
        return figures(locale, null).duration(duration);
    }

    static String ago(Duration duration, @TemplateAttribute @Nullable Object locale) {
        return figures(locale, null).ago(duration);
    }

    static String date(
            Instant time, @TemplateAttribute @Nullable Object locale, @TemplateAttribute @Nullable Object zone) {
        return figures(locale, zone).date(time);
    }

    static String moment(
            Instant time, @TemplateAttribute @Nullable Object locale, @TemplateAttribute @Nullable Object zone) {
        return figures(locale, zone).moment(time);
    }

    private static Figures figures(@Nullable Object locale, @Nullable Object zone) {
        return Figures.of(
                locale instanceof Locale known ? known : Locale.ENGLISH,
                zone instanceof ZoneId known ? known : Institution.ZONE);
    }

    /** Asked for once; a setting does not change while the server runs. */
    private static final class Institution {
        private static final ZoneId ZONE = ZoneId.of(ConfigProvider.getConfig()
                .getOptionalValue("cmm.zone", String.class)
                .orElse("Africa/Douala"));
    }
}
