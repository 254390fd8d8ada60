#!/bin/sh
# start.sh FOLDER: makes a throw-away WordPress in an empty folder, prints its address once it can be read, and runs until told to stop.
set -e
here=$(cd "$(dirname "$0")" && pwd)
PATH="$PATH:/usr/sbin"
sh "$here/setup.sh" >&2
mkdir -p "$1"
folder=$(cd "$1" && pwd)
socket="$folder/db.sock"
me=$(id -un)
running=""

stop() {
    trap - EXIT TERM INT
    # shellcheck disable=SC2086
    [ -z "$running" ] || kill $running 2>/dev/null || true
    wait
}
trap stop EXIT
trap 'exit 0' TERM INT

until_it_works() {
    tries=0
    until "$@" >>"$folder/log" 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 150 ] || { tail -20 "$folder/log" >&2; exit 1; }
        sleep 0.2
    done
}

# A copy, because WordPress finds its settings beside its own files.
cp -RL "${LOC_WORDPRESS:-/usr/share/wordpress}" "$folder/wordpress"
cp "$here/wp-config.php" "$folder/wordpress/"
mkdir -p "$folder/wordpress/wp-content/mu-plugins"
cp "$here/mu-plugin.php" "$folder/wordpress/wp-content/mu-plugins/"
port=$(php -r 'echo explode(":", stream_socket_get_name(stream_socket_server("tcp://127.0.0.1:0"), false))[1];')
# A name that our own site does not have: to WordPress and to the browser they are strangers.
echo "http://localhost:$port" >"$folder/address"

mariadb-install-db --no-defaults --user="$me" --datadir="$folder/data" --auth-root-authentication-method=normal --skip-test-db >"$folder/log" 2>&1
mariadbd --no-defaults --user="$me" --datadir="$folder/data" --socket="$socket" --pid-file="$folder/db.pid" --skip-networking >>"$folder/log" 2>&1 &
running=$!
until_it_works mariadb --no-defaults --socket="$socket" --user=root -e "CREATE DATABASE IF NOT EXISTS wordpress"
php "$here/install.php" "$folder" >>"$folder/log" 2>&1
php -S "127.0.0.1:$port" -t "$folder/wordpress" >>"$folder/log" 2>&1 &
running="$running $!"
# shellcheck disable=SC2016
until_it_works php -r 'exit(file_get_contents($argv[1]) ? 0 : 1);' "http://127.0.0.1:$port/readme.html"
cat "$folder/address"
wait
