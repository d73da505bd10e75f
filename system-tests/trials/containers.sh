# shellcheck shell=bash disable=SC2034,SC2154
# A Docker engine for the trial of the images: the one that answers, or Debian's in a folder of its own; and the base
# images, from their registry or, where that cannot be reached, built from Debian's packages under the same names.

engine_home=${CMM_TRIAL_ENGINE:-/var/tmp/cmm-trial-engine}
stand_ins=$here/system-tests/trials/containers
debian=http://deb.debian.org/debian
why_not=''

prepare() {
  if docker info >/dev/null 2>&1 && docker compose version >/dev/null 2>&1 && docker buildx version >/dev/null 2>&1; then
    echo "Docker $(docker version --format '{{.Server.Version}}') answers"
  else
    why_not=$(cannot_start_engine)
    [ -z "$why_not" ] && fetch_engine && start_engine
  fi
  [ -z "$why_not" ] || return 0
  provide_base_images
  provide_schemas
  provide_wrong_clock
}

cannot_start_engine() {
  [ "$(uname -s)" = Linux ] || { echo "no Docker engine answers, and only Linux can be given one"; return; }
  [ "$(id -u)" = 0 ] || { echo "no Docker engine answers, and starting one takes root"; return; }
  command -v apt-get >/dev/null || echo "no Docker engine answers, and this is no Debian to take one from"
}

# Debian's packages are unpacked beside the system instead of installed into it: a docker client that is there stays.
fetch_engine() {
  need_programs iptables runc
  if [ ! -x "$engine_home/root/usr/sbin/dockerd" ]; then
    echo "Fetching Docker from Debian into $engine_home"
    mkdir -p "$engine_home/config/cli-plugins"
    fetch_packages docker.io docker-cli docker-buildx docker-compose containerd
    ln -sf "$engine_home"/root/usr/libexec/docker/cli-plugins/* "$engine_home/config/cli-plugins/"
  fi
  export PATH=$engine_home/root/usr/bin:$engine_home/root/usr/sbin:$PATH
  export DOCKER_CONFIG=$engine_home/config DOCKER_HOST=unix://$engine_home/run/docker.sock
}

fetch_packages() {
  local apt=$engine_home/apt package options
  mkdir -p "$apt"/{lists,cache/archives}/partial "$engine_home/packages"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $debian trixie main" >"$apt/sources.list"
  options=(-qq -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update
  (cd "$engine_home/packages" && apt-get "${options[@]}" download "$@")
  for package in "$engine_home"/packages/*.deb; do dpkg-deb -x "$package" "$engine_home/root"; done
}

# Laid over the server's image, it gives the server a clock of its own.
provide_wrong_clock() {
  local library
  library=$(find_faketime)
  if [ -z "$library" ] && command -v apt-get >/dev/null; then
    fetch_packages libfaketime || true
    library=$(find_faketime)
  fi
  if [ -n "$library" ]; then
    trial_options+=("-Dcmm.trial.faketime=$library")
  else
    echo "A server with a wrong clock is not tried: Debian's libfaketime cannot be had"
  fi
}

find_faketime() { find "$engine_home/root" -name libfaketime.so.1 2>/dev/null | head -n 1; }

# Ends with this command; its images stay for the next time.
start_engine() {
  mkdir -p "$engine_home/run"
  docker info >/dev/null 2>&1 && return
  echo "Starting a Docker engine; its log is $engine_home/dockerd.log"
  setsid dockerd --data-root "$engine_home/data" --exec-root "$engine_home/run/exec" \
    --pidfile "$engine_home/run/docker.pid" -H "$DOCKER_HOST" >"$engine_home/dockerd.log" 2>&1 &
  engine_pid=$!
  trap 'kill "$engine_pid" 2>/dev/null; wait "$engine_pid" 2>/dev/null || true' EXIT
  for _ in $(seq 60); do
    docker info >/dev/null 2>&1 && return
    kill -0 "$engine_pid" 2>/dev/null || break
    sleep 0.5
  done
  why_not="Debian's Docker engine did not start here: $(tail -n 1 "$engine_home/dockerd.log")"
}

provide_base_images() {
  provide debian:trixie-slim debian_image
  provide eclipse-temurin:25-jdk java_image
  provide postgres:18-trixie postgres_image
}

provide() {
  docker image inspect "$1" >/dev/null 2>&1 && return
  docker pull -q "$1" 2>/dev/null && return
  echo "$1 cannot be pulled here: building one of that name from Debian's packages and this machine's JDK"
  "$2" "$1"
}

debian_image() { bootstrap trixie trixie | docker import -c 'CMD ["bash"]' - "$1" >/dev/null; }

# With the authorities that this machine trusts: whoever cannot pull often stands behind a proxy of its own.
java_image() {
  mkdir -p "$engine_home/java"
  rm -rf "$engine_home/java/jdk"
  cp -rL "$JAVA_HOME" "$engine_home/java/jdk"
  cp -L /etc/ssl/certs/ca-certificates.crt "$engine_home/java/"
  docker build -q -t "$1" -f "$stand_ins/java.Dockerfile" "$engine_home/java" >/dev/null
}

# Debian has PostgreSQL 18 only in the release after trixie.
postgres_image() {
  bootstrap forky sid | docker import - cmm-trial-forky >/dev/null
  docker build -q -t "$1" -f "$stand_ins/postgres.Dockerfile" "$stand_ins" >/dev/null
}

bootstrap() {
  need_programs debootstrap >&2
  local root=$engine_home/roots/$1
  [ -f "$root.done" ] || {
    rm -rf "$root"
    mkdir -p "$engine_home/roots"
    debootstrap --variant=minbase "$1" "$root" "$debian" "/usr/share/debootstrap/scripts/$2" >"$root.log" 2>&1
    touch "$root.done"
  }
  tar -C "$root" --exclude=./var/cache/apt --exclude='./usr/share/doc/*/changelog*' --exclude=./usr/share/man -c .
}

# kubernetes-validate brings the schemas that Kubernetes publishes.
provide_schemas() {
  local validator=$engine_home/python/bin/kubernetes-validate
  [ -x "$validator" ] ||
    { python3 -m venv "$engine_home/python" && "$engine_home/python/bin/pip" install -q kubernetes-validate; } || true
  if [ -x "$validator" ]; then
    trial_options+=("-Dcmm.trial.manifests=$validator")
  else
    echo "The manifests for Kubernetes are not checked: kubernetes-validate cannot be had from PyPI"
  fi
}

need_programs() {
  local missing=()
  for program; do command -v "$program" >/dev/null || missing+=("$program"); done
  [ ${#missing[@]} -eq 0 ] && return
  echo "Installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

prepare
[ -z "$why_not" ] || { echo "Skipped: $why_not"; exit 0; }
