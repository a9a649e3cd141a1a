#!/bin/sh
# Starts the broker. On the first start its storage is formatted with the users of the secret: name=password, one a line.
set -eu
: "${KAFKA_HOME:=/opt/kafka}" "${KAFKA_DATA:=/var/lib/kafka/data}" "${KAFKA_SECRETS:=/run/secrets}"
: "${KAFKA_TEMPLATE:=/etc/netral/server.properties}" "${KAFKA_RUN:=/tmp}"
: "${KAFKA_ADVERTISED:?the listeners as clients reach them, as CLIENTS://kafka:9092,AGENCIES://kafka.example:9094}"

umask 077
config=$KAFKA_RUN/server.properties
{
  cat "$KAFKA_TEMPLATE"
  printf 'log.dirs=%s\n' "$KAFKA_DATA"
  printf 'advertised.listeners=BROKER://127.0.0.1:%s,%s\n' "${KAFKA_BROKER_PORT:-9091}" "$KAFKA_ADVERTISED"
  printf 'ssl.keystore.location=%s\n' "$KAFKA_SECRETS/kafka-pem"
} >"$config"

if [ ! -e "$KAFKA_DATA/meta.properties" ]; then
  set --
  while IFS='=' read -r name password; do
    [ -z "$name" ] || set -- "$@" --add-scram "SCRAM-SHA-512=[name=$name,password=$password]"
  done <"$KAFKA_SECRETS/kafka-users"
  [ $# -gt 0 ] || { echo "kafka-users: found no user, expected name=password, one a line" >&2; exit 78; }
  # What it says on success has the users' keys in it.
  "$KAFKA_HOME/bin/kafka-storage.sh" format --standalone --cluster-id "$("$KAFKA_HOME/bin/kafka-storage.sh" random-uuid)" --config "$config" "$@" >/dev/null
fi
exec "$KAFKA_HOME/bin/kafka-server-start.sh" "$config"
