"""Rules that compare the file's dates with today.

That a page is overdue is advice and stops nothing: a site that no longer builds because a day has passed would freeze its oldest
pages, and readers would not learn that they are old. The page itself tells them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..model import Continuum, Review
from ..words import Words
from .fault import Fault, at

A_DAY = timedelta(1)  # where an editor lives it may already be tomorrow
LONGEST = timedelta(731)
HOW_TO_CHECK = "check the page against its sources, then set “checked:” to that day and “next:” to the day of the check after it."


def _reviews(continuum: Continuum) -> Iterator[Review]:
    """Yield every review of the file."""
    return (group for group in continuum.everything if isinstance(group, Review))


def checks_have_happened(continuum: Continuum, words: Words, today: date) -> Iterator[Fault]:
    """The day of the last check has come."""
    for review in _reviews(continuum):
        if review.checked > today + A_DAY:
            text = f"The day of the last check ({review.checked}) is still to come. Today is {today}."
            yield at(review, "checked", text=text, fix="write the day on which it was checked.")


def changes_have_happened(continuum: Continuum, words: Words, today: date) -> Iterator[Fault]:
    """The day of a change has come."""
    for change in continuum.changes:
        if change.date > today + A_DAY:
            text = f"The day of this change ({change.date}) is still to come. Today is {today}."
            yield at(change, "date", text=text, fix="write the day of the change, or add this line when that day has come.")


def checks_are_not_overdue(continuum: Continuum, words: Words, today: date) -> Iterator[Fault]:
    """The day of the next check has not passed."""
    for review in _reviews(continuum):
        if review.overdue(today) and review.next > review.checked:  # else another rule says that the two are out of order
            text = f"The next check was due on {review.next}. Until it is done, the page tells readers so."
            yield at(review, "next", text=text, fix=HOW_TO_CHECK, advice=True)


def checks_come_within_two_years(continuum: Continuum, words: Words, today: date) -> Iterator[Fault]:
    """No more than two years lie between a check and the next one."""
    for review in _reviews(continuum):
        if review.next - review.checked > LONGEST:
            text = f"From the last check ({review.checked}) to the next one ({review.next}) are more than 2 years."
            yield at(review, "next", text=text, fix="choose an earlier day. Rules and numbers change within a year or two.", advice=True)


RULES = [checks_have_happened, changes_have_happened, checks_are_not_overdue, checks_come_within_two_years]
