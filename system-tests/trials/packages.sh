# shellcheck shell=bash disable=SC2034,SC2154
# Installs the Linux packages on a clean Debian that boots its own systemd, beside this one: root and Debian are needed.

packages_cache=${XDG_CACHE_HOME:-$HOME/.cache}/cmm/debian-trixie
packages_trial=$here/target/trial/packages

skip() { echo "Skipped: $1"; exit 0; }

[ "$(id -u)" = 0 ] || skip "only root may boot a system of its own; run it as root, or in a virtual machine"
[ "$(uname -s)" = Linux ] || skip "the packages are for Linux"
need_program debootstrap debootstrap "which fetches a clean Debian"
need_program systemd-nspawn systemd-container "which boots it"

if [ ! -e "$packages_cache/complete" ]; then
  echo "Fetching a clean Debian into $packages_cache"
  rm -rf "$packages_cache"
  mkdir -p "$packages_cache"
  debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,bash-completion,man-db trixie "$packages_cache/root" \
    >"$packages_cache/debootstrap.log" || fail "Debian could not be fetched; see $packages_cache/debootstrap.log"
  touch "$packages_cache/complete"
fi

echo "Building the packages, and those of a later version to upgrade to"
build
rm -rf "$packages_trial"
mkdir -p "$packages_trial"
(packages=$packages_trial/now && linux_packages "$(project_version)")
(packages=$packages_trial/later && linux_packages "$(project_version).1")
cp -a "$packages_cache/root" "$packages_trial/root"

trial_options=("-Dcmm.trial.root=$packages_trial/root" "-Dcmm.trial.now=$packages_trial/now" "-Dcmm.trial.later=$packages_trial/later")
