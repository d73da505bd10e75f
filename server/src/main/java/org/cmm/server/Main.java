package org.cmm.server;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.cmm.protocol.Version;
import org.cmm.server.backup.BackupVerbs;
import org.cmm.server.platform.ServerProcess;
import org.cmm.server.simulation.ExperimentVerbs;

/** The command line of the server. Exit codes: 0 done, 1 it could not be done, 2 it was asked for in wrong words. */
@QuarkusMain
public final class Main {

    private static final int DONE = 0;
    private static final int WRONG_WORDS = 2;

    private static final String HELP = """
            usage: cmm-server             run the server until it is told to stop
                   cmm-server backup [FILE]   write all that CMM holds into one file, while the server runs or not;
                                              '-' writes to the standard output
                   cmm-server restore FILE    read such a file into an empty CMM; '-' reads from the standard input
                   cmm-server experiment run FILE --out FOLDER
                                              runs an experiment; without a server, without a database
                   cmm-server --version | --help

            Settings are environment variables:
            %s""";

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            ServerProcess.run();
            return;
        }
        System.exit(verb(List.of(arguments)));
    }

    private static int verb(List<String> words) {
        List<String> operands = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "--help", "help" -> print(help());
            case "--version", "version" -> print("cmm-server " + Version.here() + "\n");
            case "backup" -> BackupVerbs.backup(operands);
            case "restore" -> BackupVerbs.restore(operands);
            case "experiment" -> ExperimentVerbs.experiment(operands);
            default -> {
                System.err.printf("cmm: unknown verb '%s'%n%n%s", words.getFirst(), help());
                yield WRONG_WORDS;
            }
        };
    }

    private static String help() {
        return HELP.formatted(ServerProcess.settingsInWords());
    }

    private static int print(String text) {
        System.out.print(text);
        System.out.flush();
        return DONE;
    }
}
