#!/bin/sh
# A Java with no more modules than a program uses: java.sh agent|server FOLDER. jlink comes from JAVA_HOME.
set -eu

# Found with jdeps, and by what the programs load by name: which the trials walk through.
modules() {
  case $1 in
    agent) echo java.base,java.logging,java.management,java.net.http,jdk.crypto.ec ;;
    server) echo java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi,\
java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.crypto.ec,jdk.jfr,jdk.localedata,\
jdk.management,jdk.net,jdk.unsupported,jdk.zipfs ;;
  esac
}

# Dates and numbers in both languages of the pages; the agent formats neither.
locales() { [ "$1" != server ] || echo --include-locales=en,fr; }

# shellcheck disable=SC2046
"$JAVA_HOME/bin/jlink" --add-modules "$(modules "$1")" $(locales "$1") --strip-java-debug-attributes \
  --no-header-files --no-man-pages --output "$2"
