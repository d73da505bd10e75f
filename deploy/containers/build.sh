#!/bin/sh
# Builds server and agent from source, into /server and /agent beside the Java that lies there.
set -eu

# Of the checkout's history only these few files are in the build's context.
commit() {
  [ -z "${COMMIT:-}" ] || { echo "$COMMIT" | cut -c 1-7; return; }
  head=$(cat .git/HEAD 2>/dev/null || echo source)
  reference=${head#ref: }
  if [ "$reference" != "$head" ]; then
    head=$(cat ".git/$reference" 2>/dev/null || sed -n "s|^\([0-9a-f]*\) $reference\$|\1|p" .git/packed-refs)
  fi
  echo "${head:-source}" | cut -c 1-7
}

compile() {
  ./mvnw --batch-mode --no-transfer-progress -q -Dquick -Dmaven.test.skip \
    -Dmaven.gitcommitid.skip "-Dgit.commit.id.abbrev=$(commit)" \
    -pl server -am package org.cyclonedx:cyclonedx-maven-plugin:makeBom
}

# The libraries' lists are Maven's; this is the one of what they run on.
list_java() {
  . "$JAVA_HOME/release"
  cat >"$1/java.cdx.json" <<JSON
{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [
 {"type": "platform", "name": "OpenJDK", "publisher": "$IMPLEMENTOR", "version": "$JAVA_RUNTIME_VERSION",
  "cpe": "cpe:2.3:a:oracle:openjdk:$JAVA_VERSION:*:*:*:*:*:*:*", "purl": "pkg:generic/openjdk@$JAVA_VERSION"}]}
JSON
}

server() {
  cp -r server/target/quarkus-app /server/app
  cp deploy/server.options /server/jvm.options
  # The database has a container of its own; these carry and unpack the one that CMM brings elsewhere
  for jar in io.zonky.test.postgres org.apache.commons.commons-compress org.tukaani.xz commons-io commons-codec \
    org.apache.commons.commons-lang3; do
    rm /server/app/lib/main/"$jar"[.-]*.jar
  done
  mkdir /server/sbom
  cp server/target/bom.json /server/sbom/server.cdx.json
  list_java /server/sbom
}

agent() {
  tar -xzf agent/target/cmm-agent-linux.tar.gz -C /agent --strip-components 1
  rm /agent/cmm-agent
  mkdir /agent/sbom
  cp agent/target/bom.json /agent/sbom/agent.cdx.json
  list_java /agent/sbom
}

compile
server
agent
