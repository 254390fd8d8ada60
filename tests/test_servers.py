"""The site under nginx, Apache and Caddy, each with the example that is published with it,
and what `_headers` tells two hosts.

The servers are Debian's own. For Netlify and Cloudflare Pages the way they read `_headers`
is written out below. It gave the same headers as their own programs did
(@netlify/headers-parser 9.0.3, wrangler 4.86.0).
"""

from __future__ import annotations

import functools
import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest

pytestmark = pytest.mark.browser

AROUND = Path(__file__).with_name("servers")
SERVERS = ["nginx", "apache", "caddy"]
HOSTS = ["netlify", "cloudflare"]
ROOT = getattr(os, "geteuid", lambda: 1)() == 0

EVERYWHERE = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "permissions-policy": (
        "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    "cache-control": "public, max-age=300, must-revalidate",
    "x-frame-options": "",
    "strict-transport-security": "",
}
OURS = {"content-security-policy": "frame-ancestors 'self'"}
CLOSED = {
    "access-control-allow-origin": "",
    "cross-origin-resource-policy": "",
    "cross-origin-embedder-policy": "",
    "x-robots-tag": "",
}
OPEN = {
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
}
UNLISTED = {"x-robots-tag": "noindex"}
PAGE = EVERYWHERE | OURS | CLOSED
PIECE = EVERYWHERE | OPEN | UNLISTED | {"cross-origin-embedder-policy": "require-corp"}
SCRIPT = EVERYWHERE | OPEN
DATA = EVERYWHERE | OURS | OPEN | UNLISTED
FEED = EVERYWHERE | OURS | OPEN

HEADERS = {
    "": PAGE,
    "levels/iop/": PAGE,
    "levels/iop": PAGE,
    "no-such-page/": PAGE,
    "api/": PAGE,
    "embed/": PAGE,
    "embed/it/": PAGE,
    "assets/site.css": PAGE,
    "embed/v1/levels/iop/": PIECE,
    "embed/v1/levels/iop": PIECE,
    "embed/v1/child.js": PIECE,
    "embed/v1.js": SCRIPT,
    "embed/v1.0.1.js": SCRIPT
    | {"cache-control": "public, max-age=31536000, immutable"},
    "api/v1/levels.json": DATA,
    "api/v1/levels.schema.json": DATA,
    "api/v1/matrix.csv": DATA,
    "oembed/levels/iop.json": DATA,
    "changes.xml": FEED,
    "assets/continuum.svg": FEED,
}
TYPES = {
    "": "text/html; charset=utf-8",
    "levels/iop/": "text/html; charset=utf-8",
    "no-such-page/": "text/html; charset=utf-8",
    "api/v1/no-such.json": "text/html; charset=utf-8",
    "embed/v1/levels/iop/": "text/html; charset=utf-8",
    "embed/v1/child.js": "text/javascript; charset=utf-8",
    "embed/v1.js": "text/javascript; charset=utf-8",
    "embed/v1.0.0.js": "text/javascript; charset=utf-8",
    "assets/site.css": "text/css; charset=utf-8",
    "api/v1/levels.json": "application/json",
    "api/v1/levels.schema.json": "application/json",
    "api/v1/matrix.csv": "text/csv; charset=utf-8",
    "oembed/levels/iop.json": "application/json",
    "changes.xml": "application/atom+xml",
    "assets/continuum.svg": "image/svg+xml",
}
NOT_THERE = ("levels/iop", "embed/v1/levels/iop", "no-such-page/")


@dataclass(frozen=True)
class Answer:
    """What came back. A header that was not sent is empty;
    one that was sent twice shows both values.
    """

    address: str
    status: int
    sent: list[tuple[str, str]]
    body: bytes = b""

    def __getitem__(self, name: str) -> str:
        return " AND ".join(value for key, value in self.sent if key.lower() == name)


Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def folder(site) -> Iterator[Path]:
    """A copy of the site, and a folder for each server, where a user without rights can use them:
    no server runs as root here.
    """
    own = Path(tempfile.mkdtemp(prefix="levels-of-care-"))
    own.chmod(0o755)
    shutil.copytree(site, own / "site")
    (own / "site" / ".well-known").mkdir()
    (own / "site" / ".well-known" / "proof.txt").write_text("proof")
    (own / "secret.txt").write_text("secret")
    (own / "site" / "out.txt").symlink_to(own / "secret.txt")
    (own / "site" / "levels" / ".draft.html").write_text("draft")
    for name in SERVERS:
        (own / name).mkdir()
        if ROOT:
            shutil.chown(own / name, "nobody")
    yield own
    shutil.rmtree(own)


@pytest.fixture(scope="module")
def ways(folder) -> Iterator[dict[str, Ask]]:
    """All five ways to ask for an address: three servers, and two hosts that tell headers only."""
    rules = read_rules((folder / "site/_headers").read_text(encoding="utf-8"))
    with ExitStack() as stack:
        servers = {name: stack.enter_context(running(name, folder)) for name in SERVERS}
        yield servers | {
            "netlify": told_by(netlify, rules),
            "cloudflare": told_by(cloudflare, rules),
        }


@pytest.fixture(params=SERVERS)
def ask(request, ways) -> Ask:
    """A way to ask a server."""
    return ways[request.param]


@pytest.fixture(params=SERVERS + HOSTS)
def ask_any(request, ways) -> Ask:
    """A way to ask a server or a host."""
    return ways[request.param]


# Of each server: its program, the published example,
# what to change in that besides the folder, and how to start it.
PROGRAMS = {
    "nginx": (
        "nginx",
        "nginx.conf",
        {
            "listen 80;": "listen 127.0.0.1:PORT;",
            "server_name levels-of-care.example;": "server_name 127.0.0.1;",
        },
        ["-p", "OWN", "-e", "OWN/errors.log", "-c", "OWN/nginx.conf"],
    ),
    "apache": (
        "apache2",
        "apache.conf",
        {
            "<VirtualHost *:80>": "<VirtualHost *:PORT>",
            "ServerName levels-of-care.example": "ServerName 127.0.0.1",
        },
        ["-f", "OWN/apache.conf", "-D", "FOREGROUND"],
    ),
    "caddy": (
        "caddy",
        "Caddyfile",
        {"\nlevels-of-care.example {": "\nhttp://127.0.0.1:PORT {"},
        ["run", "--config", "OWN/Caddyfile", "--adapter", "caddyfile"],
    ),
}


@contextmanager
def running(name: str, folder: Path) -> Iterator[Ask]:
    """Run a server on this machine alone, with the published example."""
    program, example, changes, arguments = PROGRAMS[name]
    own, port = folder / name, free_port()

    def filled(text: str) -> str:
        return text.replace("OWN", str(own)).replace("PORT", str(port))

    text = (folder / "site/servers" / example).read_text(encoding="utf-8")
    for old, new in {"/srv/levels-of-care": str(folder / "site"), **changes}.items():
        assert old in text, f"{example} no longer says {old}"
        text = text.replace(old, filled(new))
    (own / "example").write_text(text, encoding="utf-8")
    (own / example).write_text(
        filled((AROUND / example).read_text(encoding="utf-8")), encoding="utf-8"
    )
    with started(program, [filled(each) for each in arguments], own, port):
        yield functools.partial(fetched, port)


@contextmanager
def started(program: str, arguments: list[str], own: Path, port: int) -> Iterator[None]:
    """Start a server as a user without rights, wait until it answers, and end it."""
    found = shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin")
    assert found, f"{program} is missing: sh tests/browser/setup.sh installs it"
    environment = {"PATH": os.environ["PATH"], "HOME": str(own)}
    with (own / "said.log").open("w") as said:
        user = "nobody" if ROOT else None
        process = subprocess.Popen(
            [found, *arguments], env=environment, stdout=said, stderr=said, user=user
        )
    try:
        until = time.monotonic() + 20
        while not listening(port):
            assert process.poll() is None and time.monotonic() < until, (
                own / "said.log"
            ).read_text()
            time.sleep(0.02)
        yield
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def listening(port: int) -> bool:
    """Return whether somebody listens on a port."""
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def fetched(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Return a server's answer, just as it was sent."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(
        method,
        f"/{path}",
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return Answer(
        f"http://127.0.0.1:{port}/{path}", answer.status, answer.getheaders(), body
    )


Rule = tuple[str, list[str], dict[str, str]]


def read_rules(text: str) -> list[Rule]:
    """Return the rules of `_headers`: a path, the headers taken away, the headers given."""
    rules: list[Rule] = []
    for line in map(str.strip, text.split("\n")):
        if line.startswith("/"):
            rules.append((line, [], {}))
        elif line.startswith("! "):
            rules[-1][1].append(line[2:].lower())
        elif line and not line.startswith("#"):
            name, value = line.lower().split(":", 1)[0], line.split(":", 1)[1].strip()
            assert name not in rules[-1][2], f"{name} stands twice in one rule"
            rules[-1][2][name] = value
    return rules


def told_by(
    host: Callable[[list[Rule], str], dict[str, str]], rules: list[Rule]
) -> Ask:
    """Return a way to ask which headers a host would send."""
    return lambda path: Answer(path, 0, list(host(rules, f"/{path}").items()))


def cloudflare(rules: list[Rule], path: str) -> dict[str, str]:
    """Return the headers as Cloudflare's program puts them together: take away, then give;
    a second value joins the first.
    """
    sent: dict[str, str] = {}
    for pattern, taken, given in rules:
        if re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), path):
            sent = {name: value for name, value in sent.items() if name not in taken}
            sent |= {
                name: f"{sent[name]}, {value}" if name in sent else value
                for name, value in given.items()
            }
    return sent


def netlify(rules: list[Rule], path: str) -> dict[str, str]:
    """Return the headers as Netlify's program puts them together: nothing is taken away,
    and the later value stands.

    Its star between slashes needs no slash before what it matches,
    and beside a star a point matches anything.
    """
    sent: dict[str, str] = {}
    for pattern, _, given in rules:
        parts = [
            part.replace("*", "?(.*)" if part == "*" else "(.*)")
            if "*" in part
            else re.escape(part)
            for part in pattern.split("/")
        ]
        if re.fullmatch(f"/{'/'.join(filter(None, parts))}/?", path, re.I):
            sent |= given
    return sent


@pytest.mark.parametrize("path", HEADERS)
def test_every_address_has_its_headers(path, ask_any):
    """Pages may not be framed and pieces may; what is meant for other sites may be
    read by them; only a numbered script is kept for long. So too where nothing is, and
    where the last slash is missing.
    """
    answer, expected = ask_any(path), HEADERS[path]
    assert {name: answer[name] for name in expected} == expected


@pytest.mark.parametrize(
    "path", [path for path, expected in HEADERS.items() if expected is PIECE]
)
def test_any_site_may_frame_a_piece(path, ask_any):
    """A piece comes with no word about who may frame it,
    and no policy from outside that would forbid what its own allows.
    """
    assert ask_any(path)["content-security-policy"] in ("", "base-uri 'none'")


@pytest.mark.parametrize(
    "path",
    [
        "embed/v1/..%2f..%2flevels/iop/",
        "embed/v1/%2e%2e/%2e%2e/levels/iop/",
        "embed/v1/../../levels/iop/",
    ],
)
def test_no_detour_makes_a_page_a_piece(path, ask):
    """A page that is asked for by way of the pieces' folder stays a page
    that no other site may frame.
    """
    answer = ask(path)
    assert (
        answer.status in (400, 404)
        or answer["content-security-policy"] == "frame-ancestors 'self'"
    )


def test_the_servers_and_a_host_agree_on_every_file(site, ways):
    """For each single file and folder of the site,
    the three servers and Cloudflare send the same headers.
    """

    def headers(way: str, path: str) -> list:
        answer = ways[way](path)
        return [
            *(answer[name] for name in EVERYWHERE | CLOSED),
            "frame-ancestors" in answer["content-security-policy"],
        ]

    paths = [
        str(file.relative_to(site)).removesuffix("index.html")
        for file in site.rglob("*")
        if file.is_file()
    ]
    differing = [
        (way, path)
        for path in paths
        for way in SERVERS
        if headers(way, path) != headers("cloudflare", path)
    ]
    assert len(paths) > 300
    assert differing == []


def test_every_numbered_script_is_kept_for_long(site, ask_any):
    """Each script with a full version number may be kept for a year;
    in `_headers` each needs a rule of its own.
    """
    scripts = [f"embed/{file.name}" for file in (site / "embed").glob("v*.*.*.js")]
    assert scripts
    assert {ask_any(script)["cache-control"] for script in scripts} == {
        "public, max-age=31536000, immutable"
    }


@pytest.mark.parametrize(
    "path",
    [
        "no-such-page/",
        "embed/v1/no-such-piece/",
        "embed/v1.9.9.js",
        "api/v1/no-such.json",
        "api/v1/no-such.csv",
    ],
)
def test_a_missing_address_is_answered_with_our_page(path, site, ask):
    """What is not there gets status 404 and the site's own page,
    as a page that nobody may frame or keep for long.
    """
    answer = ask(path)
    assert answer.status == 404
    assert answer.body == (site / "404.html").read_bytes()
    assert {name: answer[name] for name in OURS} == OURS
    assert answer["content-type"] == "text/html; charset=utf-8"
    assert answer["cache-control"] == EVERYWHERE["cache-control"]


@pytest.mark.parametrize("path", [path for path in HEADERS if path not in NOT_THERE])
def test_the_file_itself_arrives(path, site, ask):
    """An address is answered with its file, a folder with its page."""
    answer, file = ask(path), site / path
    assert answer.status == 200
    assert answer.body == (file / "index.html" if file.is_dir() else file).read_bytes()


@pytest.mark.parametrize("path", TYPES)
def test_every_kind_of_file_has_its_type(path, ask):
    """Browsers are told what each file is, for they may not guess."""
    assert ask(path)["content-type"] == TYPES[path]


@pytest.mark.parametrize("path", ["changes.xml", "api/v1/matrix.csv"])
@pytest.mark.parametrize("host", HOSTS)
def test_hosts_are_told_the_types_they_may_not_know(host, path, ways):
    """`_headers` says what the feed and the table are; the hosts know the rest."""
    assert ways[host](path)["content-type"] == TYPES[path]


@pytest.mark.parametrize("path", ["levels/iop", "embed/v1/levels/iop"])
def test_a_missing_slash_is_added(path, ask):
    """An address without its last slash leads to the one with it, on the same site."""
    answer = ask(path)
    assert answer.status in (301, 308)
    assert urljoin(answer.address, answer["location"]) == f"{answer.address}/"


@pytest.mark.parametrize("path", [path for path in HEADERS if not path.endswith("iop")])
def test_asking_for_headers_alone_gives_the_same_headers(path, ask):
    """HEAD is answered like GET, without the body."""
    whole, alone = ask(path), ask(path, "HEAD")
    assert (alone.status, alone.body) == (whole.status, b"")
    assert [each for each in alone.sent if each[0] != "Date"] == [
        each for each in whole.sent if each[0] != "Date"
    ]


@pytest.mark.parametrize("path", [path for path in HEADERS if path not in NOT_THERE])
def test_text_travels_compressed(path, ask):
    """Every kind of text is sent compressed to browsers that can read it."""
    answer = ask(path, accept_encoding="gzip, br")
    assert (answer["content-encoding"], answer["vary"].lower()) == (
        "gzip",
        "accept-encoding",
    )
    assert gzip.decompress(answer.body) == ask(path).body


@pytest.mark.parametrize("path", ["levels/iop/", "embed/v1.js", "assets/site.css"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_what_has_not_changed_is_not_sent_again(encoding, path, ask):
    """A browser that has the file is told that it still holds, with the same headers."""
    first = ask(path, accept_encoding=encoding)
    known = {
        "if_none_match": first["etag"],
        "if_modified_since": first["last-modified"],
    }
    again = ask(
        path,
        accept_encoding=encoding,
        **{name: value for name, value in known.items() if value},
    )
    assert (again.status, again.body) == (304, b"")
    assert again["cache-control"] == first["cache-control"]


@pytest.mark.parametrize("path", ["assets/", "embed/v1/", "api/v1/"])
def test_no_folder_is_listed(path, site, ask):
    """A folder without a page shows the page for what is missing, never a list of files."""
    assert not (site / path / "index.html").exists()
    answer = ask(path)
    assert answer.status in (403, 404)
    assert answer.body == (site / "404.html").read_bytes()


@pytest.mark.parametrize("path", ["", "no-such-page/", "levels/iop"])
def test_the_version_of_the_server_is_not_told(path, ask):
    """No header and no page of the server's own gives away which version runs."""
    answer = ask(path)
    assert answer["server"] in ("nginx", "Apache", "")
    assert not re.search(rb"(nginx|apache|caddy)/?\s?\d", answer.body, re.I)


@pytest.mark.parametrize("name", SERVERS)
def test_nobody_is_written_down(name, ways, folder):
    """No log holds the address of a reader, or what was read,
    even where the server's main settings log every visit.
    """
    for path in (
        "levels/iop/",
        "levels/iop",
        "no-such-page/",
        "no-such.js",
        "assets/",
        "embed/v1/levels/iop/",
    ):
        assert ways[name](path, user_agent="a reader").status
    kept = "".join(file.read_text() for file in (folder / name).glob("*.log"))
    assert not [
        word
        for word in (
            "levels/iop",
            "no-such-page",
            "client: 127",
            "client 127",
            "a reader",
        )
        if word in kept
    ]


@pytest.mark.parametrize(
    "path", [".made-by-levels-of-care", "levels/.draft.html", ".git/config", ".env"]
)
def test_no_file_that_begins_with_a_dot_is_shown(path, site, ask):
    """It is answered like one that is not there."""
    answer = ask(path)
    assert answer.status == 404
    assert answer.body == (site / "404.html").read_bytes()


def test_what_well_known_is_made_for_is_shown(ask):
    """Others prove with it that the name is theirs."""
    answer = ask(".well-known/proof.txt")
    assert (answer.status, answer.body) == (200, b"proof")


def test_a_link_out_of_the_folder_leads_nowhere(ways, folder):
    """Caddy cannot be told so, and its example says it."""
    for name in SERVERS:
        answer = ways[name]("out.txt")
        if name == "caddy":
            example = folder / "site" / "servers" / "Caddyfile"
            said = example.read_text(encoding="utf-8")
            assert "Caddy follows links" in said
        else:
            assert answer.status in (403, 404), name
            assert b"secret" not in answer.body
