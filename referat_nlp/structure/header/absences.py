"""Who was not at the meeting, or not at all of it, as its head tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...danish.dates import find_times
from ...danish.people import Mention, people_in
from ...schema import Absence, AbsenceKind, Participant
from ..lines import Line
from .entries import Entry, entries_of, lists_people, with_shared_items
from .labels import Field, fields_of
from .local_parties import is_organisation
from .people import joined_lines, listed_in, names_nobody, participants_in, told_in
from .points import away_in, missed_in, points_in
from .sentences import AWAY, CAME_BACK, came_back, sentences_of, stand_ins, tells

Range = tuple[int, int]

_EXCUSED = re.compile(r"(?:lovligt\s+)?(?:med(?:delt)?\s+)?(?:meldt\s+)?(?:afbud|forfald)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"uden\s+afbud|udebl", re.IGNORECASE)
_INHABIL = re.compile(r"inhabil", re.IGNORECASE)
_FOR_BIAS = re.compile(r"\b(?<!ikke )(?:inhabil|habilitet)", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:forlod|forladt|måtte\s+forlade|forlader|deltog (?:kun )?(?:ind)?til|til(?=\s+kl)"
    r"|(?:gik|gået|går)(?=\s*(?:$|[,.;)\d]|kl|efter|før|fra|hjem|under|inden|tidlig|ved|mødet)))\b",
    re.IGNORECASE,
)
_CAME = re.compile(r"\b(?:ankom|kom|fra(?=\s+kl)|mødte|ankommet|deltog fra)\b", re.IGNORECASE)
_CAME_LATE = re.compile(r"\b(?:først|ankom|kom|stødte)\b", re.IGNORECASE)
_BECAUSE = re.compile(
    r"^(?:(?:som|der)\s+(?:var|er|har|havde)\b|p\.?g\.?a\.?|på\s+grund\s+af|grundet|som\s+følge\s+af|med\s+afbud|årsag:)\s*",
    re.IGNORECASE,
)
_NO_REASON = re.compile(
    r"(?:hele\s+mødet|under\s+hele\s+mødet|begge|alle|ing?en(?:\s+afbud)?|fraværende|mødet)\b.*"
    r"|ikke\s+(?:til\s+stede|mødt).*|(?:stedfortræder|suppleant|deltog\s+ikke|deltager\s+ikke|udeblev|udeblevet).*"
    r"|(?:udpeget|indstillet|valgt)\s+af\b.*|(?:[\wæøå-]+\s+)?[\wæøå-]*repræsentant(?:er)?(?:\s.*)?|observatør.*"
    r"|(?:[\wæøå-]+\s+){0,2}[\wæøå-]*(?:forvaltning|administration|organisation|forening|råd)(?:en|er|erne|et)?",
    re.IGNORECASE,
)

#: What a range of items cannot do without.
_NAMES_ITEMS = re.compile(
    r"\b(?:sag|punkt|pkt|nr|dagsorden)[\wæøå.]*[ :]*\d|\b(?:lukke|åbn|åben)\w*[ ]+(?:del|møde|sag|punkt|dagsorden|dør)",
    re.IGNORECASE,
)
_STAND_IN = re.compile(r"stedfortræder|suppleant|afløser")
# A sentence of its own behind an absentee, whoever it is about.
_LED = re.compile(
    r"(?:[Ss]om\s+(?:stedfortræder|suppleant)|[Ii]\s+(?:stedet|(?:hans|hendes|deres|dennes)\s+sted)"
    r"|[Ff]or\s+(?:ham|hende|dem))\b"
)
#: 'Stedfortrædere: Ulla Bak for Bo Lind'.
_FOR = re.compile(r"(?:i\s+stedet\s+)?for\s+(?=[A-ZÆØÅ])")
_ON_LEAVE = re.compile(
    r"(?:på\s+|er\s+på\s+)?(?:(?:barsels|syge)?orlov|barsel|ferie|sygdom|syg|sygemeldt)\b(?!\s+(?:fra|til))", re.I
)
_LONGEST_NAME = 5
#: A name of whoever sent the absentee is no reason.
_PROPER = re.compile(r"[A-ZÆØÅ][\wæøå-]*(?:[ ][A-ZÆØÅ][\wæøå-]*)+")
_SUBJECT = 80
"""Within these characters of a sentence stands whom it is about."""
_SAYS = re.compile(
    r"(?P<excused>\b(?:havde|har|meldte|var)\s+(?:(?:meldt|meddelt|anmeldt|sendt|lovligt|gyldigt|på\s+forhånd)\s+)*(?:afbud"
    r"|forfald)\b"
    r"|\bmeld(?:er|te|t)\s+(?:afbud|forfald)\b|\bsendte\s+afbud\b|\b(?:var|er)\s+fraværende\s+(?:med\s+afbud"
    r"|med\s+lovligt\s+forfald))"
    r"|(?P<inhabil>\b(?:erklærede\s+sig|erklæres|blev\s+erklæret|var|er)\s+inhabil\w*)"
    r"|(?P<absent>\b(?:var|er)\s+(?:fraværende|ikke\s+til\s?stede|forhindret|ikke\s+mødt|ikke\s+med\s+(?:i|under|ved|til))"
    r"|\b(?:bortrejst|sygemeldt)\b|\b(?:var|er)\s+(?:syg\b|på\s+(?:ferie|barsel|orlov|tjenesterejse))"
    r"|\b(?:har|havde)\s+(?:fået\s+|bevilget\s+)*orlov\b"
    r"|\bdeltog\s+ikke\b|\bdeltager\s+ikke\b|\bmedvirkede\s+ikke\b"
    r"|\budeblev\b|\bmødte\s+ikke\b|\bkunne\s+ikke\s+(?:deltage|møde|komme|være\s+(?:til\s+stede|med))\b)"
    r"|(?P<excepted>\b(?:undtagen|undtaget|bortset\s+fra|med\s+undtagelse\s+af|på\s+nær)\s+(?=[A-ZÆØÅ]))"
    r"|(?P<left>\bgik\s+(?=(?:hjem\s+|fra\s+mødet\s+)?(?:efter|under|før|inden|ved)\s+(?:sag|punkt|pkt|behandling))|\b(?:forlod|forlader|(?:havde|har|måtte|var\s+nødt\s+til\s+at)\s+forlad[te]+)\s+(?:mødet|salen|lokalet)|\b(?:gik|måtte\s+gå)\s+(?:fra\s+mødet\s+|hjem\s+)?kl)"
    r"|(?P<substitute>\b(?:(?:var|er|blev)\s+indkaldt|er\s+indkaldt|mødte|deltog|deltager|indtrådte|trådte\s+ind|mødt"
    r"|(?:var|er)\s+mødt|indkaldt)\s+(?:som\s+(?:(?:hans|hendes|dennes|deres)\s+)?(?:stedfortræder|suppleant)"
    r"|i\s+stedet|i\s+(?:hans|hendes|dennes|deres)\s+sted)(?:\s+for(?=\s+[A-ZÆØÅ]))?"
    r"|\b(?:var|er)\s+(?:(?:hans|hendes|dennes|deres)\s+)?(?:stedfortræder|suppleant)(?=\s*(?:[.,;]|$)))"
    r"|(?P<replaced>\b(?:[Ii]\s+(?:hvis|hans|hendes|dennes|deres)\s+sted|[Ff]or\s+(?:hvem|ham|hende|dem)|[Ss]tedfortræder(?:en)?|[Ss]uppleant(?:en)?|[Ii]\s+stedet"
    r"|[Ss]om\s+(?:stedfortræder|suppleant))\s*(?:deltog|mødte|kom|trådte|indtrådte|er|var|blev|:)?\s*(?:indkaldt\s+)?"
    r"(?:(?:stedfortræder|suppleant)(?:en)?\s+)?(?=[A-ZÆØÅ]))"
)  # fmt: skip
_CAUSE = re.compile(r"\b(syg|sygemeldt|ferie|barsel|orlov|tjenesterejse|bortrejst)\b", re.IGNORECASE)
_KINDS: dict[str, AbsenceKind] = {
    "excused": "excused", "inhabil": "disqualified", "absent": "absent", "excepted": "absent",
    "left": "left_early",
}  # fmt: skip


def absences_in(fields: Sequence[Field]) -> tuple[list[Absence], list[tuple[Absence, Range]]]:
    """The absences that the head states.

    Args:
        fields: The fields of the head.

    Returns:
        The absences from the whole meeting (and who left early), and those from single items with the items'
        numbers, one entry a range.
    """
    found = _Found()
    for source in fields:
        if source.kind in ("excused", "absent"):
            for listed, told in _parts(source):
                text = "\n".join(listed)
                found.listed(source, with_shared_items(text, entries_of(text)))
                found.told(told)
        elif source.kind in ("members", "guests"):
            found.remarked(source, listed_in(source))
            for text in told_in(source):
                found.told(text)
        elif source.kind == "substitutes":
            found.substitutes([entry for value in source.values for entry in entries_of(value)])
        elif source.kind is None:
            if not tells(source.value) and lists_people(source.value):
                found.remarked(source, entries_of(source.value))
            else:
                found.told(source.value)
    found.settle()
    return _dedupe(found.whole), found.partial


def item_absences(before: Sequence[Line]) -> list[tuple[Absence, Range]]:
    """Absences of the head that hold for some items only ('Fraværende: Anne Holm (A), sag 129-131').

    Args:
        before: The lines before the first item.

    Returns:
        Each absence with the inclusive range of the numbers of the items it holds for; a person has one
        entry for each range.
    """
    if not any(_NAMES_ITEMS.search(line.text) for line in before):
        return []
    fields = fields_of(before)
    partial = absences_in(fields)[1]
    roster = participants_in(fields)
    return [(absence, span) for absence, span in partial if with_parties([absence], roster)]


def with_parties(absences: list[Absence], roster: Iterable[Participant]) -> list[Absence]:
    """Give each absentee without a printed party the one that the list of participants prints."""
    party_of = {person.name: person.party for person in roster if person.party}
    for absence in absences:
        absence.party = absence.party or party_of.get(absence.name)
    return absences


def _parts(source: Field) -> list[tuple[list[str], str]]:
    """A field's lines of absentees, and with each batch the sentence behind it ('Bo Lind gik kl. 17.')."""
    parts: list[tuple[list[str], str]] = []
    listed: list[str] = []
    values = source.values[1:] if names_nobody(source.value) else source.values
    for value in joined_lines(values):
        for sentence in sentences_of(value):
            if tells(sentence) or (listed and _LED.match(sentence)):
                parts.append((listed, sentence))
                listed = []
            else:
                listed.append(sentence)
    return [*parts, (listed, "")]


def _absence(entry: Entry, source: Field, note: str | None = None) -> Absence:
    """The absence of a listed person; ``note`` is the remark that makes a listed member absent."""
    remarks = [text for text in (note, *entry.notes, entry.role if source.kind != "members" else None) if text]
    label = source.label if note is None else ""
    kind: AbsenceKind = "absent"
    if _INHABIL.search(label) or any(_INHABIL.search(text) for text in remarks):
        kind = "disqualified"
    elif any(_left(text) for text in remarks) and not any(map(CAME_BACK.search, remarks)):
        kind = "left_early"
    elif not any(_WITHOUT.search(text) for text in (label, *remarks)) and any(
        _EXCUSED.search(text) for text in (label, *remarks)
    ):
        kind = "excused"
    reason = None if kind == "left_early" else next(filter(None, map(_reason, entry.notes)), None)
    return Absence(name=entry.name, party=entry.party, reason=reason, substitute=entry.substitute, kind=kind)


def _for_whom(entry: Entry) -> str | None:
    """In whose place a substitute came, where the list's label says already that it holds substitutes."""
    for note in entry.notes:
        if (match := _FOR.match(note)) and (people := people_in(note, match.end(), len(note))):
            return people[0].name
    return None


def _reason(note: str) -> str | None:
    if is_organisation(note):
        return None
    if _EXCUSED.search(note) or _WITHOUT.search(note) or _INHABIL.search(note) or away_in(note):
        text = (
            re.sub(r"^.*?(?:pga\.?|på grund af|grundet)\s+", "", note)
            if re.search(r"pga|på grund|grundet", note)
            else ""
        )
    else:
        text = note
    text = _BECAUSE.sub("", text).strip(" .,")
    if _PROPER.fullmatch(text):
        return None
    return text if text and not _NO_REASON.fullmatch(text) and not find_times(text) and not _CAME.match(text) else None


def _away(note: str) -> bool:
    """Whether what is said of a listed member makes the member an absentee."""
    return bool(AWAY.search(note) or _ON_LEAVE.match(note) or _INHABIL.search(note)) or _left(note)


def _left(text: str) -> bool:
    return _LEFT.search(text) is not None and not _CAME.match(text) and not came_back(text)


@dataclass(slots=True)
class _Found:
    """The absences found so far: from the whole meeting, and from some of its items."""

    whole: list[Absence] = field(default_factory=list)
    partial: list[tuple[Absence, Range]] = field(default_factory=list)
    _awaited: list[tuple[str, str, str | None]] = field(default_factory=list)

    def listed(self, source: Field, entries: Sequence[Entry]) -> None:
        """Take what a list of absentees names, the substitutes among them in their places."""
        for entry in entries:
            if entry.stands_for or entry.stands_in or _STAND_IN.match(entry.role or ""):
                self.substitutes([entry])
            elif missed := [span for note in entry.notes if _CAME_LATE.search(note) for span in missed_in(note)]:
                self._file(Absence(name=entry.name, party=entry.party), missed)
            else:
                bounds = ((away_in(note), points_in(note)) for note in entry.notes)
                away = next((items for items, named in bounds if items != named), entry.points)
                self._file(_absence(entry, source), away)

    def remarked(self, source: Field, entries: Sequence[Entry]) -> None:
        """Take the absentees of a list of members, where a remark behind the name makes them so."""
        for entry in entries:
            back = any(map(CAME_BACK.search, entry.notes))
            note = next((n for n in entry.notes if _away(n) and not (back and _left(n))), None)
            missed = [span for text in entry.notes for span in missed_in(text)]
            if missed and note is None:
                self._file(Absence(name=entry.name, party=entry.party), missed)
            elif note:
                self._file(_absence(entry, source, note), entry.points)
            elif entry.stands_for:
                self._stand_in(entry.stands_for, entry.name)

    def substitutes(self, entries: Sequence[Entry]) -> None:
        """Take substitutes that are listed."""
        pairs = [(entry.name, entry.stands_for or _for_whom(entry)) for entry in entries]
        for name, stands_for in pairs:
            if stands_for:
                self._stand_in(stands_for, name)
        self._replace(self.whole, [name for name, stands_for in pairs if not stands_for])

    def told(self, text: str) -> None:
        """Read what sentences say of absence: 'Anne Holm havde meldt afbud. Bo Lind deltog i stedet.'"""
        for sentence in sentences_of(text) if len(text) < 2000 else ():
            if CAME_BACK.search(sentence) and not _LEFT.search(sentence):
                self._returned(sentence)
                continue
            pairs = stand_ins(sentence)
            for person, substitute in pairs:
                self._stand_in(person.name or "", substitute.name or "", person.party)
            if not pairs:
                self._sentence(sentence)

    def _returned(self, sentence: str) -> None:
        """Take back that those have left early who are said to have come back: by their names, or the last one."""
        left = [absence for absence in self.whole if absence.kind == "left_early"]
        named = {person.name for person in people_in(sentence, 0, min(len(sentence), _SUBJECT))}
        gone = [absence for absence in left if absence.name in named] if named else left[-1:]
        self.whole = [absence for absence in self.whole if absence not in gone]

    def settle(self) -> None:
        """Give substitutes to those whose absence is told behind them; who is replaced is absent, told or not."""
        for name, substitute, party in self._awaited:
            if away := self._named(name) or [absence for absence, _ in self.partial if absence.name == name]:
                self._replace(away, [substitute])
            else:
                self.whole.append(Absence(name=name, party=party, substitute=substitute or None))

    def _stand_in(self, name: str, substitute: str, party: str | None = None) -> None:
        if away := self._named(name):
            self._replace(away, [substitute])
        else:
            self._awaited.append((name, substitute, party))

    def _sentence(self, text: str) -> None:
        if missed := missed_in(text):
            there = people_in(text, 0, min(len(text), _SUBJECT))[:1]
            for person in there:
                self._file(Absence(name=person.name, party=person.party), missed)
            return
        position = 0
        said: _Said | None = None
        replaced: list[Mention] = []
        matches = list(_SAYS.finditer(text))
        for index, match in enumerate(matches):
            end = matches[index + 1].start() if index + 1 < len(matches) else len(text)
            people = people_in(text, position, match.start())
            behind = people_in(text, match.end(), end)
            kind = _KINDS.get(match.lastgroup or "")
            if kind and not people and said and match.lastgroup != "excepted":
                # 'deltog ikke i punkt 1, da han var inhabil'
                said.add(kind, match.group(), text[match.end() : end])
                position = match.end()
                continue
            self._state(said)
            said = None
            if match.lastgroup == "substitute":
                stands_for = behind[:1] if match.group().endswith("for") else []
                names = [person.name for person in people if person.name]
                if stands_for and stands_for[0].name and len(names) == 1:
                    self._stand_in(stands_for[0].name, names[0], stands_for[0].party)
                elif not stands_for:
                    self._replace(self.whole, names)
                replaced = stands_for
                if stands_for:
                    position = stands_for[0].end  # '… for Bo Lind og Per Ek deltog som stedfortræder for …'
                    continue
            elif match.lastgroup == "replaced":
                self._replace(self.whole, [person.name for person in behind if person.name])
            elif kind:
                # 'Bo Lind deltog i stedet for Anne Holm, der havde meldt afbud'
                said = _Said(behind if match.lastgroup == "excepted" else people or replaced, kind, match.group())
                said.add(kind, match.group(), text[match.end() : end])
            position = end if match.lastgroup == "replaced" else match.end()
        self._state(said)

    def _state(self, said: _Said | None) -> None:
        """File what a sentence has said of people."""
        if said is None or (said.kind == "left_early" and came_back(f"{said.words} {said.tail}")):
            return
        for person in said.people:
            reason = _told_reason(said.words, said.tail) if said.kind in ("absent", "excused") else None
            absence = Absence(name=person.name, party=person.party, reason=reason, kind=said.kind)
            self._file(absence, away_in(said.tail))

    def _file(self, absence: Absence, points: list[Range]) -> None:
        if len((absence.name or "").split()) > _LONGEST_NAME:
            return  # a list that lost its commas
        if points and absence.kind != "left_early":
            self.partial.extend((absence, span) for span in points)
        else:
            self.whole.append(absence)

    def _named(self, name: str | None) -> list[Absence]:
        return [absence for absence in self.whole if absence.name == name]

    @staticmethod
    def _replace(absences: list[Absence], substitutes: list[str]) -> None:
        """Give the absentees the substitutes, in order, where there is one for each that has none."""
        vacant = [one for one in absences if one.substitute is None and one.kind in ("absent", "excused")]
        last = vacant[-len(substitutes) :] if substitutes else []
        for absence, name in zip(last, substitutes, strict=False):
            absence.substitute = name


@dataclass(slots=True)
class _Said:
    """What one sentence says of people, in one predicate or more."""

    people: list[Mention]
    kind: AbsenceKind
    words: str
    tail: str = ""

    def add(self, kind: AbsenceKind, words: str, tail: str) -> None:
        """Add a predicate and what stands behind it; who is away for inhabilitet is disqualified."""
        self.tail += f"{words} {tail}" if self.tail else tail
        if kind == "disqualified" or _FOR_BIAS.search(tail):
            self.kind = "disqualified"
        elif kind == "excused" and self.kind == "absent":
            self.kind = kind  # 'Bo Lind, der var syg, havde meldt afbud'


def _told_reason(said: str, tail: str) -> str | None:
    """The reason of an absence: named behind it, or the absence itself ('var syg', 'er på ferie')."""
    match = re.search(r"\b(?:pga\.?|på\s+grund\s+af|grundet)\s+([^.,;]+)", tail)
    cause = match or _CAUSE.search(said)
    return cause[1].strip() if cause else None


def _dedupe(absences: Iterable[Absence]) -> list[Absence]:
    found: dict[tuple[str | None, bool], Absence] = {}
    for absence in absences:
        known = found.setdefault((absence.name, absence.kind == "left_early"), absence)
        known.substitute = known.substitute or absence.substitute
        known.reason = known.reason or absence.reason
        if known.kind == "absent":
            known.kind = absence.kind
    return list(found.values())
