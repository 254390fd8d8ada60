"""Rules about the file's dates: their order, and how they stand to today.

That a page is overdue is advice and stops nothing: a site that no longer builds because a day has
passed would freeze its oldest pages, and readers would not learn that they are old. The page
itself tells them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from ..model.base import Review
from .fault import Fault, at
from .figures import claims
from .subject import Subject

A_DAY = timedelta(1)  # where an editor lives it may already be tomorrow
LONGEST = timedelta(731)


def _reviews(subject: Subject) -> Iterator[Review]:
    """Yield every review of the file."""
    for group in subject.content.everything:
        if isinstance(group, Review):
            yield group


def reviews_are_in_order(subject: Subject) -> Iterator[Fault]:
    """The next check comes after the last one, and a clinician's check names the clinician.

    Readers see both dates and who checked; a date that ran backwards, or a check by nobody, would
    make them doubt the rest.
    """
    for review in _reviews(subject):
        if review.next <= review.checked:
            yield at(
                review,
                "next",
                text=f"The next check ({review.next}) is not after the last one "
                f"({review.checked}).",
                fix="correct one of the two dates.",
            )

        if review.state == "clinician" and not review.by:
            yield at(
                review,
                "state",
                text="No clinician is named.",
                fix="add “by:” with name and credentials, or write “state: editor”.",
            )


def changes_run_back_in_time(subject: Subject) -> Iterator[Fault]:
    """The list of changes runs from the newest to the oldest.

    No page was checked before it last changed: what was checked would not be what stands there.
    """
    changes = subject.content.changes
    for newer, older in pairwise(changes):
        if older.date > newer.date:
            yield at(
                older,
                "date",
                text=f"This change ({older.date}) is newer than the one above it "
                f"({newer.date}).",
                fix="move it up.",
            )

    levels = subject.content.levels
    checked = {level.id: level.review.checked for level in levels}
    for change in changes:
        for level in change.levels:
            if level in checked and change.date > checked[level]:
                yield at(
                    change,
                    "date",
                    text=f"“{level}” was last checked on {checked[level]}, "
                    "before this change.",
                    fix="check the level again and set its “checked:”, "
                    "or correct the date.",
                )


def checks_have_happened(subject: Subject) -> Iterator[Fault]:
    """The day of the last check has come.

    A page must not tell readers that it was checked on a day nobody has seen yet.
    """
    for review in _reviews(subject):
        if review.checked > subject.today + A_DAY:
            yield at(
                review,
                "checked",
                text=f"The day of the last check ({review.checked}) is still to come. "
                f"Today is {subject.today}.",
                fix="write the day on which it was checked.",
            )


def days_in_the_past_have_come(subject: Subject) -> Iterator[Fault]:
    """A source has been read, and a rule that is no longer in force has ended, by the day given.

    Readers are told both as things of the past.
    """
    content = subject.content
    read = [(source, "read", source.read) for source in content.sources]
    ended = [(claim, "until", claim.until) for _, _, claim in claims(content)]
    for group, name, day in [*ended, *read]:
        if day and day > subject.today + A_DAY:
            yield at(
                group,
                name,
                text=f"This day ({day}) is still to come. Today is {subject.today}.",
                fix="correct the day, or add this line when it has come.",
            )


def changes_have_happened(subject: Subject) -> Iterator[Fault]:
    """The day of a change has come. Readers look there for what has changed already."""
    for change in subject.content.changes:
        if change.date > subject.today + A_DAY:
            yield at(
                change,
                "date",
                text=f"The day of this change ({change.date}) is still to come. "
                f"Today is {subject.today}.",
                fix="write the day of the change, "
                "or add this line when that day has come.",
            )


def checks_are_not_overdue(subject: Subject) -> Iterator[Fault]:
    """The day of the next check has not passed. Facts about care go out of date."""
    for review in _reviews(subject):
        if review.next <= review.checked:
            continue  # another rule says that the two are out of order

        if review.overdue(subject.today):
            yield at(
                review,
                "next",
                text=f"The next check was due on {review.next}. "
                "Until it is done, the page tells readers so.",
                fix="check the page against its sources, then set “checked:” to that day "
                "and “next:” to the day of the check after it.",
                advice=True,
            )


def checks_come_within_two_years(subject: Subject) -> Iterator[Fault]:
    """No more than two years lie between a check and the next one.

    Rules, payers and numbers change faster than that.
    """
    for review in _reviews(subject):
        if review.next - review.checked > LONGEST:
            yield at(
                review,
                "next",
                text=f"From the last check ({review.checked}) to the next one "
                f"({review.next}) are more than 2 years.",
                fix="choose an earlier day. "
                "Rules and numbers change within a year or two.",
                advice=True,
            )


RULES = [
    changes_run_back_in_time,
    reviews_are_in_order,
    checks_have_happened,
    days_in_the_past_have_come,
    changes_have_happened,
    checks_are_not_overdue,
    checks_come_within_two_years,
]
