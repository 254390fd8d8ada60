"""What states say, as data: a document and a table."""

from .fill import filled_states
from .rows import rows

__all__ = ["filled_states", "rows"]
