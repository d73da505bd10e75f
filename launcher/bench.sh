# shellcheck shell=bash disable=SC2034,SC2154
# Measuring.

bench() {
  find_jdk
  # Packs the server anew as well, so it comes before the rehearsal, whose notes would not fit any more
  if stale "$tests_jar" system-tests/src/main protocol/src/main core/src/main; then
    (maven -q -Dquick -Dmaven.test.skip -pl system-tests -am package) && touch "$tests_jar"
  fi
  build
  rehearse
  cd "$here"
  exec "$JAVA_HOME/bin/java" -Xmx3g -Dcmm.server.jar="$server_jar" -Dcmm.server.options="${server_options[*]}" \
    -Dcmm.experiment.options="${experiment_options[*]}" \
    -Dcmm.agent.home="$agent_home" \
    -cp "$tests_jar:system-tests/target/lib/*" org.cmm.bench.Bench "$@"
}
