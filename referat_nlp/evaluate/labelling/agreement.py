"""How far annotators agree: percentage, Cohen's kappa, Krippendorff's alpha, and where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from ...errors import EmptyInputError, MissingExtraError
from ..gold.files import GoldMeeting
from ..gold.schema import GoldAbsence, GoldBallot, GoldItem, GoldPerson

NONE = "ingen"
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Agreement on one field.

    Attributes:
        field: The field.
        n: Items that at least two annotators labelled.
        agreement: Share of them on which all who labelled them agree.
        kappa: Cohen's kappa, the mean over pairs of annotators; None where it is not defined (one label only).
        alpha: Krippendorff's alpha for nominal labels; None where it is not defined.
        kappas: Cohen's kappa of each pair, by their names joined with " – ".
    """

    field: str
    n: int
    agreement: float
    kappa: float | None
    alpha: float | None
    kappas: dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One item that annotators label differently; ``labels`` by annotator, for those who labelled it."""

    field: str
    document: str
    number: str | None
    title: str | None
    labels: dict[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of two or more annotators on the items that they share."""

    annotators: tuple[str, ...]
    items: int
    fields: tuple[FieldAgreement, ...]
    disagreements: tuple[Disagreement, ...]

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Unit:
    document: str
    number: str | None
    title: str | None
    items: dict[str, GoldItem]


def agreement(labels: Mapping[str, Sequence[GoldMeeting]]) -> Agreement:
    """Compare annotators on the items that at least two of them labelled.

    Ballots, absences, reservations and dissent agree where the whole sets are the same.

    Args:
        labels: The labelled meetings of each annotator, by name.

    Returns:
        For each field that two labelled the figures, and every disagreement.

    Raises:
        EmptyInputError: No item is labelled by two.
        MissingExtraError: scikit-learn or nltk is not installed.
    """
    annotators = tuple(labels)
    units = [unit for unit in _units(labels) if len(unit.items) > 1]
    fields = []
    disagreements = []
    for name, shown in _FIELDS.items():
        rows = [(unit, _labels(unit, name, shown)) for unit in units]
        rows = [(unit, said) for unit, said in rows if len(said) > 1]
        if not rows:
            continue
        fields.append(_field(name, annotators, [said for _, said in rows]))
        disagreements += [
            Disagreement(name, unit.document, unit.number, unit.title, said)
            for unit, said in rows
            if len(set(said.values())) > 1
        ]
    if not fields:
        advice = "Give sheets or gold of the same documents, with the same items labelled."
        raise EmptyInputError("no item is labelled by two annotators", advice=advice)
    return Agreement(annotators, len(units), tuple(fields), tuple(disagreements))


def _units(labels: Mapping[str, Sequence[GoldMeeting]]) -> Iterable[_Unit]:
    units: dict[tuple[str, str], _Unit] = {}
    for annotator, meetings in labels.items():
        for meeting in meetings:
            source = meeting.gold.source
            for item in meeting.gold.items:
                key = (source.sha256 or meeting.name, item.id or item.number or item.title or "")
                unit = units.setdefault(key, _Unit(source.path or meeting.name, item.number, item.title, {}))
                unit.items[annotator] = item
    return units.values()


def _labels(unit: _Unit, name: str, shown: Callable[[GoldItem], str]) -> dict[str, str]:
    return {annotator: shown(item) for annotator, item in unit.items.items() if item.labels(name)}


def _field(name: str, annotators: Sequence[str], rows: Sequence[Mapping[str, str]]) -> FieldAgreement:
    same = sum(len(set(said.values())) == 1 for said in rows)
    kappas: dict[str, float | None] = {}
    for one, other in combinations(annotators, 2):
        pairs = [(said[one], said[other]) for said in rows if one in said and other in said]
        if pairs:
            kappas[f"{one} – {other}"] = _kappa(pairs)
    known = [kappa for kappa in kappas.values() if kappa is not None]
    mean = sum(known) / len(known) if known else None
    return FieldAgreement(name, len(rows), same / len(rows), mean, _alpha(rows), kappas)


def _kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa (1960); where both use one and the same label, chance alone agrees and it is not defined."""
    try:
        from sklearn.metrics import cohen_kappa_score
    except ImportError:
        raise MissingExtraError("agreement needs scikit-learn: pip install 'referat-nlp[evaluate]'") from None
    if len({label for pair in pairs for label in pair}) == 1:
        return None
    return float(cohen_kappa_score(*zip(*pairs, strict=True)))


def _alpha(rows: Sequence[Mapping[str, str]]) -> float | None:
    """Krippendorff's alpha (1980) with the nominal distance; not defined where there is one label only."""
    try:
        from nltk.metrics.agreement import AnnotationTask
    except ImportError:
        raise MissingExtraError("agreement needs nltk: pip install 'referat-nlp[evaluate]'") from None
    if len({label for said in rows for label in said.values()}) == 1:
        return None
    data = [(annotator, n, label) for n, said in enumerate(rows) for annotator, label in said.items()]
    return float(AnnotationTask(data=data).alpha())


def _people(people: Sequence[GoldPerson]) -> str:
    return "; ".join(sorted(map(_person, people))) or NONE


def _person(person: GoldPerson) -> str:
    if person.name and person.party:
        return f"{person.name} ({person.party})"
    return person.name or person.party or (f"{list(person.span)}" if person.span else _UNKNOWN)


def _absence(absence: GoldAbsence) -> str:
    return f"{_person(absence)}: {absence.kind}"


def _ballot(ballot: GoldBallot) -> str:
    """A ballot in one line: all of it that two readers must find alike."""
    counts = ballot.counts
    numbers = (("for", counts.for_), ("against", counts.against), ("abstain", counts.abstain))
    sides = (("for", ballot.for_), ("against", ballot.against), ("abstain", ballot.abstain))
    parts = [ballot.motion, ballot.result or _UNKNOWN]
    parts += ["unanimous"] if ballot.unanimous else []
    parts += [f"{number} {side}" for side, number in numbers if number is not None]
    parts += [f"{side}: {_people(voters)}" for side, voters in sides if voters]
    return ", ".join(parts)


_FIELDS: Mapping[str, Callable[[GoldItem], str]] = {
    "type": lambda item: item.type or NONE,
    "types": lambda item: " + ".join(sorted(item.types)) or NONE,
    "outcome": lambda item: item.outcome or NONE,
    "ballots": lambda item: " | ".join(sorted(map(_ballot, item.ballots))) or NONE,
    "absent": lambda item: "; ".join(sorted(map(_absence, item.absent))) or NONE,
    "reservations": lambda item: _people(item.reservations),
    "dissent": lambda item: _people(item.dissent),
}
