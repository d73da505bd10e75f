#!/bin/sh
# Installs what lies beside this file below /opt, as a service of systemd: sudo ./install.sh; again to upgrade.
# sudo ./install.sh --remove takes it away and keeps settings and data; --purge leaves nothing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
package=@PACKAGE@
home=/opt/$package
unit=/etc/systemd/system/$package.service

fail() { echo "$package: $1" >&2; exit 1; }

stop() { [ ! -d /run/systemd/system ] || systemctl stop "$package" 2>/dev/null || true; }

remove() {
  stop
  [ ! -d /run/systemd/system ] || systemctl disable --quiet "$package" 2>/dev/null || true
  rm -rf "$home" "$unit" "/usr/local/bin/$package" "/usr/local/share/man/man8/$package.8.gz" \
    "/usr/local/share/bash-completion/completions/$package"
  [ ! -d /run/systemd/system ] || systemctl daemon-reload
}

install_all() {
  getent group "$package" >/dev/null || groupadd --system "$package"
  getent passwd "$package" >/dev/null ||
    useradd --system --gid "$package" --home-dir "/var/lib/$package" --no-create-home --shell /usr/sbin/nologin "$package"
  stop
  # Beside its place first, so that there is a whole program at every moment
  rm -rf "$home.new"
  mkdir -p /opt /usr/local/bin /usr/local/share/man/man8 /usr/local/share/bash-completion/completions
  cp -r "$here/program" "$home.new"
  chown -R root:root "$home.new"
  rm -rf "$home"
  mv "$home.new" "$home"
  ln -sf "$home/$package" "/usr/local/bin/$package"
  cp "$here/$package.8.gz" /usr/local/share/man/man8/
  cp "$here/$package.bash" "/usr/local/share/bash-completion/completions/$package"
  install -d -m 0755 "/etc/$package"
  [ ! -f "$here/server.conf" ] || [ -f "/etc/$package/server.conf" ] ||
    install -m 0640 -g "$package" "$here/server.conf" "/etc/$package/server.conf"
  sed "s|@HOME@|$home|" "$here/$package.service" >"$unit"
  if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl enable --quiet "$package"
    systemctl restart "$package"
    echo "$package is installed in $home; 'systemctl status $package' and 'journalctl -u $package' tell how it goes."
  else
    echo "$package is installed in $home. There is no systemd here: start $home/$package as your system starts services."
  fi
}

[ "$(id -u)" = 0 ] || fail "a service is installed by root: sudo $0 $*"
case ${1:-} in
  '') install_all ;;
  --remove) remove ;;
  --purge)
    remove
    rm -rf "/etc/$package" "/var/lib/$package"
    userdel "$package" 2>/dev/null || true
    ;;
  *) fail "'$1' is not known: nothing, --remove or --purge" ;;
esac
