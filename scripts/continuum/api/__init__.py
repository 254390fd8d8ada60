"""The data that developers get: what documents hold (`shape`), how they are filled (`filled`), and how the page explains them (`fields`)."""

from __future__ import annotations

from .fields import parts
from .filled import FOLDER, documents, files, table
from .shape import DOCUMENTS, schema_of

__all__ = ["DOCUMENTS", "FOLDER", "documents", "files", "parts", "schema_of", "table"]
