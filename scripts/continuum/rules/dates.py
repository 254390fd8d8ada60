"""Rules about the file's dates: their order, and how they stand to today.

That a page is overdue is advice and stops nothing: a site that no longer builds because a day has passed would freeze its oldest
pages, and readers would not learn that they are old. The page itself tells them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ..language.phrases import Phrases
from ..model.base import Review
from ..model.content import Content
from .fault import Fault, at

A_DAY = timedelta(1)  # where an editor lives it may already be tomorrow
LONGEST = timedelta(731)
HOW_TO_CHECK = "check the page against its sources, then set “checked:” to that day and “next:” to the day of the check after it."


def _reviews(content: Content) -> Iterator[Review]:
    """Yield every review of the file."""
    return (group for group in content.everything if isinstance(group, Review))


def reviews_are_in_order(content: Content, words: Phrases) -> Iterator[Fault]:
    """The next check comes after the last one, and a clinician's check names the clinician."""
    for review in _reviews(content):
        if review.next <= review.checked:
            text = f"The next check ({review.next}) is not after the last one ({review.checked})."
            yield at(review, "next", text=text, fix="correct one of the two dates.")
        if review.state == "clinician" and not review.by:
            yield at(
                review,
                "state",
                text="No clinician is named.",
                fix="add “by:” with name and credentials, or write “state: editor”.",
            )


def changes_run_back_in_time(content: Content, words: Phrases) -> Iterator[Fault]:
    """The list of changes runs from the newest to the oldest, and no page was checked before it last changed."""
    checked = {level.id: level.review.checked for level in content.levels}
    for newer, older in pairwise(content.changes):
        if older.date > newer.date:
            yield at(
                older,
                "date",
                text=f"This change ({older.date}) is newer than the one above it ({newer.date}).",
                fix="move it up.",
            )
    for change in content.changes:
        for level in change.levels:
            if level in checked and change.date > checked[level]:
                text = f"“{level}” was last checked on {checked[level]}, before this change."
                yield at(
                    change,
                    "date",
                    text=text,
                    fix="check the level again and set its “checked:”, or correct the date.",
                )


def checks_have_happened(
    content: Content, words: Phrases, today: date
) -> Iterator[Fault]:
    """The day of the last check has come."""
    for review in _reviews(content):
        if review.checked > today + A_DAY:
            text = f"The day of the last check ({review.checked}) is still to come. Today is {today}."
            yield at(
                review,
                "checked",
                text=text,
                fix="write the day on which it was checked.",
            )


def changes_have_happened(
    content: Content, words: Phrases, today: date
) -> Iterator[Fault]:
    """The day of a change has come."""
    for change in content.changes:
        if change.date > today + A_DAY:
            text = f"The day of this change ({change.date}) is still to come. Today is {today}."
            yield at(
                change,
                "date",
                text=text,
                fix="write the day of the change, or add this line when that day has come.",
            )


def checks_are_not_overdue(
    content: Content, words: Phrases, today: date
) -> Iterator[Fault]:
    """The day of the next check has not passed."""
    for review in _reviews(content):
        if (
            review.overdue(today) and review.next > review.checked
        ):  # else another rule says that the two are out of order
            text = f"The next check was due on {review.next}. Until it is done, the page tells readers so."
            yield at(review, "next", text=text, fix=HOW_TO_CHECK, advice=True)


def checks_come_within_two_years(
    content: Content, words: Phrases, today: date
) -> Iterator[Fault]:
    """No more than two years lie between a check and the next one."""
    for review in _reviews(content):
        if review.next - review.checked > LONGEST:
            text = f"From the last check ({review.checked}) to the next one ({review.next}) are more than 2 years."
            yield at(
                review,
                "next",
                text=text,
                fix="choose an earlier day. Rules and numbers change within a year or two.",
                advice=True,
            )


RULES = [changes_run_back_in_time, reviews_are_in_order]
DATED = [
    checks_have_happened,
    changes_have_happened,
    checks_are_not_overdue,
    checks_come_within_two_years,
]
