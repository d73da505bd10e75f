package org.cmm.server.platform;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Gives every feature the same way to its SQL. */
@ApplicationScoped
class JdbiProducer {

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource source) {
        return Jdbi.create(source).installPlugin(new PostgresPlugin());
    }
}
