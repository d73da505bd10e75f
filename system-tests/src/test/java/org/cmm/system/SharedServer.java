package org.cmm.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives test classes the one {@link Institution} of this run; the first asks for its start, the last ends it. */
public final class SharedServer implements ParameterResolver {

    private static final Namespace ONE_FOR_ALL = Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Institution.class;
    }

    @Override
    public Institution resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ONE_FOR_ALL)
                .computeIfAbsent("institution", unused -> Institution.open(), Institution.class);
    }
}
