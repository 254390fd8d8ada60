#!/bin/sh
# Makes sure that a Chromium and fonts are there for the tests that look at pages.
set -e
if command -v chromium >/dev/null || command -v google-chrome >/dev/null; then exit 0; fi
if command -v apt-get >/dev/null; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    $as_root apt-get update -qq
    $as_root apt-get install -y -qq --no-install-recommends chromium fonts-liberation fonts-noto-core
else
    .venv/bin/python -m playwright install chromium
fi
