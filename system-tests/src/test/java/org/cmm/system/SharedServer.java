package org.cmm.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes the one {@link Institution} of their process. The first asks for its start; it ends with the
 * process, because a process that Maven forks runs each of its classes as a session of its own.
 */
public final class SharedServer implements ParameterResolver {

    /** Started by whoever asks first, and by nobody where no class asks. */
    private static final class Holder {
        static final Institution INSTITUTION = open();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(INSTITUTION::close, "end of the institution"));
        }

        /** What it does first saves the servers that others start much of their time. */
        private static Institution open() {
            try {
                RehearsedStart.make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            Institution opened = Institution.open();
            opened.server().lendPrograms();
            return opened;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Institution.class;
    }

    @Override
    public Institution resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Holder.INSTITUTION;
    }
}
