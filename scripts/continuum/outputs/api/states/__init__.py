"""What states say, as data: a document and a table."""

from .fill_states import filled_states
from .rows import rows

__all__ = ["filled_states", "rows"]
