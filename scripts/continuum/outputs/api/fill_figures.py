"""Level -> what tables say of it, in the shape of the data: its numbers, and their answers."""

from __future__ import annotations

from typing import Any

from ...addresses import at
from ...model.base import FIGURES
from ...model.claim import Claim, LengthClaim
from ...model.level import Attendance, Level, MedicalBackup, ServiceUse, Work
from ...views.around import services_of
from ...views.speaking import Speaker
from . import shape
from .envelope import backed


def told_by_figures(say: Speaker, level: Level) -> dict[str, Any]:
    """Return what tables say of it: its numbers, and the answers to their questions."""
    sleep = shape.Sleep(
        where=level.sleep.where,
        text=say.text(level.sleep.text),
        **backed(level.sleep),
    )
    services = [
        _service(say, use) for _, together in services_of(level) for use in together
    ]
    return {
        "figures": _figures(say, level),
        "sleep": sleep,
        "medical": _medical(say, level.medical),
        "attend": _attendance(say, level.attend),
        "work": _work(say, level.work),
        "services": services,
    }


def _figures(say: Speaker, level: Level) -> shape.Figures:
    filled = {}
    for figure in FIGURES:
        # False comes before True.
        in_force = [claim for claim in level.figure(figure) if not claim.until]
        ordered = sorted(in_force, key=lambda claim: not claim.headline)
        filled[figure] = [filled_claim(say, figure, claim) for claim in ordered]

    return shape.Figures(**filled)


def filled_claim(say: Speaker, figure: str, claim: Claim) -> shape.Claim:
    """Return a number in the shape of the data."""
    unit = claim.unit if isinstance(claim, LengthClaim) else figure
    return shape.Claim(
        text=say.phrases.amount(figure, claim),
        whose=whose(say, claim.whose),
        audience=claim.who,
        headline=claim.headline,
        min=_amount(claim.min),
        max=_amount(claim.max),
        under=_amount(claim.under),
        unit=unit,
        counts=note(say, claim.counts),
        note=note(say, claim.note),
        **backed(claim),
    )


def _amount(value: float | None) -> int | float | None:
    """Return a number as people write it: 9 rather than 9.0."""
    if value is None or value != int(value):
        return value
    return int(value)


def note(say: Speaker, text: str | None) -> str | None:
    """Return a note as readers see it; None where there is none."""
    if not text:
        return None
    return say.text(text)


def whose(say: Speaker, id: str) -> shape.Whose:
    """Return the authority whose number or name something is."""
    authority = say.authorities[id]
    return shape.Whose(
        id=id,
        name=authority.name,
        kind=authority.kind,
    )


def _medical(say: Speaker, medical: MedicalBackup) -> shape.Medical:
    grade = say.supervision[medical.grade]
    return shape.Medical(
        grade=medical.grade,
        name=grade.name,
        text=say.text(medical.text),
        **backed(medical),
    )


def _attendance(say: Speaker, attend: Attendance | None) -> shape.Attendance | None:
    if attend is None:
        return None
    return shape.Attendance(
        form=attend.form,
        text=say.text(attend.text),
        **backed(attend),
    )


def _work(say: Speaker, work: Work | None) -> shape.Work | None:
    if work is None:
        return None
    return shape.Work(
        text=say.text(work.text),
        note=note(say, work.note),
        **backed(work),
    )


def _service(say: Speaker, use: ServiceUse) -> shape.ServiceUse:
    service = say.services[use.service]
    return shape.ServiceUse(
        id=use.service,
        name=service.name,
        part=use.part,
        url=f"{say.publication.url}{at('services')}#{use.service}",
        note=note(say, use.note),
        **backed(use),
    )
