#!/bin/sh
# Runs once, when PostgreSQL's cluster is new: a role that owns CMM's database and nothing else.
set -eu
psql --quiet --set ON_ERROR_STOP=1 --set password="$(cat /run/cmm-secrets/database)" --username postgres <<'SQL'
CREATE ROLE cmm LOGIN PASSWORD :'password';
CREATE DATABASE cmm OWNER cmm;
SQL
