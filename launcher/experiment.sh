# shellcheck shell=bash disable=SC2034,SC2154
# Experiments on the command line.

# Many small things that die young: a small nursery keeps the process small at no cost in time
experiment_options=(-XX:+UseParallelGC -XX:NewSize=96m -XX:MaxNewSize=96m)

experiment() {
  find_jdk
  build >&2
  exec "$JAVA_HOME/bin/java" "${experiment_options[@]}" -jar "$server_jar" experiment "$@"
}
