"""Hours of a day -> times as a language writes them."""

from __future__ import annotations

import datetime

from babel import Locale
from babel.dates import format_time

NO_BREAK = "\u00a0"


def clock(hour: float, locale: Locale) -> str:
    """Return an hour of the day, from 0 to 24, as a time on one line: "6 PM", "18:00"."""
    minutes = round(hour * 60)
    moment = datetime.time(minutes // 60 % 24, minutes % 60)
    form = "short"
    if not moment.minute and "a" in locale.time_formats["short"].pattern:
        form = locale.datetime_skeletons["h"].pattern
    return format_time(moment, form, locale=locale).replace(" ", NO_BREAK)
