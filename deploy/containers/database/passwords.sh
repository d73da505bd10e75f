#!/bin/sh
# Makes the database's passwords when there are none: one for its administrator, one for CMM.
set -eu
cd /run/cmm-secrets
for name in administrator database; do
  [ ! -s "$name" ] || continue
  (umask 277 && head -c 32 /dev/urandom | base64 | tr -d '/+=\n' >"$name.new")
  sync "$name.new"
  mv "$name.new" "$name"
done
chown postgres administrator
chown postgres:10001 database
chmod 440 database
