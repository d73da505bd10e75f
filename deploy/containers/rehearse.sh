#!/bin/sh
# Starts the server once on a database to throw away and writes /opt/cmm/start.aot, which makes later starts quick.
set -eu
export CMM_DATABASE_URL=postgresql://postgres:trusted@127.0.0.1:5432/postgres CMM_DATA=/tmp/data

gosu postgres initdb -D /tmp/database --auth=trust --no-sync >/dev/null
gosu postgres pg_ctl -D /tmp/database -o '-c listen_addresses=127.0.0.1 -c fsync=off' -l /tmp/database.log -w start >/dev/null
/opt/cmm/java/bin/java @/opt/cmm/jvm.options -XX:AOTCacheOutput=/opt/cmm/start.aot -jar /opt/cmm/app/quarkus-run.jar &
server=$!
until /opt/cmm/java/bin/java -cp /opt/cmm/app/app/server-*.jar org.cmm.server.platform.HealthProbe; do
  kill -0 "$server"
  sleep 1
done
kill "$server"
wait "$server" || [ $? -eq 143 ]
gosu postgres pg_ctl -D /tmp/database -m immediate stop >/dev/null
[ -s /opt/cmm/start.aot ]
