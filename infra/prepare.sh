#!/bin/sh
# Makes what docker-compose.yml asks for and nobody may share: passwords, keys and certificates, in infra/secrets and .env.
# What is there already is left as it is, so it can be run again after an upgrade. Needs openssl.
set -eu
cd "$(dirname "$0")/.."
secrets=${NETRAL_SECRETS:-infra/secrets}
env_file=${NETRAL_ENV_FILE:-.env}
public_host=${KAFKA_PUBLIC_HOST:-localhost}
umask 077
mkdir -p "$secrets"
touch "$env_file"
# A last line that an editor left without its end would swallow the first setting.
[ -z "$(tail -c 1 "$env_file")" ] || echo >>"$env_file"

random() { openssl rand -hex 24; }
# Only this folder's owner can reach the files; inside a container each has to be read by a user of its own.
keep() { cat >"$secrets/$1.new" && chmod 0444 "$secrets/$1.new" && mv "$secrets/$1.new" "$secrets/$1"; }
secret() { if [ -s "$secrets/$1" ]; then cat >/dev/null; else keep "$1"; fi; }
setting() { grep -q "^$1=" "$env_file" || printf '%s=%s\n' "$1" "$2" >>"$env_file"; }
value() { sed -n "s/^$1=//p" "$env_file" | tail -n 1; }

for name in KURRENTDB_ADMIN_PASSWORD KURRENTDB_OPS_PASSWORD KURRENTDB_PASSWORD MONGODB_PASSWORD MONGODB_VAULT_PASSWORD KAFKA_INGESTOR_PASSWORD; do setting "$name" "$(random)"; done
setting KAFKA_PUBLIC_HOST "$public_host"

random | secret mongodb-root-password
openssl rand -base64 756 | secret mongodb-key
openssl rand -base64 32 | secret netral-master-key
{
  echo "admin=$(random)"
  echo "ingestor=$(value KAFKA_INGESTOR_PASSWORD)"
  for agency in bawaslu kasn ppk bkn kemendagri operator; do echo "$agency=$(random)"; done
} | secret kafka-users

# One authority of this installation signs both servers; its key is needed again only for a new certificate.
if [ ! -s "$secrets/ca-crt" ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days 3650 -subj "/CN=Netral CA" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout "$secrets/ca.key" 2>/dev/null | keep ca-crt
  chmod 0400 "$secrets/ca.key"
fi

# certificate NAME COMMON-NAME ALTERNATIVE-NAMES: NAME-key and NAME-crt, for two years
certificate() {
  [ -s "$secrets/$1-crt" ] && return
  draft=$(mktemp -d)
  openssl req -new -newkey rsa:3072 -nodes -sha256 -subj "/CN=$2" -keyout "$draft/key" -out "$draft/request" 2>/dev/null
  printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth,clientAuth\nkeyUsage=digitalSignature,keyEncipherment\nbasicConstraints=CA:FALSE\n' "$3" >"$draft/extensions"
  openssl x509 -req -sha256 -days 730 -in "$draft/request" -extfile "$draft/extensions" -CA "$secrets/ca-crt" -CAkey "$secrets/ca.key" -CAcreateserial \
    -out "$draft/crt" 2>/dev/null
  keep "$1-key" <"$draft/key"
  keep "$1-crt" <"$draft/crt"
  rm -r "$draft"
}
certificate kurrentdb eventstoredb-node 'DNS:kurrentdb,DNS:localhost,IP:127.0.0.1'
case $public_host in *[!0-9.]*) name="DNS:$public_host" ;; *) name="IP:$public_host" ;; esac
certificate kafka "$public_host" "$name,DNS:kafka,DNS:localhost,IP:127.0.0.1"
cat "$secrets/kafka-key" "$secrets/kafka-crt" "$secrets/ca-crt" | secret kafka-pem

echo "ready: $env_file, $secrets"
