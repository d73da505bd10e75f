package org.cmm.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, without a window. */
final class RealBrowser implements AutoCloseable {

    static final int PATIENCE_MILLIS = 15_000;

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String server;

    private RealBrowser(Playwright playwright, Browser browser, String server) {
        this.playwright = playwright;
        this.browser = browser;
        this.server = server;
    }

    /** Who looks at the pages: their language, their screen, their liking, and whether they are logged in. */
    record Person(
            String language, int width, int height, ColorScheme scheme, boolean scripts, Optional<String> session) {

        static Person speaking(String language) {
            return new Person(language, 1440, 560, ColorScheme.LIGHT, true, Optional.empty());
        }

        Person onAPhone() {
            return new Person(language, 360, 740, scheme, scripts, session);
        }

        Person inTheDark() {
            return new Person(language, width, height, ColorScheme.DARK, scripts, session);
        }

        Person withoutScripts() {
            return new Person(language, width, height, scheme, false, session);
        }

        /** @param state of a browser that logged in, as {@link Visit#session()} gives it */
        Person loggedIn(String state) {
            return new Person(language, width, height, scheme, scripts, Optional.of(state));
        }
    }

    static RealBrowser open(String server) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(new ArrayList<>(QUIET)));
        return new RealBrowser(playwright, browser, server);
    }

    private static Path program() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CMM_BROWSER")),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium was found: install it ('apt install chromium') or set CMM_BROWSER"));
    }

    /** A browser that knows nothing yet, for one person. */
    Visit visit(Person person) {
        NewContextOptions options = new NewContextOptions()
                .setLocale(person.language())
                .setViewportSize(person.width(), person.height())
                .setColorScheme(person.scheme())
                .setJavaScriptEnabled(person.scripts())
                .setBaseURL(server);
        person.session().ifPresent(options::setStorageState);
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Visit(context, server);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
