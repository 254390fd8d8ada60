"""Pages: every address of the site that a reader can open."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import pair_id, url_of
from ..editors.help import id_of, kinds, pieces, report, title_of
from ..rendering.output import Page
from ..rendering.renderer import Renderer
from ..views.diagram import continuum_diagram, small_bars
from ..views.speaking import together


def home(render: Renderer) -> Iterator[Page]:
    """Yield the home page: what this is, three doors, the line of levels."""
    site, review = render.say.content.site, render.say.review_of_all
    html = render.page(
        "home",
        "index.md",
        review=review,
        diagram=continuum_diagram(render.say),
        alone=False,
    )
    yield Page("index.md", site.title, site.purpose, html, site.line)


def matrix(render: Renderer) -> Iterator[Page]:
    """Yield all levels side by side: readers' questions down, levels across. Search leaves it out, as it does all that repeats."""
    w, html = (
        render.say.phrases,
        render.page("levels", "levels/index.md", review=render.say.review_of_all),
    )
    yield Page(
        "levels/index.md",
        w("levels.title"),
        w("levels.in_short"),
        html,
        searchable=False,
    )


def levels(render: Renderer) -> Iterator[Page]:
    """Yield a page for each level, all with the same sections in the same order."""
    say, scale = render.say, small_bars(render.say)
    for level in say.content.levels:
        path = f"levels/{level.id}.md"
        html = render.page(
            "level",
            path,
            level=level,
            line=level.line,
            review=level.review,
            scale=scale,
        )
        yield Page(path, say.name(level), say.text(level.in_a_line), html, level.line)


def week(render: Renderer) -> Iterator[Page]:
    """Yield the example weeks of all levels side by side. Search leaves them out: each level's page has its own."""
    w, html = (
        render.say.phrases,
        render.page("week", "week.md", review=render.say.review_of_all),
    )
    yield Page("week.md", w("week.title"), w("week.in_short"), html, searchable=False)


def hours(render: Renderer) -> Iterator[Page]:
    """Yield the levels by how many hours they take and where you sleep."""
    say, w = render.say, render.say.phrases
    html = render.page(
        "hours", "hours.md", review=say.review_of_all, scale=small_bars(say)
    )
    yield Page("hours.md", w("hours.title"), w("hours.in_short"), html)


def compare(render: Renderer) -> Iterator[Page]:
    """Yield the list of all comparisons."""
    w, html = (
        render.say.phrases,
        render.page("compare", "compare/index.md", review=render.say.review_of_all),
    )
    yield Page(
        "compare/index.md",
        w("compare.title"),
        w("compare.in_short"),
        html,
        searchable=False,
    )


def pairs(render: Renderer) -> Iterator[Page]:
    """Yield a page for every two levels. Search leaves them out: they repeat what the level pages say."""
    say, w, scale = render.say, render.say.phrases, small_bars(render.say)
    for a, b in say.pairs():
        path = f"compare/{pair_id(a, b)}.md"
        review = together([a.review, b.review])
        html = render.page(
            "pair", path, pair=say.pair(a, b), line=b.line, review=review, scale=scale
        )
        title, line = say.pair_title(a, b), w("compare.pair_line", a=a.name, b=b.name)
        yield Page(path, title, line, html, b.line, searchable=False)


def sheets(render: Renderer) -> Iterator[Page]:
    """Yield sheets that fit on one printed page: each level, the questions to ask, and what matters to you."""
    say, w = render.say, render.say.phrases
    for level in say.content.levels:
        path, name = f"print/{level.id}.md", say.name(level)
        html = render.page(
            "sheet",
            path,
            f"levels/{level.id}.md",
            level=level,
            line=level.line,
            review=level.review,
        )
        yield Page(
            path,
            w("sheet.title", name=name),
            w("sheet.line", name=name),
            html,
            level.line,
            False,
            f"levels/{level.id}/",
        )
    if say.content.ask:
        html = render.page(
            "sheet-ask", "print/ask.md", "ask.md", line=say.content.ask[0].line
        )
        yield Page(
            "print/ask.md",
            w("sheet.ask_title"),
            w("sheet.ask_lead"),
            html,
            say.content.ask[0].line,
            False,
            "ask/",
        )
    if say.content.matters:
        html = render.page(
            "sheet-matters", "print/what-matters.md", line=say.content.matters[0].line
        )
        yield Page(
            "print/what-matters.md",
            w("sheet.matters_title"),
            w("sheet.matters_lead"),
            html,
            say.content.matters[0].line,
            False,
        )


def questions(render: Renderer) -> Iterator[Page]:
    """Yield the questions that people ask, with short answers."""
    content, w = render.say.content, render.say.phrases
    line = content.faq[0].line if content.faq else 1
    yield Page(
        "faq.md",
        w("faq.title"),
        w("faq.in_short"),
        render.page("faq", "faq.md", line=line),
        line,
    )


def glossary(render: Renderer) -> Iterator[Page]:
    """Yield the words and letters, from A to Z."""
    content, w = render.say.content, render.say.phrases
    terms = sorted(content.words, key=lambda word: word.term.casefold())
    line = content.words[0].line if terms else 1
    yield Page(
        "words.md",
        w("words.title"),
        w("words.in_short"),
        render.page("words", "words.md", terms=terms, line=line),
        line,
    )


def services(render: Renderer) -> Iterator[Page]:
    """Yield what happens in treatment, one service at a time."""
    content, w = render.say.content, render.say.phrases
    line = content.services[0].line if content.services else 1
    yield Page(
        "services.md",
        w("services.title"),
        w("services.in_short"),
        render.page("services", "services.md", line=line),
        line,
    )


def ask(render: Renderer) -> Iterator[Page]:
    """Yield the questions to ask a program."""
    content, w = render.say.content, render.say.phrases
    line = content.ask[0].line if content.ask else 1
    yield Page(
        "ask.md",
        w("ask.title"),
        w("ask.in_short"),
        render.page("ask", "ask.md", line=line),
        line,
    )


def topics(render: Renderer) -> Iterator[Page]:
    """Yield a page for each topic of the file."""
    for topic in render.say.content.topics:
        html = render.page(
            "topic", f"{topic.id}.md", topic=topic, line=topic.line, review=topic.review
        )
        yield Page(
            f"{topic.id}.md",
            topic.title,
            render.say.text(topic.in_a_line),
            html,
            topic.line,
        )


def sources(render: Renderer) -> Iterator[Page]:
    """Yield every source, and whose numbers the site shows."""
    content, w = render.say.content, render.say.phrases
    line = content.sources[0].line
    yield Page(
        "sources.md",
        w("sources.title"),
        w("sources.in_short"),
        render.page("sources", "sources.md", line=line),
        line,
        searchable=False,
    )


def help(render: Renderer) -> Iterator[Page]:
    """Yield the ways to reach help."""
    content, w = render.say.content, render.say.phrases
    line = content.help[0].line
    html = render.page("get-help-now", "get-help-now.md", line=line)
    yield Page("get-help-now.md", w("help.title"), w("help.in_short"), html, line)


def publisher(render: Renderer) -> Iterator[Page]:
    """Yield who makes the site and how it is checked."""
    content, w = render.say.content, render.say.phrases
    line = content.publisher.line
    html = render.page("who-made-this", "who-made-this.md", line=line)
    yield Page(
        "who-made-this.md", w("publisher.title"), w("publisher.in_short"), html, line
    )


def changes(render: Renderer) -> Iterator[Page]:
    """Yield what changed, the newest first."""
    content, w = render.say.content, render.say.phrases
    line = content.changes[0].line if content.changes else 1
    html = render.page("changes", "changes.md", line=line)
    yield Page(
        "changes.md",
        w("changes.title"),
        w("changes.in_short"),
        html,
        line,
        searchable=False,
    )


def cite(render: Renderer) -> Iterator[Page]:
    """Yield how to cite the site and each level's page."""
    w, line = render.say.phrases, render.say.content.site.line
    html = render.page("cite", "cite.md", line=line)
    yield Page(
        "cite.md", w("publisher.cite"), w("cite.in_short"), html, line, searchable=False
    )


def search(render: Renderer) -> Iterator[Page]:
    """Yield the search page, which lists every page from A to Z for readers without scripts."""
    w = render.say.phrases
    yield Page(
        "search.md",
        w("search.title"),
        w("search.in_short"),
        render.page("search", "search.md"),
        searchable=False,
    )


def guide(render: Renderer) -> Iterator[Page]:
    """Yield the guide for editors: how to change a number, and every name of the file. Search leaves it out, as it does what is for developers."""
    w = render.say.phrases
    html = render.page(
        "guide",
        "guide.md",
        kinds=kinds(),
        title_of=title_of,
        id_of=id_of,
        pieces=pieces,
        report=report(),
    )
    yield Page(
        "guide.md", w("guide.title"), w("guide.in_short"), html, searchable=False
    )


def quality(render: Renderer, made: list[Page]) -> Iterator[Page]:
    """Yield what programs have checked and what nobody has, with the reading grade of every page made before."""
    say, w = render.say, render.say.phrases
    measured = [
        (page.title, url_of(page.path), *render.readings[page.path])
        for page in made
        if page.path in render.readings
    ]
    html = render.page("quality", "quality.md", rows=say.grades(measured))
    yield Page(
        "quality.md", w("quality.title"), w("quality.in_short"), html, searchable=False
    )
