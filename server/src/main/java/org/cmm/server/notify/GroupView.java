package org.cmm.server.notify;

import java.util.List;

/**
 * The form of a group.
 *
 * @param id 0 for a new one
 */
record GroupView(
        int id,
        String name,
        boolean rotates,
        String first,
        String zone,
        List<Place> places,
        List<String> zones,
        FieldFaults faults) {

    /**
     * A person who may be in it.
     *
     * @param place their number in turn; empty when they are not in it
     */
    record Place(int user, String name, String place) {}

    public boolean isNew() {
        return id == 0;
    }
}
