package org.cmm.core.alert;

/** An alert that is not over, with the severity it has now. */
public record FiringAlert(Alert alert, Severity severity) {}
