"""What a piece and its scripts do not do: obey strangers, tell where they stand,
store or fetch anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from clinics import (
    Clinic,
    body_height,
    clinic,
    fits,
    frame_height,
    frame_of,
    opened,
    snippet,
    until,
)
from serving import served

pytestmark = pytest.mark.browser

# What other tools for frames send, with heights that would be seen,
# and what would harm a page that obeyed.
FORGED = """height => [
  { type: "loc:height", v: 1, height },
  { type: "loc:height", height: 9999, print: 9999 },
  { sentinel: "amp", type: "embed-size", height },
  { message: "height", value: height, secret: "abcdefghij" },
  { message: "link", value: "https://example.com/", secret: "abcdefghij" },
  "pymxPYMx0xPYMxheightxPYMx" + height,
  "pymxPYMx0xPYMxnavigateToxPYMxhttps://example.com/",
  "[iFrameSizer]0:" + height + ":0:init",
  { type: "iframe-resized", width: 1, height },
  { "datawrapper-height": { x: height } },
  JSON.stringify({ src: location.href, context: "iframe.resize", height }),
  { type: "loc:html", html: "<img src=x onerror=window.pwn=1>" },
  { type: "loc:style", style: "display:none" },
  { type: "loc:navigate", url: "https://example.com/" },
  { type: "loc:height", height: "<img src=x onerror=window.pwn=1>" },
  null, 0, "", [], { type: null },
]"""


@pytest.fixture(scope="module")
def stranger() -> Iterator[Clinic]:
    """Someone else's website."""
    with clinic() as made:
        yield made


def test_a_stranger_on_the_page_changes_nothing(engine, host, stranger, site, address):
    """Messages from another frame and from the page itself, in the words of six tools,
    move no height, lead nowhere and run nothing.
    """
    shout = f"""
    const forged = ({FORGED})(7777);
    setInterval(() => forged.forEach(said =>
      [parent, ...Array.from(parent.frames)].forEach(to => to.postMessage(said, '*'))
    ), 50)
    """
    bad = stranger.page(f"<script>{shout}</script>shouting")
    code = snippet(site, address).replace(' loading="lazy"', "")
    page = opened(
        engine, host.page(f'{code}<iframe src="{bad}" height="50" data-loc></iframe>')
    )
    frame = frame_of(page, "levels/iop")
    true, here = fits(page, frame), page.url
    page.evaluate(f"""({FORGED})(8888).forEach(said => {{
      postMessage(said, '*');
      try {{ parent.postMessage(said, '*') }} catch {{}}
    }})""")
    page.wait_for_timeout(800)
    assert (frame_height(page), page.url) == (true, here)
    assert page.evaluate("window.pwn") is None
    assert frame.evaluate(
        "[window.pwn, document.querySelectorAll('img, iframe, [style*=\":\"]').length]"
    ) == [None, 0]
    assert frame.url.startswith(address)


NOT_HEIGHTS = [
    "-1",
    "0",
    "39",
    "20001",
    "1e9",
    "NaN",
    "Infinity",
    "'600'",
    "'<img>'",
    "null",
    "undefined",
    "[600]",
    "{}",
    "true",
]


def test_only_heights_are_heights(browser, host, site, address):
    """From the right frame too, anything but a number from 40 to 20,000 is ignored."""
    page = opened(browser, host.page(snippet(site, address)))
    frame = frame_of(page, "levels/iop")
    true = fits(page, frame)
    for height in NOT_HEIGHTS:
        frame.evaluate(
            f"parent.postMessage({{ type: 'loc:height', height: {height} }}, '*')"
        )
        page.wait_for_timeout(60)
        assert frame_height(page) == true, height
    frame.evaluate(
        "parent.postMessage({ type: 'loc:height', height: 555, print: 'x' }, '*')"
    )
    until(lambda: frame_height(page) == 555, "a height that counts")


def test_the_wrong_address_is_not_heard(browser, host, stranger, site, address):
    """A frame that was led to another site is no longer heard, though it is the same frame."""
    code = snippet(site, address).replace(
        'sandbox="allow-scripts ', 'sandbox="allow-scripts allow-same-origin '
    )
    page = opened(browser, host.page(code))
    true = fits(page, frame_of(page, "levels/iop"))
    elsewhere = stranger.page(
        "<script>parent.postMessage({ type: 'loc:height', height: 5000 }, '*')</script>"
    )
    page.frames[1].goto(elsewhere)
    page.wait_for_timeout(300)
    assert frame_height(page) == true


def test_a_page_that_shouts_at_a_piece(engine, host, site, address):
    """A page that sends a piece thousands of messages, junk and real ones,
    gets at most one answer for each picture the browser draws, and nothing breaks.
    """
    errors = []
    page = engine.new_context().new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    count = """<script>
      window.answers = 0;
      addEventListener('message', event => (answers += event.data.type === 'loc:height'))
    </script>"""
    page.goto(host.page(count + snippet(site, address)))
    frame = frame_of(page, "levels/iop")
    fits(page, frame)
    before = page.evaluate("answers")
    drawn = page.evaluate(
        """async forged => {
      const inside = frames[0];
      let drawn = 0, go = true;
      const draw = () => { drawn++; if (go) requestAnimationFrame(draw) };
      requestAnimationFrame(draw);
      for (let round = 0; round < 20; round++) {
        for (let at = 0; at < 200; at++) {
          inside.postMessage({ type: "loc:hello" }, "*");
          inside.postMessage({ type: "junk", at }, "*");
          inside.postMessage("loc:hello", "*");
        }
        await new Promise(done => setTimeout(done, 20));
      }
      await new Promise(done => setTimeout(done, 300));
      go = false;
      return drawn;
    }""",
        None,
    )
    answers = page.evaluate("answers") - before
    assert 0 < answers <= drawn + 2
    assert fits(page, frame)
    assert errors == []
    page.context.close()


def test_a_request_says_nothing_about_the_page(engine, host, site):
    """A piece is asked for without referrer and cookie, and its address holds nothing of the page.
    It stores nothing and asks nobody else.
    """
    seen = []
    with served(site, seen=seen) as address:
        context = engine.new_context()
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        where = host.page(snippet(site, address))
        page.goto(where)
        frame = frame_of(page, "levels/iop")
        fits(page, frame)
        frame.locator("summary").first.click()
        fits(page, frame)
        pieces = [
            (path, headers) for path, headers in seen if path.startswith("/embed/v1/")
        ]
        assert [path for path, _ in pieces] == [
            "/embed/v1/levels/iop/?theme=light",
            "/embed/v1/child.js",
        ]
        for _, headers in seen:
            assert "Cookie" not in headers
        for _, headers in pieces:
            assert "Referer" not in headers
        assert [
            url for url in asked if not url.startswith((address, host.address))
        ] == []
        assert context.cookies() == []
        with pytest.raises(Exception, match="(?i)insecure|denied|sandboxed"):
            frame.evaluate("localStorage.length")
        context.close()


def test_scripts_never_look_around(site):
    """No script of ours names the referrer, the page around, storage,
    cookies or a way to send anything but a message.
    """
    for file in (site / "embed").rglob("*.js"):
        text = file.read_text(encoding="utf-8")
        for word in (
            "referrer",
            "ancestorOrigins",
            "top.",
            "Storage",
            "cookie",
            "fetch",
            "XMLHttp",
            "sendBeacon",
            "eval",
            "innerHTML",
            "document.write",
            "location.href",
            "location=",
        ):
            assert word not in text, (file.name, word)


@pytest.mark.parametrize(
    "sandbox",
    [
        "ours",
        "allow-same-origin allow-forms allow-popups allow-scripts allow-pointer-lock",
    ],
)
def test_links_open_a_tab_that_knows_nothing(sandbox, browser, host, site, address):
    """A link to the full page or to a source opens a new tab without opener and referrer,
    in our sandbox and in that of a builder; numbers can be dialed and read.
    """
    code = snippet(site, address)
    code = (
        code
        if sandbox == "ours"
        else code.replace(
            "allow-scripts allow-popups allow-popups-to-escape-sandbox", sandbox
        )
    )
    page = opened(browser, host.page(code))
    frame = frame_of(page, "levels/iop")
    fits(page, frame)
    with page.context.expect_page() as found:
        frame.locator("a.full").click()
    tab = found.value
    tab.wait_for_load_state()
    assert tab.url == address + "levels/iop/"
    assert tab.evaluate("[opener, document.referrer]") == [None, ""]
    for link in frame.locator(".foot a, main a").all():
        assert (
            link.get_attribute("target"),
            "noopener" in link.get_attribute("rel"),
        ) == ("_blank", True)
    dial = frame.locator('.crisis a[href^="tel:"]').all()
    assert len(dial) >= 3
    assert all(
        link.get_attribute("href").removeprefix("tel:") in link.inner_text()
        for link in dial
    )


@pytest.mark.parametrize("sandbox", ["allow-scripts", None])
def test_data_can_be_fetched_from_anywhere(sandbox, engine, host, site):
    """Where the server sends what our header files say, a script on another origin, or on none,
    reads the data and what a link becomes.
    """
    with served(site, {"Access-Control-Allow-Origin": "*"}) as address:
        ask = f"""
        const got = path => fetch("{address}" + path).then(answer => answer.json());
        Promise.all(["api/v1/levels.json", "oembed/levels/iop.json"].map(got))
          .then(found => document.title = "got " + found.map(one => Object.keys(one)[0]).join())
        """
        inner = host.page(f"<script>{ask}</script>")
        page = opened(
            engine,
            inner
            if sandbox is None
            else host.page(f'<iframe sandbox="{sandbox}" src="{inner}"></iframe>'),
        )
        # news of frames arrives while something is asked
        frame = until(
            lambda: (
                page.evaluate("1")
                and next((frame for frame in page.frames if frame.url == inner), None)
            ),
            "the frame",
        )
        until(lambda: frame.evaluate("document.title").startswith("got "), "an answer")
        assert (
            frame.evaluate("document.title")
            == f"got {next(iter(json.loads((site / 'api/v1/levels.json').read_text())))},version"
        )
        assert body_height(frame) is not None
