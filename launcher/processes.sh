# shellcheck shell=bash disable=SC2034,SC2154
# Child processes: started apart from the terminal, stopped in order.

# Children in sessions of their own, so that Ctrl-C reaches this script alone and it can stop them in order.
own_session() { if command -v setsid >/dev/null; then exec setsid "$@"; else exec "$@"; fi; }

stopping() {
  trap '' INT TERM HUP
  echo
  echo "Stopping"
  exit 0
}

stop_all() {
  stop "$agent_pid"
  stop "$server_pid"
}

stop() {
  [ -n "$1" ] || return 0
  kill "$1" 2>/dev/null || return 0
  for _ in $(seq 250); do
    kill -0 "$1" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -9 "$1" 2>/dev/null || true
}
