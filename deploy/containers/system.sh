#!/bin/sh
# What Java needs of Debian, copied into the folder $1: the C library, names of users and hosts, nothing that runs.
set -eu
root=$1

# A package's files without documents, rare encodings and what no library of Java asks for, and its entry in the list that scanners read.
copy() {
  dpkg -L "$1" | grep -vE '/(gconv|audit|lintian)(/|$)|/lib(mvec|nsl|thread_db|memusage|c_malloc_debug|pcprofile|nss_hesiod)\.so|/doc/[^/]*/(changelog|NEWS|README)' |
    while read -r file; do [ -d "$file" ] || [ ! -e "$file" ] || echo "$file"; done |
    tar -cPT - | tar -C "$root" -x
  dpkg-query -s "$1" >"$root/var/lib/dpkg/status.d/$1"
}

mkdir -p "$root/etc" "$root/usr/lib" "$root/usr/lib64" "$root/var/lib/dpkg/status.d"
cp -P /lib "$root/lib"
[ ! -L /lib64 ] || cp -P /lib64 "$root/lib64"
copy libc6
cp /usr/lib/os-release "$root/usr/lib/"
cp -P /etc/os-release "$root/etc/"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
printf '%s\n' 'root:x:0:0:root:/:/none' 'cmm:x:10001:10001:CMM:/data:/none' >"$root/etc/passwd"
printf '%s\n' 'root:x:0:' 'cmm:x:10001:' >"$root/etc/group"
install -d -m 1777 "$root/tmp"
install -d -m 700 -o 10001 -g 10001 "$root/data" "$root/run/cmm-agent"
