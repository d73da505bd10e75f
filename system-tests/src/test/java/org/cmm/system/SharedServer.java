package org.cmm.system;

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
        static final Institution INSTITUTION = Institution.open();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(INSTITUTION::close, "end of the institution"));
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
