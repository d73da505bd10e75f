# shellcheck shell=bash disable=SC2034,SC2154
# Building what is older than its sources.

# Takes the place of the shell it runs in.
maven() { cd "$here" && exec ./mvnw --batch-mode --no-transfer-progress "$@"; }

# Newer than the artefact, or the artefact is missing; a folder is newer when a file in it was deleted.
stale() {
  local artefact=$1
  shift
  [ -f "$artefact" ] || return 0
  [ -n "$(cd "$here" && find pom.xml "$@" -newer "$artefact" -print -quit)" ]
}

build() {
  local log=$here/target/build.log first_build=
  stale "$server_jar" core/src/main core/pom.xml protocol/src/main protocol/pom.xml agent/src/main agent/pom.xml \
    server/src/main server/pom.xml || return 0
  [ -f "$server_jar" ] || first_build='; the first time takes some minutes, because the libraries are fetched'
  mkdir -p "$here/target"
  echo "Building CMM$first_build"
  forget_classes
  maven -Dquick -Dmaven.test.skip -pl server -am package >"$log" 2>&1 &
  local builder=$!
  # A job in the background does not hear Ctrl-C
  trap 'kill $builder 2>/dev/null; exit 130' INT TERM HUP
  progress "$builder" "$log" || { tail -n 30 "$log" >&2; fail "the build failed; the whole log is in target/build.log"; }
  trap - INT TERM HUP
  # Maven leaves an artefact alone when nothing in it changed
  touch -c "$server_jar"
}

# A file that was deleted from the sources would live on among the classes.
forget_classes() { rm -rf "$here"/*/target/classes "$here"/*/target/test-classes; }

# Shows what a build is at until it ends, and answers as it did.
progress() {
  local process=$1 log=$2 step last=
  while kill -0 "$process" 2>/dev/null; do
    step=$(sed -n 's/^\[INFO\] --- \([a-z-]*\):.*@ \([a-z-]*\) ---$/  \2: \1/p' "$log" | tail -n 1)
    [ "$step" != "$last" ] && [ -n "$step" ] && echo "$step"
    last=$step
    sleep 1
  done
  wait "$process"
}

version() {
  local number commit
  number=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$here/pom.xml")
  commit=$(git -C "$here" rev-parse --short=7 HEAD 2>/dev/null || echo source)
  echo "cmm $number+$commit"
}

completion() {
  local verbs
  verbs=$(usage | sed -n 's/^  \([a-z]*\)  .*/\1/p' | paste -sd ' ' -)
  sed "s/@VERBS@/\"$verbs\"/; s/@TRIALS@/\"$(names_of_trials | tr '|' ' ')\"/" "$here/deploy/linux/completion/cmm.bash"
}
