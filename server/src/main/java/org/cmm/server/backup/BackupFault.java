package org.cmm.server.backup;

/** What keeps a backup or a restore from being done; the message names the thing, the fault and the remedy. */
final class BackupFault extends Exception {

    private static final long serialVersionUID = 1;

    BackupFault(String message) {
        super(message);
    }
}
