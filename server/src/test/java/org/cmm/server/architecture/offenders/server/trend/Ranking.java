package org.cmm.server.architecture.offenders.server.trend;

/** What others lean on. */
public record Ranking(int place) {}
