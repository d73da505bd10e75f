package org.cmm.server.fleet;

import jakarta.inject.Singleton;

/** Lets a test see at once the servers that it put into the database by hand. */
@Singleton
public class Directory {

    private final Listing listing;

    Directory(Listing listing) {
        this.listing = listing;
    }

    public void readAgain() {
        listing.forget();
    }
}
