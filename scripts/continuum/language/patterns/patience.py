"""How long a search may take whose pattern someone wrote."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from ...report.problem import Problem


class TooSlow(Exception):
    """A search did not end in time; `problem` says whose pattern that was, where it is known."""

    problem: Problem | None = None


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Let what follows use so many seconds of the processor. Raises TooSlow where it needs more.

    A search of Python looks for signals, and for nothing else. Only the main thread gets them, and
    systems other than Windows send them; elsewhere it may take as long as it does.
    """
    if not _gets_signals():
        yield
        return

    handler = signal.signal(signal.SIGVTALRM, _stop)
    left = signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, *left)
        signal.signal(signal.SIGVTALRM, handler)


def _gets_signals() -> bool:
    in_main = threading.current_thread() is threading.main_thread()
    return in_main and hasattr(signal, "setitimer")


def _stop(*_: object) -> None:
    raise TooSlow
