#!/bin/sh
# A Java with no more modules than a program uses: java.sh agent|server FOLDER [OPTION OF JLINK …]; jlink is JAVA_HOME's.
set -eu
program=$1 folder=$2
shift 2

# Found with jdeps, and by what the programs load by name, which the trials of packages and containers walk through.
case $program in
  agent) set -- --add-modules java.base,java.logging "$@" ;;
  server)
    # Dates and numbers in both languages of the pages. Of java.desktop only java.beans is used, which needs no library.
    set -- --include-locales=en,fr '--exclude-files=regex:/java.desktop/.*' \
      --add-modules java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http \
      --add-modules java.rmi,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml \
      --add-modules jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.unsupported "$@"
    ;;
esac
"$JAVA_HOME/bin/jlink" --output "$folder" --strip-java-debug-attributes --no-header-files --no-man-pages "$@"
# Names inside the libraries, of use to a debugger only
! command -v strip >/dev/null || find "$folder/lib" -name '*.so' -exec strip --strip-unneeded {} +
# Tools that a running program has no use for, and somebody who broke in might
find "$folder/bin" -type f ! -name java -delete
