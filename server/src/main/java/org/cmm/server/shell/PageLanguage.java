package org.cmm.server.shell;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.cmm.server.access.Visitor;

/** Gives every template that is rendered for a request the visitor's language, unless it has one already. */
@Singleton
class PageLanguage {

    void install(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(PageLanguage::choose);
    }

    private static void choose(TemplateInstance page) {
        ManagedContext request = Arc.container().requestContext();
        if (request.isActive()) {
            page.setLocale(Arc.container().instance(Visitor.class).get().locale());
        }
    }
}
