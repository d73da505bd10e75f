package org.cmm.server.architecture.offenders.server.simulation;

import org.cmm.server.architecture.offenders.server.notify.Post;

/** Breaks: what is simulated reaches people. */
record Poltergeist(Post post) {}
