package org.cmm.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person's time at the pages. Whatever a page must never do is noted on the way. */
final class Visit implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final String server;
    private final List<String> complaints = new ArrayList<>();

    Visit(BrowserContext context, String server) {
        this.context = context;
        this.server = server;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add("console on %s: %s".formatted(page.url(), message.text()));
            }
        });
        page.onPageError(error -> complaints.add("script on %s: %s".formatted(page.url(), error)));
        page.onRequest(request -> {
            if (!request.url().startsWith(server + "/") && !request.url().startsWith("data:")) {
                complaints.add("%s asks elsewhere: %s".formatted(page.url(), request.url()));
            }
        });
    }

    Page page() {
        return page;
    }

    Visit go(String path) {
        page.navigate(path);
        return this;
    }

    /** Fills the field with this label. */
    Visit type(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    Visit press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    /** Waits until the address is this path and nothing else, not even a part after {@code #}. */
    Visit arrivesAt(String path) {
        page.waitForURL(server + path);
        return this;
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** Path of the page that is shown. */
    String path() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    String language() {
        return page.locator("html").getAttribute("lang");
    }

    /** Pixels that stick out at the right. */
    int overflow() {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    String focused() {
        return (String) page.evaluate("document.activeElement.name ?? document.activeElement.tagName");
    }

    /** The cookies of this browser, for a second one of the same person. */
    String session() {
        return context.storageState();
    }

    /** Keeps what is seen as {@code target/screenshots/NAME.png}. */
    Visit picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        return this;
    }

    /** Fails if a page did what it must not: errors, what its content security policy forbids, requests elsewhere. */
    Visit isWithoutComplaint() {
        assertThat(complaints).isEmpty();
        return this;
    }

    /** A refusal is a status of 400 and more, which browsers report as an error; this one was wanted. */
    Visit forgetRefusal() {
        complaints.removeIf(complaint -> complaint.contains("Failed to load resource"));
        return this;
    }

    /** The page first: a context whose page is on its way elsewhere may wait for it for ever. */
    @Override
    public void close() {
        page.close();
        context.close();
    }
}
