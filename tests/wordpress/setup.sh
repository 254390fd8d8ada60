#!/bin/sh
# Makes sure that WordPress, and what it needs to run, are there.
set -e
PATH="$PATH:/usr/sbin"
missing=""
need() { command -v "$1" >/dev/null || missing="$missing $2"; }
need php php-cli
need mariadbd mariadb-server-core
need mariadb mariadb-client
command -v php >/dev/null && php -m | grep -qx mysqli || missing="$missing php-mysql"
[ -d /usr/share/wordpress ] || missing="$missing wordpress"
[ -d /var/lib/wordpress/wp-content/themes/twentytwentythree ] || missing="$missing wordpress-theme-twentytwentythree"
[ -z "$missing" ] && exit 0
command -v apt-get >/dev/null || { echo "Missing:$missing. The WordPress tests run on Debian and Ubuntu."; exit 1; }
as_root=""
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "As root, install:$missing"; exit 1; }
    as_root="sudo"
fi
$as_root apt-get update -qq
# RUNLEVEL=1: no server that comes along should begin to serve this machine.
# shellcheck disable=SC2086
$as_root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
