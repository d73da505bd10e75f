package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cmm.server.access.User;
import org.cmm.server.access.Users;

/** Names of those who may be told, and back. */
@Singleton
class OnCallNames {

    private final Users users;

    OnCallNames(Users users) {
        this.users = users;
    }

    /** Numbers of users who may log in, by name. */
    Map<String, Integer> numbers() {
        return users.active().stream().collect(Collectors.toMap(User::name, User::id, (first, _) -> first));
    }

    /** A name, or the number of somebody who may not log in any more. */
    String name(int user) {
        return names(List.of(user)).getFirst();
    }

    List<String> names(List<Integer> people) {
        Map<Integer, String> known = users.active().stream().collect(Collectors.toMap(User::id, User::name));
        return people.stream().map(user -> known.getOrDefault(user, "#" + user)).toList();
    }
}
