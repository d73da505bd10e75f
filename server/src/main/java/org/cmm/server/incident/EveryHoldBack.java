package org.cmm.server.incident;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whatever holds notices back, whichever feature knows of it. */
@Singleton
class EveryHoldBack {

    private final List<HoldBackSource> sources;

    EveryHoldBack(Instance<HoldBackSource> sources) {
        this.sources = sources.stream().toList();
    }

    HoldBacks at(Instant now) {
        List<HoldBacks> all = sources.stream().map(source -> source.at(now)).toList();
        return scope ->
                all.stream().map(one -> one.of(scope)).flatMap(Optional::stream).findFirst();
    }
}
