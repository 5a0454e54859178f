#!/bin/sh
# A PostgreSQL of its own for tests and benchmarks: an empty cluster in a directory, run by a user that is not root,
# reachable only from this machine, with an ordinary role that may create databases.
#
#   throwaway-postgres.sh start DIRECTORY PORT   prints its URL
#   throwaway-postgres.sh stop DIRECTORY         removes it
set -eu
action=$1
directory=$2
port=${3:-0}
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$binaries" ] || binaries=$(dirname "$(command -v initdb)")

as_ordinary_user() {
  if [ "$(id -u)" = 0 ]; then su postgres -s /bin/sh -c "$1"; else sh -c "$1"; fi
}

case $action in
  start)
    # A vacuum at work belongs to the administrator, and a test could not drop its database while it runs.
    mkdir -p "$directory"
    [ "$(id -u)" = 0 ] && chown postgres "$directory"
    as_ordinary_user "'$binaries/initdb' -D '$directory/cluster' -U admin --auth=trust --encoding=UTF8 --locale=C >'$directory/log' 2>&1"
    as_ordinary_user "'$binaries/pg_ctl' -D '$directory/cluster' -w -l '$directory/log' -o '-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=${CLOUDBURO_TEST_FSYNC:-off} -c autovacuum=${CLOUDBURO_TEST_FSYNC:-off} -c max_connections=200' start >/dev/null 2>&1"
    as_ordinary_user "'$binaries/psql' -q -h 127.0.0.1 -p $port -U admin -d postgres -c 'create role cloudburo login createdb'"
    as_ordinary_user "'$binaries/createdb' -h 127.0.0.1 -p $port -U admin -O cloudburo cloudburo"
    echo "postgres://cloudburo@127.0.0.1:$port/cloudburo"
    ;;
  stop)
    as_ordinary_user "'$binaries/pg_ctl' -D '$directory/cluster' -m immediate stop >/dev/null 2>&1" || true
    rm -rf "$directory"
    ;;
esac
