"""Text from the content stays text in Markdown: GitHub shows it as it is and calls nobody."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import pytest
from continuum.report.markdown import fenced, plain
from continuum.report.marking import marked

TEXTS = [
    "a | b",
    "a\nb\r\n\n\nc",
    "`code` ``more``",
    "**bold** _it_ __more__ ~~no~~ ***",
    "<b> <img src=x onerror=y> <!-- z --> </td>",
    "[a](b) ![c](d) [e]: f [g][h] [^1] - [x]",
    "&amp; &lt;b&gt; &#8203; &#64;",
    "\\ \\| \\* \\\\",
    "- item",
    "+ item",
    "* item",
    "1. one",
    "12) twelve",
    "9.5 hours, 3) days",
    "-5",
    "---",
    "===",
    "# heading #",
    "> quote",
    "~~~",
    "```",
    "| a | b |",
    ":---: | ---",
    "    indented",
    "\tindented",
    "@octocat a@example.org @org/team",
    "see #12, owner/name#3, GH-12, gh-4",
    "deadbeef1234 0123456 owner/name@deadbeef1234",
    "https://a.example http://a.example/b_c ftp://a.example www.a.example",
    ":tada: :+1: :e-mail: at 9:30:00",
    "$5 to $10, $$x$$",
    "\x00\x07\x1b[31m\x85\u2028\u2029",
    "שלום می\u200cخواهم “é” 中文 😀",
]
# What GitHub makes something of once it has read the Markdown, in the text that is shown.
CALLS = re.compile(
    r"@\w|#\d|GH-\d|://|www\.|:[\w+-]+:|\$\S*\$|(?<!\w)[0-9a-f]{7,40}(?!\w)", re.I
)
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
LONG = " ".join(f"word{number}" for number in range(90))


class Shown(HTMLParser):
    """Gathers the elements of a page and its text."""

    def __init__(self, page: str):
        super().__init__()
        self.elements, self.text = set(), ""
        extensions = ["tables", "fenced_code", "nl2br", "sane_lists"]
        self.feed(markdown.markdown(page, extensions=extensions))

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)

    def handle_data(self, data):
        self.text += data


def one_line(text: str) -> str:
    """Return a text as a reader knows it: on one line, without signs that nobody can see."""
    clean = re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text)
    return " ".join(clean.split())


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("around", "elements"),
    [
        ("a\n\n{}\n\nz", {"p"}),
        ("#### a\n{}\n\nz", {"h4", "p"}),
        ("#### a {}\n\nz", {"h4", "p"}),
        ("a: {}\nz", {"p", "br"}),
        ("**a:** {} z", {"p", "strong"}),
        ("**a {}** z", {"p", "strong"}),
        ("[a {}](x) z", {"p", "a"}),
        ("| a | b |\n| --- | --- |\n| {} | z |", TABLE),
    ],
)
def test_a_text_stays_text(text, around, elements):
    """Wherever it stands in a page, it is what it was, and no element comes of it."""
    page = Shown(around.format(plain(text)))
    assert page.elements - {"span"} == elements
    words = re.sub(r"\s+", " ", page.text.replace("\u200b", ""))
    assert one_line(text) in words
    assert words.split()[0].startswith("a") and words.split()[-1] == "z"


@pytest.mark.parametrize("text", TEXTS)
def test_nobody_is_called(text):
    """In what is shown GitHub finds no person, issue, commit, address, emoji or formula."""
    page = plain(text).replace("<span>$</span>", "")
    assert "\n" not in page
    assert not CALLS.search(Shown(page).text)
    assert not re.search(r"(?<!\\)[|`\[\]*_]|<|>|\$|~", page)


def test_most_texts_read_well_where_nothing_renders_them():
    """Everyday signs stay as they are: a table is read in a terminal too."""
    text = "For teens (12 to 17): 6–19 hours, “often” 9.5; that's 100% – Dr. Lee's rule/idea!"
    assert plain(text) == text


def test_lines_cannot_close_their_fence():
    """Lines that hold fences stand in a longer one, and what does not fit is counted."""
    assert fenced(["````", "x"], "diff", 100) == "`````diff\n````\nx\n`````"
    cut = fenced(["aaaa"] * 10, "diff", 12)
    assert cut == "```diff\naaaa\naaaa\n```\n\n… and 8 more lines."


def test_what_differs_is_marked():
    """What goes is struck out and what comes is bold; what has nothing in common stays plain."""
    assert marked("You go home.", "You go out.") == (
        "You go ~~home.~~",
        "You go **out.**",
    )
    assert marked("", "You go.") == ("", "You go.")
    assert marked("one two three four five six seven", "x") == (
        "one two three four five six seven",
        "x",
    )


def test_marks_around_a_hostile_text_stay_marks():
    """A text that holds the signs of marks is struck out or bold as a whole."""
    was, will = marked("You **go** ~~home~~", "You **stay** [x](y)")
    assert Shown(will).elements == {"p", "strong"}
    assert Shown(will).text == "You **stay** [x](y)"
    assert was.count("~~") == 2


def test_long_prose_is_cut_to_the_changed_words():
    """Of a long text the changed words are shown, with a few around them."""
    was, will = marked(f"{LONG} nine {LONG}", f"{LONG} ten {LONG}")
    assert "~~nine~~" in was and "**ten**" in will
    assert was.startswith("… word84") and was.endswith("word5 …") and len(was) < 150
