"""What a document holds, field by field.

A field's docstring is what its schema and the page for developers say of it. The shape is a
promise: within version 1 a field is never removed, renamed or given another meaning. `tests/api/`
holds it to the first release.
"""

from .claims import Claim, Figures, Whose
from .dialect import schema_of, unwrapped
from .documents import (
    DOCUMENTS,
    Authority,
    Contact,
    Glossary,
    Grade,
    Help,
    Index,
    Levels,
    Listed,
    ListedLater,
    OneLevel,
    Source,
    Sources,
    Word,
)
from .head import Document, Licence, Review, Site
from .level import (
    Answer,
    Danger,
    Disagreement,
    Level,
    NameInStandard,
    Question,
    ServiceUse,
    Statement,
    Step,
)
from .life import Attendance, Medical, Sleep, Work
from .part import Part
from .state import State, StateClaim, StateName, States, StateStatement

__all__ = [
    "Answer",
    "Attendance",
    "Authority",
    "Claim",
    "Contact",
    "DOCUMENTS",
    "Danger",
    "Disagreement",
    "Document",
    "Figures",
    "Glossary",
    "Grade",
    "Help",
    "Index",
    "Level",
    "Levels",
    "Licence",
    "Listed",
    "ListedLater",
    "Medical",
    "NameInStandard",
    "OneLevel",
    "Part",
    "Question",
    "Review",
    "ServiceUse",
    "Site",
    "Sleep",
    "Source",
    "Sources",
    "State",
    "StateClaim",
    "StateName",
    "Statement",
    "StateStatement",
    "States",
    "Step",
    "Whose",
    "Word",
    "Work",
    "schema_of",
    "unwrapped",
]
