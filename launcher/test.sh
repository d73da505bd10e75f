# shellcheck shell=bash disable=SC2034,SC2154
# Building and testing everything.

run_tests() {
  find_jdk
  need_browser
  echo "Testing with the JDK in $JAVA_HOME"
  forget_classes
  maven verify "$@"
}

# The pages are tried in a real browser. Debian's is installed when it may be.
need_browser() {
  CMM_BROWSER=${CMM_BROWSER:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
  if [ -z "$CMM_BROWSER" ] && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing chromium, which the page tests need"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
    CMM_BROWSER=$(command -v chromium || true)
  fi
  [ -n "$CMM_BROWSER" ] || fail "the page tests need Chromium: install it ('apt install chromium') or set CMM_BROWSER"
  export CMM_BROWSER PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
}
