# shellcheck shell=bash disable=SC2034,SC2154
# Packages to hand out: ./cmm package [linux] [windows] …

packages=$here/target/packages

package() {
  local kinds=() windows_runtime=
  while [ $# -gt 0 ]; do
    case $1 in
      --windows-runtime)
        [ $# -ge 2 ] || fail "--windows-runtime: a folder or an archive must follow" 2
        windows_runtime=$2
        shift
        ;;
      linux | windows) kinds+=("$1") ;;
      *) fail "there is no package '$1': choose linux or windows" 2 ;;
    esac
    shift
  done
  [ ${#kinds[@]} -gt 0 ] || kinds=(linux windows)
  find_jdk
  build
  local kind
  for kind in "${kinds[@]}"; do "package_$kind"; done
}

# What a package needs from the system: Debian's is installed when it may be.
need_program() {
  local program=$1 debian=$2 why=$3
  command -v "$program" >/dev/null && return
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing $debian, $why"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$debian" >/dev/null
  fi
  command -v "$program" >/dev/null || fail "$program is missing, $why: install it ('apt install $debian')"
}
