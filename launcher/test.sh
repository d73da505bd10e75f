# shellcheck shell=bash disable=SC2034,SC2154
# Building and testing everything; a name asks for one of the long trials instead.

trials=$here/system-tests/trials

run_tests() {
  find_jdk
  case ${1:-} in
    '' | -*) test_everything "$@" ;;
    *) try "$@" ;;
  esac
}

test_everything() {
  need_browser
  echo "Testing with the JDK in $JAVA_HOME"
  forget_classes
  # Modules that do not need each other side by side
  (maven --threads 2 verify "$@")
  echo "Longer trials have names of their own: ./cmm test $(names_of_trials)"
}

names_of_trials() { find "$trials" -maxdepth 1 -name '*.sh' -exec basename {} .sh \; | sort | paste -sd '|' -; }

# trials/NAME.sh prepares what the machine lacks and adds to trial_options; org.cmm.trial.Name…Trial try.
try() {
  local name=$1 class
  shift
  [ -f "$trials/$name.sh" ] || fail "there is no trial '$name': choose from $(names_of_trials)" 2
  class="${name^}*Trial"
  trial_options=()
  # shellcheck source=/dev/null
  . "$trials/$name.sh"
  forget_classes
  (maven verify -Dquick -pl system-tests -am -Dtest=NONE "-Dit.test=$class" \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false "${trial_options[@]}" "$@")
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
