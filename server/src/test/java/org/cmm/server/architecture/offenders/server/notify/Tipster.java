package org.cmm.server.architecture.offenders.server.notify;

import org.cmm.server.architecture.offenders.server.trend.Ranking;

/** Breaks: people are told of a place in a list. */
record Tipster(Ranking ranking) {}
