package org.cmm.server.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cmm.server.platform.HostName;
import org.cmm.server.platform.OwnerOnlyFiles;
import org.cmm.server.platform.Settings;
import org.cmm.server.platform.ThisMachine;

/** Whatever this CMM may be called: by itself, by its machine, by its operator, by its administrators. */
final class OwnNames {

    /** Stands in every certificate of CMM's own, so that an agent may know its server wherever it is. */
    static final String ALWAYS = "server.cmm.internal";

    private static final List<String> SAME_MACHINE = List.of("localhost", "127.0.0.1", "::1");

    private final Settings settings;
    private final Path added;

    OwnNames(Settings settings, Path folder) {
        this.settings = settings;
        this.added = folder.resolve("names");
    }

    SubjectNames now() {
        Set<String> names = new LinkedHashSet<>(SAME_MACHINE);
        names.add(ALWAYS);
        names.add(ThisMachine.name());
        names.add(ThisMachine.name() + ".local");
        ThisMachine.addresses().stream().map(InetAddress::getHostAddress).forEach(names::add);
        settings.names().ifPresent(names::addAll);
        settings.url().map(URI::create).map(URI::getHost).ifPresent(names::add);
        settings.host().ifPresent(names::add);
        names.addAll(added());
        names.removeIf(name -> !HostName.valid(name));
        return new SubjectNames(names);
    }

    /** Takes up a name that an administrator wants, for good. */
    void add(String name) {
        Set<String> all = new LinkedHashSet<>(added());
        all.add(name);
        OwnerOnlyFiles.write(added, String.join("\n", all));
    }

    private List<String> added() {
        try {
            return Files.exists(added)
                    ? Files.readAllLines(added).stream().filter(HostName::valid).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(added + " cannot be read", e);
        }
    }
}
