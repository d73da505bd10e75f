# shellcheck shell=bash disable=SC2034,SC2154
# The Windows installer and the agent it brings, under Wine 10 with a genuine Windows Java runtime.

wine_root=${CMM_WINE_ROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/cmm/wine}

skip_trial() {
  echo "The Windows trial was skipped: $1"
  exit 0
}

# Debian 12's Wine is too old for this Java, so Wine comes from Debian 13, in a folder of its own.
prepare_wine() {
  [ "$(id -u)" = 0 ] || skip_trial "it needs root, for a Debian 13 in $wine_root that holds Wine 10"
  [ "$(uname -m)" = x86_64 ] || skip_trial "Wine here runs on x86_64 only"
  if [ ! -x "$wine_root/usr/lib/wine/wine64" ]; then
    need_program debootstrap debootstrap "which lays out the Debian that holds Wine"
    echo "Preparing Wine in $wine_root; once, it takes some minutes and 1.5 GB"
    mkdir -p "$wine_root"
    debootstrap --variant=minbase --include=ca-certificates trixie "$wine_root" >"$here/target/wine.log" 2>&1 ||
      skip_trial "Debian 13 cannot be fetched; see target/wine.log"
    mount_systems
    chroot "$wine_root" sh -c 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends wine64 wine' \
      >>"$here/target/wine.log" 2>&1 || skip_trial "Wine cannot be fetched; see target/wine.log"
  fi
  mount_systems
}

mount_systems() {
  local system
  for system in proc sys dev; do
    mountpoint -q "$wine_root/$system" || mount --rbind "/$system" "$wine_root/$system" ||
      skip_trial "/$system cannot be mounted into $wine_root"
    mount --make-rslave "$wine_root/$system" 2>/dev/null || true
  done
}

mkdir -p "$here/target"
prepare_wine
package windows
# The same parts under a higher version are an upgrade.
build_msi 99.0.0 "$windows_build/newer.msi"
trial_options+=("-Dcmm.wine.root=$wine_root" "-Dcmm.msi=$packages/cmm-agent.msi" "-Dcmm.msi.newer=$windows_build/newer.msi"
  "-Dcmm.agent.zip=$here/agent/target/cmm-agent-windows.zip")
