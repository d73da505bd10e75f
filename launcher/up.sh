# shellcheck shell=bash disable=SC2034,SC2154
# The server and an agent for this machine, watched.

up() {
  [ $# -eq 0 ] || fail "'up' takes no arguments; settings are environment variables, see ./cmm help" 2
  find_jdk
  build
  rehearse
  data=${CMM_DATA:-$here/data}
  mkdir -p "$data"
  chmod 700 "$data"
  data=$(cd "$data" && pwd)
  port=${CMM_PORT:-8080}
  near=localhost
  # Only without encryption does the plain port listen elsewhere
  [ "${CMM_TLS:-on}" = off ] && near=${CMM_HOST:-localhost}
  case $near in 0.0.0.0 | ::) near=localhost ;; esac
  server_pid='' agent_pid=''
  trap 'stopping' INT TERM HUP
  trap 'stop_all' EXIT
  start_server
  start_local_agent
  echo "An agent watches this machine; its log is $data/agent.log"
  watch_both
}

start_server() {
  local token_file=
  [ -f "$data/agent/identity" ] || token_file=$data/local-agent-token
  # shellcheck disable=SC2086
  CMM_DATA=$data CMM_PACKAGES=${CMM_PACKAGES:-$packages} CMM_LOCAL_TOKEN_FILE=$token_file own_session \
    "$JAVA_HOME/bin/java" "${server_options[@]}" ${CMM_JAVA_OPTIONS:-} -jar "$server_jar" &
  server_pid=$!
  echo "Starting CMM; its data are in $data"
  until listening; do
    kill -0 "$server_pid" 2>/dev/null || { wait "$server_pid" || exit $?; exit 1; }
    sleep 0.2
  done
}

listening() {
  (exec 3<>"/dev/tcp/$near/$port" &&
    printf 'GET /health/ready HTTP/1.0\r\n\r\n' >&3 && head -n 1 <&3 | grep -q ' 200 ') 2>/dev/null
}

start_local_agent() {
  local arguments=(--server "http://$near:$port" --data-directory "$data/agent")
  [ -f "$data/agent/identity" ] || arguments+=(--token-file "$data/local-agent-token")
  own_session sh "$agent_home/cmm-agent" "${arguments[@]}" >>"$data/agent.log" 2>&1 &
  agent_pid=$!
}

# An agent that was killed is started again; one that ended because of its settings would only end again.
watch_both() {
  local code
  while kill -0 "$server_pid" 2>/dev/null; do
    if [ -n "$agent_pid" ] && ! kill -0 "$agent_pid" 2>/dev/null; then
      code=0
      wait "$agent_pid" 2>/dev/null || code=$?
      agent_pid=''
      if [ "$code" = 2 ] || [ "$code" = 3 ]; then
        echo "The agent ended: $(tail -n 1 "$data/agent.log")"
      else
        echo "The agent ended unexpectedly (code $code); starting it again"
        start_local_agent
      fi
    fi
    # In the background, so that a signal is heard at once
    sleep 2 &
    wait $! 2>/dev/null || true
  done
  code=0
  wait "$server_pid" 2>/dev/null || code=$?
  echo "cmm: the server ended unexpectedly (code $code); './cmm up' goes on with everything it had acknowledged" >&2
  exit "$((code == 0 ? 1 : code))"
}

run_agent() {
  find_jdk
  build
  exec sh "$agent_home/cmm-agent" "$@"
}
