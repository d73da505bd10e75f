package org.cmm.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The version that people may run today: the newest tag that begins with v; while there is none, the commit that
 * brought this trial, which is the first that could be upgraded from in a container.
 */
final class PreviousVersion {

    static final String TAG = "previous";

    private PreviousVersion() {}

    /** Builds its server's image, from its own sources by its own recipe. */
    static void build(Path folder) {
        Path sources = folder.resolve("previous");
        git("worktree", "add", "--detach", sources.toString(), commit());
        try {
            ComposedStack.docker(
                    "build",
                    "--quiet",
                    "--target",
                    "server",
                    "--tag",
                    "cmm-server:" + TAG,
                    "--file",
                    sources.resolve("deploy/containers/Dockerfile").toString(),
                    sources.toString());
        } finally {
            git("worktree", "remove", "--force", sources.toString());
        }
    }

    private static String commit() {
        String tag = git("tag", "--list", "v*", "--sort=-version:refname")
                .lines()
                .findFirst()
                .orElse("");
        if (!tag.isEmpty()) {
            return tag;
        }
        String first = git("log", "--diff-filter=A", "--format=%H", "--", "system-tests/trials/containers.sh");
        return first.isEmpty() ? "HEAD" : first.lines().findFirst().orElseThrow();
    }

    private static String git(String... words) {
        return Command.run(Map.of(), Command.words(List.of("git"), words)).succeeded();
    }
}
