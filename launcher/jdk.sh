# shellcheck shell=bash disable=SC2034,SC2154
# Finding a JDK.

least_java=25

java_version() { "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1; }

is_jdk() {
  [ -x "$1/bin/javac" ] || return 1
  local version
  version=$(java_version "$1")
  [ -n "$version" ] && [ "$version" -ge "$least_java" ]
}

find_jdk() {
  local candidate on_path
  on_path=$(command -v javac || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return
    fi
  done
  fail "no JDK $least_java or newer was found in JAVA_HOME, PATH or the usual folders.
Install one, for instance Temurin from https://adoptium.net or 'apt install openjdk-25-jdk', or set JAVA_HOME."
}
