#!/bin/sh
# Makes sure that the browsers, fonts and tools are there for the tests that look at pages.
set -e
missing=""
need() { command -v "$1" >/dev/null || missing="$missing $2"; }
command -v google-chrome >/dev/null || need chromium "chromium fonts-liberation fonts-noto-core"
need java default-jre-headless
need npm "nodejs npm"
if command -v apt-get >/dev/null; then
    need firefox-esr firefox-esr
    need WebKitWebDriver webkit2gtk-driver
    need Xvfb "xvfb xauth"
    [ -z "$missing" ] && exit 0
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    $as_root apt-get install -y -qq --no-install-recommends $missing
else
    command -v java >/dev/null || { echo "Java is missing: install a Java runtime, version 17 or newer."; exit 1; }
    command -v npm >/dev/null || { echo "Node is missing: install Node 20 or newer."; exit 1; }
    .venv/bin/python -m playwright install chromium firefox webkit
fi
