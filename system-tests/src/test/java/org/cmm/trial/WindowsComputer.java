package org.cmm.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A computer that Wine plays: a drive C: of its own, inside the Debian that holds Wine. */
final class WindowsComputer implements AutoCloseable {

    /** What a command answered. */
    record Answer(int code, String words) {}

    private static final long PATIENCE_SECONDS = 180;
    private static final String WINE = "/usr/lib/wine/wine64";
    private static final String WINE_SERVER = "/usr/lib/wine/wineserver";
    private static final String SERVICE = "cmm-agent-service.exe";

    private final Path root;
    private final Path home;
    private final String marker;
    private final List<String> environment = new ArrayList<>();

    /** Keeps Wine running between commands, as a computer that is switched on. */
    private WindowsComputer(Path root, Path home) {
        this.root = root;
        this.home = home;
        this.marker = "WINEPREFIX=/" + root.relativize(home) + "/prefix";
    }

    /** A new computer with an empty Windows 10. */
    static WindowsComputer buy(Path root) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(Files.createDirectories(root.resolve("opt")), "trial");
        WindowsComputer computer = new WindowsComputer(root, home);
        computer.run("wineboot", "-u");
        computer.run("winecfg", "-v", "win10");
        computer.switchOn();
        return computer;
    }

    /** A file or folder of drive C:. */
    Path drive(String path) {
        return home.resolve("prefix/drive_c").resolve(path);
    }

    /** Copies a file into it and tells its Windows path. */
    String bring(Path file) throws IOException {
        Files.copy(file, drive(file.getFileName().toString()));
        return "C:\\" + file.getFileName();
    }

    /** Sets an environment variable for all that it runs from now on. */
    void set(String variable, String value) {
        environment.add(variable + "=" + value);
    }

    /** Forgets what was {@link #set}. */
    void unset() {
        environment.clear();
    }

    /** Runs a Windows program to its end. */
    Answer run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("windows", ".txt");
        try {
            Process process = start(output, command);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "%s took longer than %d s".formatted(List.of(command), PATIENCE_SECONDS));
            }
            return new Answer(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    private Process start(Path output, String... command) throws IOException {
        return inside(output, WINE, command);
    }

    private Process inside(Path output, String program, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "chroot",
                root.toString(),
                "/usr/bin/env",
                "-i",
                "HOME=/" + root.relativize(home),
                "PATH=/usr/bin:/bin",
                "LANG=C.UTF-8",
                marker,
                "WINEARCH=win64",
                "WINEDEBUG=-all",
                "WINEDLLOVERRIDES=mscoree=;mshtml=",
                program));
        all.addAll(all.indexOf(program), environment);
        all.addAll(List.of(command));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Boots it: services that start by themselves do. */
    void switchOn() throws IOException {
        start(Path.of("/dev/null"), "cmd", "/c", "pause");
    }

    /** Off and on again; only now is it sure that Wine has its registry on disk, which a power cut would not take. */
    void restart() throws IOException, InterruptedException {
        inside(Path.of("/dev/null"), WINE_SERVER, "-k").waitFor();
        switchOn();
    }

    /** Every process of it is gone at once, and no hook ran. */
    void cutPower() throws InterruptedException {
        List<ProcessHandle> all;
        do {
            all = processes().toList();
            all.forEach(ProcessHandle::destroyForcibly);
            TimeUnit.MILLISECONDS.sleep(100);
        } while (!all.isEmpty());
    }

    /** The service's process, while it runs. */
    Optional<ProcessHandle> service() {
        return processes()
                .filter(process -> commandLine(process).contains(SERVICE))
                .findFirst();
    }

    /** Its processes, by the drive that they were started for. */
    private Stream<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> text(process, "environ").contains(marker + '\0'));
    }

    private static String commandLine(ProcessHandle process) {
        return text(process, "cmdline");
    }

    private static String text(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid(), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Its registry as Wine writes it down, some seconds after a change. */
    String registry() throws IOException {
        return Files.readString(home.resolve("prefix/system.reg"), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws InterruptedException {
        cutPower();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
