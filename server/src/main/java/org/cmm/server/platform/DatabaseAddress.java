package org.cmm.server.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where PostgreSQL answers and as whom. */
record DatabaseAddress(String jdbcUrl, String user, String password) {

    /** Reads {@code CMM_DATABASE_URL} in JDBC form or in libpq's form with user and password inside. */
    static DatabaseAddress own(Settings.Database settings) {
        String url = settings.url().orElseThrow();
        String password = settings.passwordFile()
                .map(DatabaseAddress::secretIn)
                .or(settings::password)
                .orElse("");
        if (url.startsWith("jdbc:")) {
            return new DatabaseAddress(url, settings.user().orElse("cmm"), password);
        }
        URI uri = URI.create(url);
        String[] login = uri.getUserInfo() == null
                ? new String[] {settings.user().orElse("cmm"), password}
                : uri.getUserInfo().split(":", 2);
        String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query,
                login[0],
                login.length > 1 ? login[1] : password);
    }

    private static String secretIn(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFault("CMM_DATABASE_PASSWORD_FILE: " + file + " cannot be read by this account", e);
        }
    }

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
