# shellcheck shell=bash disable=SC2034,SC2154
# Debian packages and archives with an installer, for agent and server; each brings its own Java.

package_linux() { linux_packages "$(project_version)"; }

# Of this version: a trial of upgrades wants another than the project's.
linux_packages() {
  local version=$1 architecture program
  need_program dpkg-deb dpkg "which writes Debian packages"
  architecture=$(dpkg --print-architecture)
  mkdir -p "$packages"
  for program in agent server; do
    stage_"$program" "$packages/work/cmm-$program"
    make_deb "cmm-$program" "$program"
    make_archive "cmm-$program" "$program"
  done
  rm -rf "$packages/work"
  (cd "$packages" && sha256sum -- *.deb *.tar.gz >SHA256SUMS.linux && cat SHA256SUMS.linux)
}

# The program as it is installed, wherever that is.
stage_agent() {
  rm -rf "$1"
  mkdir -p "$1"
  tar -xzf "$here/agent/target/cmm-agent-linux.tar.gz" -C "$1" --strip-components 1
  sh "$here/deploy/java.sh" agent "$1/java"
  install -m 0755 "$here/deploy/linux/agent/configure" "$1/configure"
}

stage_server() {
  rm -rf "$1"
  mkdir -p "$1"
  cp -r "$here/server/target/quarkus-app" "$1/app"
  sh "$here/deploy/java.sh" server "$1/java"
  install -m 0644 "$here/deploy/server.options" "$1/jvm.options"
  install -m 0755 "$here/deploy/linux/server/cmm-server" "$1/cmm-server"
}

# What lies around the program: $1 package, $2 program, $3 folder.
manual_and_completion() {
  sed "/@SETTINGS@/{
    r /dev/stdin
    d
  }" "$here/deploy/linux/man/$1.8" < <(settings_as_man) | gzip -9n >"$3/$1.8.gz"
  cp "$here/deploy/linux/completion/$1.bash" "$3/$1.bash"
}

# The settings as paragraphs of a manual page, from the text that ./cmm help shows.
settings_as_man() {
  awk '{ name = $1; sub(/^ *[A-Z_]+ +/, ""); printf ".TP\n.B %s\n%s\n", name, $0 }' "$here/server/src/main/resources/settings.txt"
}

make_deb() {
  local package=$1 program=$2 root=$packages/work/deb-$2 home=usr/lib/$1 script
  rm -rf "$root"
  mkdir -p "$root/DEBIAN" "$root/usr/lib/systemd/system" "$root/usr/bin" "$root/usr/share/man/man8" \
    "$root/usr/share/bash-completion/completions" "$root/usr/share/doc/$package"
  cp -r "$packages/work/$package" "$root/$home"
  ln -s "../lib/$package/$package" "$root/usr/bin/$package"
  sed "s|@HOME@|/$home|" "$here/deploy/linux/$program/$package.service" >"$root/usr/lib/systemd/system/$package.service"
  manual_and_completion "$package" "$program" "$packages/work"
  mv "$packages/work/$package.8.gz" "$root/usr/share/man/man8/"
  mv "$packages/work/$package.bash" "$root/usr/share/bash-completion/completions/$package"
  cp "$here/CHANGELOG.md" "$root/usr/share/doc/$package/"
  if [ "$program" = server ]; then
    install -D -m 0644 "$here/deploy/linux/server/server.conf" "$root/etc/cmm-server/server.conf"
    echo /etc/cmm-server/server.conf >"$root/DEBIAN/conffiles"
  fi
  sed "s|@VERSION@|$version|; s|@ARCHITECTURE@|$architecture|; s|@SIZE@|$(du -sk --exclude DEBIAN "$root" | cut -f 1)|" \
    "$here/deploy/linux/deb/$program/control" >"$root/DEBIAN/control"
  for script in postinst prerm postrm; do
    sed "s|@PACKAGE@|$package|g" "$here/deploy/linux/deb/$script" >"$root/DEBIAN/$script"
    chmod 0755 "$root/DEBIAN/$script"
  done
  find "$root" -mindepth 1 -type d -exec chmod 0755 {} +
  # Most of it is jars, which are packed already
  dpkg-deb --root-owner-group -Zxz -z1 --build "$root" "$packages/$package-$architecture.deb" >/dev/null
}

make_archive() {
  local package=$1 program=$2 name=$1-linux-$architecture
  local root=$packages/work/$name
  rm -rf "$root"
  mkdir -p "$root"
  cp -r "$packages/work/$package" "$root/program"
  cp "$here/deploy/linux/$program/$package.service" "$root/"
  [ "$program" != server ] || cp "$here/deploy/linux/server/server.conf" "$root/"
  manual_and_completion "$package" "$program" "$root"
  sed "s|@PACKAGE@|$package|g" "$here/deploy/linux/install.sh" >"$root/install.sh"
  chmod 0755 "$root/install.sh"
  tar -C "$packages/work" --owner=0 --group=0 --sort=name -czf "$packages/$name.tar.gz" "$name"
}
