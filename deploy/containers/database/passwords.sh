#!/bin/sh
# Makes the database's passwords when there are none: one for its administrator, one for CMM. Whole or not at all.
set -eu
cd /run/cmm-secrets

make() {
  [ ! -s "$1" ] || return 0
  rm -f "$1.new"
  (umask 277 && head -c 32 /dev/urandom | base64 | tr -d '/+=\n' >"$1.new")
  chmod "$2" "$1.new"
  chown "$3" "$1.new"
  sync
  mv "$1.new" "$1"
}

make administrator 400 postgres:postgres
make database 440 postgres:10001
