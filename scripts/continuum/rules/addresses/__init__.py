"""Rules about addresses: what will stand where, known before anything is built."""

from __future__ import annotations

from .doubled import parts_of_a_page_are_unique
from .meant import files_in_docs_are_meant_for_readers
from .savable import addresses_can_be_saved_everywhere
from .unique import addresses_are_unique

RULES = [
    addresses_are_unique,
    addresses_can_be_saved_everywhere,
    parts_of_a_page_are_unique,
    files_in_docs_are_meant_for_readers,
]
