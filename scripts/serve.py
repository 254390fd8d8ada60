"""For editors: `python scripts/serve.py [PORT]` shows the site, follows each edit, and lists over the pages what is wrong with it.

A page is made when it is asked for, so an edit shows at once. The rest is made while nobody waits; what was good stays until it is made anew.
"""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
import traceback
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from continuum.language.phrases import MissingPhrase, UnfillablePhrase
from continuum.reading.tree import decode, locate
from continuum.report.panel import panel
from continuum.report.problem import ContentError, Findings, Place, Problem
from continuum.report.text import reports, whole
from continuum.settings import ROOT, TEMPLATES, WORDS
from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from mkdocs_hooks import Preview, paths_of

WATCHED = (
    "content",
    "overrides",
    "docs",
    "mkdocs.yml",
)  # not scripts/: Python goes on running what it has read
LOOK = 0.1  # seconds between two looks at the files
STILL = 0.1  # seconds that files must stand still before they are read: an editor may save one in several steps
RETURN = (
    1.0  # seconds that a file which is suddenly empty or gone is given to come back
)
IDLE = 0.3  # seconds without a request before what nobody asked for is made
PUT_BACK = "put it back, or give it its old name."
UNFILLED = "cannot be filled in"
HTML = "text/html; charset=utf-8"
TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
}
ALIVE = 5.0  # seconds between two signs of life to a page; where they fail, its tab was closed


class Watch:
    """Tells when files have changed and stand still again."""

    def __init__(self, root: Path):
        self.root = root
        self.seen = self._look()
        self.since = 0.0
        self.read = self._hashes({}, {})

    def changed(self) -> bool:
        """Return whether what the files hold differs from what they held the last time this was true."""
        now, then = self._look(), time.monotonic()
        if now != self.seen:
            self.seen, self.since = now, then
        if not self.since or then - self.since < (RETURN if self._lost() else STILL):
            return False
        self.since = 0.0
        before, self.read = self.read, self._hashes(self.read, self.seen)
        return {path: value for path, (_, value) in before.items()} != {
            path: value for path, (_, value) in self.read.items()
        }

    def _look(self) -> dict[Path, tuple[int, int]]:
        """Return when each file was written, and its size."""
        found = {}
        for path in (
            path
            for name in WATCHED
            for path in [self.root / name, *(self.root / name).rglob("*")]
        ):
            if not path.name.startswith(".") and not path.name.endswith("~"):
                with suppress(OSError):  # it may go while we look
                    if path.is_file():
                        found[path] = (path.stat().st_mtime_ns, path.stat().st_size)
        return found

    def _lost(self) -> bool:
        """Return whether a file that held something is empty or gone."""
        return any(
            self.seen.get(path, (0, 0))[1] == 0
            for path, ((_, size), _) in self.read.items()
            if size
        )

    def _hashes(
        self, known: dict, now: dict
    ) -> dict[Path, tuple[tuple[int, int], bytes]]:
        hashes = {}
        for path, stat in (now or self.seen).items():
            if path in known and known[path][0] == stat:
                hashes[path] = known[path]
            else:
                with suppress(OSError):
                    hashes[path] = stat, blake2b(path.read_bytes()).digest()
        return hashes


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets. A `page` follows edits and shows what is wrong."""

    status: int
    type: str
    body: bytes
    page: bool = False


class Editing:
    """The site while someone edits it: the newest good one, what was good before, and what is wrong now."""

    def __init__(self, root: Path, address: str, folder: Path):
        self.root, self.address, self.folder = root, address, folder
        self.making = threading.RLock()  # held while anything is made
        self.told = threading.Condition()  # held while what pages are told changes
        self.started = (
            time.time_ns()
        )  # pages of a server that ran before know that they are old
        self.good = self.trouble = 0
        self.findings: Findings | None = None
        self.listed: list[str] = []
        self.preview: Preview | None = None
        self.rest: Iterator[None] | None = None
        self.spoiled = False  # whether something could be read, but not made
        self.kept: dict[str, bytes] = {}  # by path: what was good before
        self.open: list[str] = []  # addresses of the pages that someone is looking at
        self.asked = 0.0
        templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
        )
        # Read once: what shows that a template is broken must not break with it.
        self.own = {
            name: templates.get_template(f"preview/{name}.html.j2")
            for name in ("problems", "alone", "head")
        }
        self.style = templates.get_template("preview/style.css.j2").render().encode()
        self.script = (TEMPLATES / "preview" / "follow.js").read_bytes()

    def read(self) -> None:
        """Read the files anew. Where they are good, every page that is open loads again, once; where not, it shows what is wrong."""
        with self.making:
            try:
                fresh = Preview(self.address, self.folder)
                for address in filter(fresh.knows, dict.fromkeys(self.open)):
                    fresh.answer(address)
                rest = fresh.rest()
                if self.spoiled:  # perhaps by a page that nobody looks at
                    deque(rest, 0)
            except Exception as error:
                self.tell(understood(error, self.root))
                return
            if self.preview:
                self.kept |= self.preview.finished()
            self.preview, self.rest, self.spoiled = fresh, rest, False
            self.tell(fresh.advice, good=True)

    def work(self) -> bool:
        """Make a little of what nobody has asked for yet; return whether there was anything to do."""
        if self.rest is None or time.monotonic() - self.asked < IDLE:
            return False
        with self.making:
            try:
                next(self.rest)
            except StopIteration:
                self.rest = None
            except Exception as error:
                self._spoil(error)
        return True

    def answer(self, address: str) -> Answer:
        """Return what stands at an address; where it cannot be made, what last stood there."""
        self.asked = time.monotonic()
        with self.making:
            try:
                found = (
                    self._answer(self.preview, address)
                    if self.preview
                    else self._kept(address)
                )
            except Exception as error:
                self._spoil(error)
                found = self._kept(address)
            return self._following(found) if found.page else found

    def tell(self, findings: Findings, good: bool = False) -> None:
        """Tell every open page that the site changed, or what is wrong."""
        with self.told:
            if good:
                self.good += 1
            listed = list(reports(findings))
            if listed != self.listed:
                self.listed = listed
                self.trouble += 1
                if findings.faults:
                    stay = "\nThe last good pages stay." * bool(self.preview)
                    print(f"\n{whole(findings)}{stay}", flush=True)
            self.findings = findings
            self.told.notify_all()

    def state(self) -> str:
        """Return what a page compares with its own state: which site it shows, and which list of problems."""
        return json.dumps(
            {"good": f"{self.started}.{self.good}", "trouble": f"{self.trouble}"}
        )

    def problems(self, alone: bool = False) -> str:
        """Return the list of what is wrong."""
        return self.own["problems"].render(panel=panel(self.findings), alone=alone)

    def own_file(self, name: str) -> Answer:
        """Return a file that pages need to follow edits."""
        with self.told:
            own = {
                "problems": (HTML, self.problems().encode()),
                "style.css": (TYPES[".css"], self.style),
                "follow.js": (TYPES[".js"], self.script),
            }
        return Answer(200, *own[name]) if name in own else Answer(404, HTML, b"")

    @contextmanager
    def looked_at(self, address: str) -> Iterator[None]:
        """Know that someone looks at a page, for as long as it lasts."""
        self.open.append(address)
        try:
            yield
        finally:
            self.open.remove(address)

    def _answer(self, preview: Preview, address: str) -> Answer:
        if found := preview.answer(address):
            return _answer_of(*found)
        if address and not address.endswith("/") and preview.answer(f"{address}/"):
            return Answer(302, f"/{address}/", b"")
        return Answer(404, HTML, preview.lost().encode(), page=True)

    def _kept(self, address: str) -> Answer:
        """Return what was good at an address before; without that, a page that holds nothing but the list."""
        kept = self.kept | (self.preview.finished() if self.preview else {})
        for path in paths_of(address):
            if path in kept:
                return _answer_of(path, kept[path])
        return Answer(
            503,
            HTML,
            self.own["alone"].render(panel=panel(self.findings)).encode(),
            page=True,
        )

    def _following(self, found: Answer) -> Answer:
        """Return a page with what makes it follow edits, and with the list of what is wrong."""
        with self.told:
            head = self.own["head"].render(**json.loads(self.state()))
            over = f'{self.problems(alone=found.status == 503)}<p class="editing-said" role="status"></p>'
        body = found.body.replace(b"</head>", head.encode() + b"</head>", 1).replace(
            b"<body>", b"<body>" + over.encode(), 1
        )
        return replace(found, body=body)

    def _spoil(self, error: Exception) -> None:
        self.spoiled, self.rest = True, None
        self.tell(understood(error, self.root))


def _answer_of(path: str, body: bytes) -> Answer:
    page = path.endswith(".md")
    return Answer(
        200,
        HTML if page else TYPES.get(Path(path).suffix, "application/octet-stream"),
        body,
        page,
    )


def understood(error: Exception, root: Path) -> Findings:
    """Return an error as problems of the files that it lies in.

    What is our own mistake is printed whole, for whoever can mend it.
    """
    match error:
        case ContentError():
            return error.findings
        case MissingPhrase() | UnfillablePhrase():
            return _of_phrase(error, root)
        case OSError(filename=name) if name:
            text = f"The file cannot be read: {error.strerror}."
            return _at(root, Path(name), 1, text, PUT_BACK)
        case TemplateSyntaxError(filename=name) if name:
            text = f"This template cannot be read: {error.message}"
            fix = "look at this line, and at the tags before it."
            return _at(root, Path(name), error.lineno, text, fix)
        case TemplateNotFound():
            text = "This template is not there."
            return _at(root, TEMPLATES / f"{error.name}", 1, text, PUT_BACK)

    found = _not_text(root) if isinstance(error, UnicodeDecodeError) else None
    return found or _of_template(error, root) or _of_ours(error, root)


def _of_template(error: Exception, root: Path) -> Findings | None:
    """Return a mistake as a problem of the template in which it came up, if it was in one.

    Jinja names the template and its line in the traceback, as if it were a program.
    """
    for step in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(step.filename)
        if path.is_relative_to(root / "overrides"):
            unknown = isinstance(error, TemplateError)
            what = "asks for something that does not exist" if unknown else UNFILLED
            text = f"This template {what}: {error}"
            fix = "look for a slip of the pen in this line."
            return _at(root, path, step.lineno, text, fix)
    return None


def _of_ours(error: Exception, root: Path) -> Findings:
    """Return a mistake of the program as a problem of the file in which it came up."""
    traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = f"The program itself made a mistake ({type(error).__name__}: {error})."
    text = f"{what} You did nothing wrong."
    fix = "undo the last change, and send what the terminal says to a developer."
    return _at(root, Path(last.filename), last.lineno, text, fix)


def _not_text(root: Path) -> Findings | None:
    """Return what is wrong with a file that is not saved as UTF-8."""
    for path in (
        path for name in WATCHED for path in [root / name, *(root / name).rglob("*")]
    ):
        if (
            path.suffix in (".yaml", ".yml", ".md", ".html", ".j2", ".js", ".json")
            and path.is_file()
        ):
            try:
                decode(path.read_bytes(), str(path.relative_to(root)))
            except ContentError as error:
                return error.findings
    return None


def _of_phrase(error: MissingPhrase | UnfillablePhrase, root: Path) -> Findings:
    """Return a phrase that is missing or cannot be filled as a problem of the file of phrases."""
    name, path = error.name, WORDS / f"{error.language}.yaml"
    where = locate(path.read_text(encoding="utf-8")).find(*name.split("."))
    if isinstance(error, MissingPhrase):
        text = f"The words for “{name}” are missing."
        last = name.split(".")[-1]
        fix = f"add them, or correct the name that was “{last}”."
        return _at(root, path, where.spot, text, fix, name)

    holes = ", ".join(f"{{{hole}}}" for hole in error.holes) or "none"
    text = f"This pattern cannot be filled in: {error.why}"
    fix = f"close each brace; the holes that can be filled here: {holes}."
    return _at(root, path, where.spot, text, fix, name)


def _at(
    root: Path, path: Path, place: int | Place, text: str, fix: str, way: str = ""
) -> Findings:
    name = str(path.relative_to(root)) if path.is_relative_to(root) else path.name
    source = (
        path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    )
    if not isinstance(place, Place):
        line = (source.split("\n") + [""] * place)[place - 1]
        start = len(line) - len(line.lstrip())
        place = Place(place, start + 1, max(1, len(line.rstrip()) - start))
    return Findings([Problem(place, way, text, fix)], name, source)


class Handler(BaseHTTPRequestHandler):
    """Answers a browser."""

    server: Server

    def do_GET(self) -> None:
        """Send a file of the site, or one of the preview's own under `/-preview/`."""
        address, editing = urlsplit(self.path), self.server.editing
        path = unquote(address.path).lstrip("/")
        with suppress(
            BrokenPipeError, ConnectionResetError
        ):  # a tab may be closed while it is answered
            if path == "-preview/state":
                self._follow(
                    unquote(parse_qs(address.query).get("at", ["/"])[0]).lstrip("/")
                )
            elif path.startswith("-preview/"):
                self._send(editing.own_file(path.removeprefix("-preview/")))
            else:
                self._send(editing.answer(path))

    def log_message(self, *_) -> None:
        """Keep the terminal for what editors need to know."""

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header(
            *("Location", answer.type)
            if answer.status == 302
            else ("Content-Type", answer.type)
        )
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(answer.body)

    def _follow(self, address: str) -> None:
        """Tell a page at once which site is the newest, and then each time it changes, until its tab is closed."""
        editing, said = self.server.editing, ""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        with editing.looked_at(address):
            while True:
                with editing.told:
                    editing.told.wait_for(
                        lambda said=said: editing.state() != said, ALIVE
                    )
                    now = editing.state()
                self.wfile.write(
                    f"data: {now}\n\n".encode() if now != said else b": \n\n"
                )
                self.wfile.flush()
                said = now


class Server(ThreadingHTTPServer):
    """Listens on this machine alone."""

    daemon_threads = True
    editing: Editing


def main(arguments: list[str]) -> int:
    """Serve until someone stops it. Return 0 then, 2 where the port is not free or not a number."""
    port = arguments[0] if arguments else "8000"
    try:
        server = Server(("127.0.0.1", int(port)), Handler)
    except (OSError, OverflowError, ValueError):
        print(
            f"{port} cannot be used: it is taken, or not a number from 0 to 65535. Choose another: python scripts/serve.py 8001"
        )
        return 2
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    with tempfile.TemporaryDirectory() as folder, suppress(KeyboardInterrupt):
        server.editing = editing = Editing(ROOT, address, Path(folder))
        watch = Watch(ROOT)
        editing.read()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(
            f"The site is at {address} and follows your edits. To stop, press Ctrl and C.",
            flush=True,
        )
        while True:
            follow(editing, watch)
    return 0


def follow(editing: Editing, watch: Watch) -> None:
    """Look at the files once, and use the time until the next look."""
    if watch.changed():
        editing.read()
    until = time.monotonic() + LOOK
    while time.monotonic() < until and editing.work():
        time.sleep(0)  # let those who wait come first
    time.sleep(max(0, until - time.monotonic()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
