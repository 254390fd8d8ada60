#!/bin/sh
# Makes sure that the browsers, fonts, servers and tools are there for the tests that look at pages.
set -e
PATH="$PATH:/usr/sbin"
missing=""
need() { command -v "$1" >/dev/null || missing="$missing $2"; }
command -v google-chrome >/dev/null || need chromium "chromium fonts-liberation"
need java default-jre-headless
need npm "nodejs npm"
if command -v apt-get >/dev/null; then
    # The heights of pieces are measured in these letters.
    [ -e /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf ] || missing="$missing fonts-noto-core"
    need firefox-esr firefox-esr
    need WebKitWebDriver webkit2gtk-driver
    need Xvfb "xvfb xauth"
    need nginx nginx
    need apache2 "apache2-bin media-types"
    need caddy caddy
    # Not every distribution has it. Without it the same tests take longer.
    faster=""
    command -v google-chrome >/dev/null || command -v chromium-headless-shell >/dev/null || faster="chromium-headless-shell"
    [ -z "$missing$faster" ] && exit 0
    as_root=""
    if [ "$(id -u)" != 0 ]; then
        # Nobody is asked for rights for the sake of a few minutes.
        [ -n "$missing" ] || { echo "There is no $faster here: tests take longer."; exit 0; }
        command -v sudo >/dev/null || { echo "As root, install:$missing"; exit 1; }
        as_root="sudo"
    fi
    $as_root apt-get update -qq
    # RUNLEVEL=1: the tests start the servers themselves; none of them should begin to serve this machine.
    # shellcheck disable=SC2086
    [ -z "$missing" ] || $as_root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
    [ -z "$faster" ] || $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$faster" || echo "There is no $faster here: tests take longer."
    for server in nginx caddy; do
        case "$missing" in *"$server"*) $as_root systemctl disable --quiet "$server" 2>/dev/null || true ;; esac
    done
else
    command -v java >/dev/null || { echo "Java is missing: install a Java runtime, version 17 or newer."; exit 1; }
    command -v npm >/dev/null || { echo "Node is missing: install Node 20 or newer."; exit 1; }
    .venv/bin/python -m playwright install chromium firefox webkit
fi
