# shellcheck shell=bash disable=SC2034,SC2154
# The server with live reload, and a demo fleet in it.

tests_jar=$here/system-tests/target/system-tests-0.1.0.jar

# The server with live reload, and beside it a program that asks it for a demo fleet. Ctrl-C stops both.
dev() {
  find_jdk
  data=${CMM_DATA:-$here/data-demo}
  mkdir -p "$data"
  local log=$data/dev.log
  : >"$log"
  server_pid='' agent_pid=''
  trap 'stopping' INT TERM HUP
  trap 'stop_all' EXIT
  echo "The demo's data are in $data"
  forget_classes
  if stale "$tests_jar" system-tests/src/main system-tests/pom.xml protocol/src/main; then
    echo "Building the program that asks for it"
    (maven -q -Dquick -Dmaven.test.skip -pl system-tests -am package) && touch "$tests_jar"
  fi
  (
    export CMM_DATA=$data CMM_ORGANISATION=${CMM_ORGANISATION:-Caisse de prévoyance · Provident Fund (demo)}
    maven -q -Dquick -Dquarkus.console.enabled=false -Dquarkus.analytics.disabled=true -pl server -am compile quarkus:dev
  ) > >(tee -i "$log") 2>&1 &
  server_pid=$!
  "$JAVA_HOME/bin/java" -Xmx256m -cp "$tests_jar:$here/system-tests/target/lib/*" org.cmm.demo.Demo \
    --url "http://localhost:${CMM_PORT:-8080}" --log "$log" "$@" &
  agent_pid=$!
  wait "$server_pid"
}
