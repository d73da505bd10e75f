package org.cmm.server.platform;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * An application whose loops for alerts, incidents and notices tests put to rest. Classes of one profile share one
 * application and its database: starting another costs as much as most classes take.
 */
public class AtRest implements QuarkusTestProfile {}
