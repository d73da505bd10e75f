package org.cmm.server.notify;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cmm.server.access.User;
import org.cmm.server.access.Users;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller wants to be told of. */
@Path("/api/v1/me/notices")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "notify")
@Singleton
@RolesAllowed("viewer")
class PreferenceResource {

    private final Preferences preferences;
    private final PreferenceBoard board;
    private final Users users;
    private final Wording wording;
    private final Visitor visitor;

    PreferenceResource(Preferences preferences, PreferenceBoard board, Users users, Wording wording, Visitor visitor) {
        this.preferences = preferences;
        this.board = board;
        this.users = users;
        this.wording = wording;
        this.visitor = visitor;
    }

    @GET
    @Operation(summary = "What you want to be told of, or a proposal without addresses until you have chosen")
    public PreferenceBody mine() {
        User user = me();
        return PreferenceBody.of(
                preferences.of(user),
                preferences.chosen(user).map(Recipient::addresses).orElse(Map.of()));
    }

    @PUT
    @Operation(summary = "Choose what you want to be told of, where, and when not")
    public PreferenceBody choose(@Nullable PreferenceBody sent) {
        PreferenceBody body = Bodies.required(sent);
        User user = me();
        PreferenceForm form = new PreferenceForm(body.form(), wording.preferences());
        Preference wish = form.preference(board.sites(), preferences.of(user));
        Map<Integer, String> addresses = form.addresses(board.channels());
        List<FieldFault> faults = new ArrayList<>(form.faults());
        faults.addAll(unknown(body));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        preferences.save(user, wish, addresses);
        return mine();
    }

    private List<FieldFault> unknown(PreferenceBody body) {
        Set<Integer> channels = board.channels().stream().map(Channel::id).collect(Collectors.toSet());
        Set<Integer> sites = board.sites().stream().map(site -> site.id()).collect(Collectors.toSet());
        List<FieldFault> faults = new ArrayList<>();
        if (body.addresses() != null && !channels.containsAll(body.addresses().keySet())) {
            faults.add(new FieldFault("addresses", "there is no channel with one of these numbers"));
        }
        if (body.sites() != null && !body.sites().stream().allMatch(site -> site != null && sites.contains(site))) {
            faults.add(new FieldFault("sites", "there is no site with one of these numbers"));
        }
        return faults;
    }

    private User me() {
        return users.byId(visitor.userId().orElseThrow()).orElseThrow();
    }
}
