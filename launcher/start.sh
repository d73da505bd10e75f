# shellcheck shell=bash disable=SC2034,SC2154
# How the server is started, so that it is quick.

server_jar=$here/server/target/quarkus-app/quarkus-run.jar
start_cache=$here/server/target/start.aot
agent_home=$here/agent/target/cmm-agent

# The same as in packages and images
read -r -d '' -a server_options <"$here/deploy/server.options" || true

# Starts the server once on a folder to throw away, so that the JVM can note which classes a start loads and how they
# are linked: later starts take half the time. The JVM looks whether the notes still fit, and nothing depends on them.
rehearse() {
  if [ "$server_jar" -nt "$start_cache" ]; then
    echo "Rehearsing a start, which makes later ones twice as fast"
    rm -f "$start_cache"
    mkdir -p "$here/target"
    rehearsal >"$here/target/rehearsal.log" 2>&1 || {
      [ $? -ne 130 ] || exit 130
      echo "The rehearsal failed; see target/rehearsal.log"
    }
    # Whole or not at all: another server may be starting
    [ ! -f "$start_cache.$$" ] || mv "$start_cache.$$" "$start_cache"
    rm -f "$start_cache.$$.config"
  fi
  [ ! -f "$start_cache" ] || server_options+=("-XX:AOTCache=$start_cache" -Xlog:aot=off -Xlog:cds=off)
}

rehearsal() (
  data=$(mktemp -d) port=$((20000 + RANDOM % 10000)) near=localhost
  env -i PATH="$PATH" HOME="$HOME" CMM_DATA="$data" CMM_HOST=localhost CMM_PORT="$port" CMM_HTTPS_PORT="$((port + 1))" \
    "$JAVA_HOME/bin/java" "${server_options[@]}" "-XX:AOTCacheOutput=$start_cache.$$" -jar "$server_jar" &
  server=$!
  trap 'kill $server 2>/dev/null; wait $server || true; rm -rf "$data"' EXIT
  trap 'exit 130' INT TERM HUP
  until listening; do
    kill -0 "$server" || exit 1
    sleep 0.2
  done
)
