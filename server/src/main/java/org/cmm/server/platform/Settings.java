package org.cmm.server.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an operator may set, as environment variables ({@code CMM_DATA}) or properties ({@code cmm.data}). Read once at
 * start; an unknown {@code CMM_…} variable stops the start.
 */
@ConfigMapping(prefix = "cmm")
public interface Settings {

    /** Reads them before there is a container that would hand them out. */
    static Settings read() {
        return new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withMapping(Settings.class)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(Settings.class);
    }

    /** Folder of everything CMM keeps: keys, and the embedded database unless {@link #database()} names another. */
    @WithDefault("data")
    Path data();

    /** Address to listen on; see {@link Listening}. */
    Optional<String> host();

    /** TCP port of pages and API without encryption. */
    @WithDefault("8080")
    int port();

    /** TCP port of pages and API with encryption. */
    @WithDefault("8443")
    int httpsPort();

    /** How pages and API are encrypted. */
    Tls tls();

    /** Names and addresses that CMM's own certificate shall carry besides the machine's. */
    Optional<List<String>> names();

    /** Addresses and networks (CIDR) of proxies that are believed about whom they speak for. */
    Optional<List<String>> proxies();

    /** Name of the institution, shown above the navigation. */
    @WithDefault("Cloud Maintenance Manager")
    String organisation();

    /** Zone in which pages show times when a site names none; an IANA name. */
    @WithDefault("Africa/Douala")
    String zone();

    /** Base address that people and agents reach CMM at, when it differs from what their requests say. */
    Optional<String> url();

    /** {@code text} for people, {@code json} for programs that gather logs: an object a line. */
    @WithDefault("text")
    String log();

    /** Folder of packages to hand out that are built apart from the server, such as cmm-agent.msi. */
    Optional<Path> packages();

    /** Your own PostgreSQL 15 or newer. */
    Database database();

    /** How the agent on this very machine gets its token. */
    Local local();

    /** Encryption of what people and agents exchange with CMM. */
    interface Tls {
        /** {@code on}, or {@code off} behind a proxy that ends TLS. */
        @WithParentName
        @WithDefault("on")
        String mode();

        /** Your own certificate and those that lead to its authority (PEM), instead of one that CMM makes. */
        Optional<Path> cert();

        /** Its private key (PEM). */
        Optional<Path> key();
    }

    /** Connection to a PostgreSQL that CMM does not run itself. */
    interface Database {
        /** {@code jdbc:postgresql://host:port/name} or {@code postgresql://user:password@host:port/name}. */
        Optional<String> url();

        Optional<String> user();

        Optional<String> password();

        /** File holding the password, for secrets that are mounted. */
        Optional<Path> passwordFile();
    }

    /** The agent that {@code ./cmm up} starts beside the server. */
    interface Local {
        /** File to write a one-machine enrolment token to at start. */
        Optional<Path> tokenFile();
    }
}
