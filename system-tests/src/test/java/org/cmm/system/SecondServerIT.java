package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.cmm.process.ServerVerb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody starts CMM again where it runs already. */
@ExtendWith(SharedServer.class)
class SecondServerIT {

    @Test
    void isRefusedInWordsAndTheFirstOneKeepsItsDatabase(Institution institution) throws Exception {
        try (Connection database = institution.server().database()) {
            ServerVerb second = ServerVerb.run(institution.data());

            assertThat(second.code()).isEqualTo(1);
            assertThat(second.said())
                    .contains("another CMM works in")
                    .contains("CMM_DATA")
                    .doesNotContain("Exception");
            assertThat(KnownAgents.count(database, "SELECT 1"))
                    .as("a connection of before is still good")
                    .isEqualTo(1);
        }
    }
}
