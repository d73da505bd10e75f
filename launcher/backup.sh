# shellcheck shell=bash disable=SC2034,SC2154
# All that CMM holds as one file, and back.

backup() { server_verb backup "$@"; }

restore() { server_verb restore "$@"; }

server_verb() {
  find_jdk
  build
  CMM_DATA=${CMM_DATA:-$here/data} exec "$JAVA_HOME/bin/java" "${server_options[@]}" -jar "$server_jar" "$@"
}
