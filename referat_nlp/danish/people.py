"""Lists of people and parties as Danish minutes print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from . import names, parties
from .mentions import Member as Member
from .mentions import Mention as Mention
from .mentions import under_their_party

_DEEPEST = 3
"""How many brackets stand within each other at most: '(Anne Holm (A), V (Bo Lind (løsgænger)))'."""

_WORDS = re.compile(r"\S+")
_NO_LAST_WORD = re.compile(rf"[A-ZÆØÅ]\.?|{names.PARTICLE}")
_ROLE = re.compile(names.ROLE, re.IGNORECASE)
_PIECES = re.compile(r"[,;]| [-–] ")
_LETTERS = re.compile(r"\s*[A-ZÆØÅ]{1,3}\d?\s*")

_FULL_LINE = 55
"""Characters from which on a line that breaks inside a name is taken for a wrapped one."""


@dataclass(frozen=True, slots=True)
class _Roster:
    """The members as patterns: full names, first or last names that only one of them bears, local lists."""

    full: re.Pattern[str] | None
    single: re.Pattern[str] | None
    lists: re.Pattern[str] | None
    party_of: dict[str, str | None]


@lru_cache(maxsize=256)
def _roster(members: tuple[Member, ...]) -> _Roster:
    full_names = {" ".join(member.name.split()): member.party for member in members if member.name.strip()}
    parts: dict[str, list[str]] = {}
    for name in full_names:
        words = name.split()
        for word in {words[0], words[-1]} if len(words) > 1 else set():
            parts.setdefault(word, []).append(name)
    unique = {part: owners[0] for part, owners in parts.items() if len(owners) == 1 and len(part) > 1}
    printed = {member.party for member in members if member.party and len(member.party) > 3}
    lists = _any_of(party for party in printed if not parties.is_name(party))
    return _Roster(
        _any_of(full_names), _any_of(unique), lists, {**{p: full_names[o] for p, o in unique.items()}, **full_names}
    )


def _any_of(full_names: Iterable[str]) -> re.Pattern[str] | None:
    spelled = [r"\s+".join(map(re.escape, name.split())) for name in sorted(full_names, key=len, reverse=True)]
    return re.compile(f"(?:{'|'.join(spelled)})(?![\\wæøå-])") if spelled else None


def find_people(text: str, start: int = 0, end: int | None = None, *, members: Iterable[Member] = ()) -> list[Mention]:
    """Read the list of people and parties that begins at a place in a text.

    Args:
        text: The text.
        start: Where the list begins; blanks, bullets and titles before its first entry are passed over.
        end: Where to stop at the latest; None for the end of the text.
        members: The roster; its names are recognised before the general pattern of a name is tried.

    Returns:
        The mentions in printed order, their offsets into ``text``. A party with some of its members in
        brackets gives those members, each with the party. Empty where no list begins there.
    """
    return parse_list(text, start, len(text) if end is None else end, tuple(members))[0]


def parse_list(text: str, start: int, end: int, members: tuple[Member, ...]) -> tuple[list[Mention], int]:
    """As :func:`find_people`, with the offset after the list's last character."""
    roster = _roster(members)
    position = _skip_blank(text, start, end)
    found, stop = _line(text, position, end, roster)
    if not found:
        return [], start
    while True:
        below = names.PARTY_ABOVE.match(text, stop, end) if found[-1].name is None else None
        following = below or names.NEXT_LINE.match(text, stop, end)
        more, more_stop = _line(text, following.end(), end, roster) if following else ([], stop)
        # A line that goes on after its names is a sentence of its own.
        ends = names.LINE_END.match(text, more_stop, end) or _heads_more(text, more, more_stop, end)
        if not more or not ends or (below and more[0].name is None):
            return under_their_party(text, found, roster.party_of), stop
        found, stop = [*found, *more], more_stop


def _heads_more(text: str, found: list[Mention], stop: int, end: int) -> bool:
    """Whether a line ends in a party with a colon, whose people stand behind or below it."""
    return bool(found) and found[-1].name is None and names.PARTY_ABOVE.match(text, stop, end) is not None


def lists_in(
    text: str, start: int, end: int, members: tuple[Member, ...] = ()
) -> Iterator[tuple[list[Mention], int, int]]:
    """All lists of people and parties in a stretch: the mentions of each, and where it begins and ends."""
    position = start
    while match := names.CAPITAL.search(text, position, end):
        found, stop = parse_list(text, match.start(), end, members)
        if found:
            yield found, match.start(), stop
        position = max(stop, match.start() + 1)


def people_in(text: str, start: int, end: int, members: Sequence[Member] = ()) -> list[Mention]:
    """All persons named anywhere in a stretch of text, parties on their own left out.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop.
        members: The roster.

    Returns:
        Mentions of persons in printed order.
    """
    lists = lists_in(text, start, end, tuple(members))
    return [mention for found, _, _ in lists for mention in found if mention.name is not None]


def _skip_blank(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in ":"):
        start += 1
    return start


def _line(text: str, start: int, end: int, roster: _Roster) -> tuple[list[Mention], int]:
    """The entries from ``start`` that are joined by commas, 'og' and the like, within one line."""
    entry = _entry(text, start, end, roster)
    if entry is None:
        return [], start
    found, stop = _with_their_party(text, *entry, end, roster)
    stop = _past_excluded(text, stop, end, roster)
    bracketed = text[start] in "(["
    while separator := names.SEPARATOR.match(text, stop, end) or _left_out(text, stop, end):
        letters = any(mention.name is None for mention in found)
        if bracketed and names.COUNT.match(text, separator.end(), end):
            break  # '4 imod (A, B), 2 (C) undlod'
        small = None if letters else names.small_surname(text, separator.end(), end)
        if small:
            name = " ".join(small.group("first", "last"))
            entry = [Mention(name, small["party"], small.start(), small.end())], small.end()
        else:
            entry = _entry(text, separator.end(), end, roster, letters)
        if entry is None or (separator.re is names.NO_SEPARATOR and text[entry[1] - 1] != ")"):
            break
        inside = text[separator.end() : separator.end() + 1] in ("(", "[")
        persons = found[0].name is not None and entry[0][0].name is not None
        if bracketed and persons and "," in separator.group() and not inside:
            break  # 'en imod (Bo Lind), og Ida Krog undlod'
        found, stop = _with_their_party(text, [*found, *entry[0]], entry[1], end, roster)
        if text.startswith("),", stop) and found[-1].name is None:
            stop += 1  # 'V, A), C': a bracket that was never opened
        stop = _past_excluded(text, stop, end, roster)
    return found, stop


def _left_out(text: str, stop: int, end: int) -> re.Match[str] | None:
    """The blank behind 'Bo Lind (V)' where a comma was left out."""
    return names.NO_SEPARATOR.match(text, stop, end) if text[stop - 1] == ")" else None


def _with_their_party(
    text: str, found: list[Mention], stop: int, end: int, roster: _Roster
) -> tuple[list[Mention], int]:
    """Give the last persons of a list the party printed for them together: '(begge L)', 'fra Nordlisten'."""
    if found[-1].name is None or found[-1].party is not None:
        return found, stop
    shared = names.ALL_OF.match(text, stop, end) or names.FROM.match(text, stop, end)
    entry = _party(text, shared.end(), end, roster) if shared else None
    if shared is None or entry is None or entry[0][0].name is not None:
        return found, stop
    opened = "(" in shared.group()
    if opened and not text.startswith(")", entry[1]):
        return found, stop
    first = len(found)
    while first and found[first - 1].name is not None and found[first - 1].party is None:
        first -= 1
    party = entry[0][0].party or ""
    return [*found[:first], *(_with_party(person, party) for person in found[first:])], entry[1] + opened


def _past_excluded(text: str, position: int, end: int, roster: _Roster) -> int:
    """Where a list goes on behind 'A minus Bo Lind'."""
    minus = names.MINUS.match(text, position, end)
    entry = _entry(text, minus.end(), end, roster) if minus else None
    return entry[1] if entry and not names.VOTED_OTHERWISE.match(text, entry[1], end) else position


def _entry(text: str, start: int, end: int, roster: _Roster, letters: bool = False) -> tuple[list[Mention], int] | None:
    """One entry of a list: a person, a party, a party with named members, or a bracket around such."""
    position = start
    while lead := names.LEAD.match(text, position, end):
        position = lead.end()
    if some := names.SOME_OF.match(text, position, end):
        return _party(text, some.end(), end, roster)
    if counted := names.COUNT.match(text, position, end):
        position = counted.end()
    if text[position : position + 1] in ("(", "["):
        return _bracket(text, position, end, roster)
    if title := names.TITLE.match(text, position, end):
        position = title.end()
    if roster.lists and roster.lists.match(text, position, end):
        return _party(text, position, end, roster)
    independent = names.PARTY_BEFORE_NAME.match(text, position, end)
    person = _person(text, independent.end() if independent else position, end, roster, letters)
    if person and independent:
        person = Mention(person.name, person.party or "løsgænger", person.start, person.end)
    if person:
        role = names.ROLE_AFTER.match(text, person.end, end)
        return [person], role.end() if role else person.end
    return _party(text, position, end, roster)


def _bracket(text: str, start: int, end: int, roster: _Roster) -> tuple[list[Mention], int] | None:
    """A list in brackets: '(V+A)', '(Anne Holm (A), Bo Lind)'."""
    close = closing(text, start, end)
    if close is None:
        return None
    found, stop = _line(text, start + 1, close, roster)
    if found and (shared := names.SHARED_PARTY.fullmatch(text, stop, close)):
        return [_with_party(mention, shared.group(1)) for mention in found], close + 1
    if not found or text[stop:close].strip():
        return None
    return found, close + 1


def closing(text: str, start: int, end: int) -> int | None:
    """Where the bracket that opens at ``start`` is closed, None where that is not near."""
    depth = 0
    for position in range(start, min(end, start + 600)):
        depth += (text[position] in "([") - (text[position] in ")]")
        if depth == 0:
            return position
        if depth > _DEEPEST:
            return None
    return None


_LETTER_AND_STOP = re.compile(r"[A-ZÆØÅ]\.\s+[A-ZÆØÅ]")


def _person(text: str, start: int, end: int, roster: _Roster, letters: bool) -> Mention | None:
    known = roster.full.match(text, start, end) if roster.full else None
    if letters and not known and _LETTER_AND_STOP.match(text, start, end):
        return None  # 'A og B. Lis Dam …': among parties a letter with a full stop ends the sentence
    stop = known.end() if known else _name_end(text, start, end)
    if stop is None and roster.single and (single := roster.single.match(text, start, end)):
        stop = single.end()
    if stop is None:
        return None
    name = " ".join(text[start:stop].split())
    if (pushed := names.PARTY_ON_NEXT_LINE.match(text, stop, end)) and _wrapped(text, stop):
        return Mention(name, pushed.group(1), start, pushed.end())
    bracket = names.BRACKET.match(text, stop, end)
    if bracket:
        party = _party_in_bracket(bracket.group(1))
        if party is not None:
            return Mention(name, party or None, start, bracket.end())
    if not known and name.endswith("s") and (own := names.OWN_VOTE.match(text, stop, end)):
        return Mention(name[:-1].rstrip("'’"), own.group(1), start, own.end() if own.group(1) else stop)
    comma = names.COMMA_PARTY.match(text, stop, end)
    if comma and _belongs(text, comma, end, roster.party_of.get(name), letters):
        return Mention(name, comma.group(1), start, comma.end())
    return Mention(name, None, start, stop)


def _name_end(text: str, start: int, end: int) -> int | None:
    """Where a name of at least two words that begins at ``start`` ends; None where no name begins."""
    match = names.NAME.match(text, start, end)
    if not match:
        return None
    stop = match.end()
    words = list(_WORDS.finditer(text[start:stop]))
    for index, word in enumerate(words):
        if index and names.PARTICLE_OF_NAME.fullmatch(word.group()):
            continue  # 'Christian de Neergaard'
        if names.is_no_name(word.group().rstrip(".")) and word.group() not in names.GIVEN_MONTHS:
            words = words[:index]
            break
    # A trailing initial is the next entry or the end of a sentence, unless it is an abbreviation of a name.
    while words and _NO_LAST_WORD.fullmatch(words[-1].group()):
        words.pop()
    if words and words[-1].end() == stop - start and _wrapped(text, stop):
        rest = names.REST_OF_NAME.match(text, stop, end)
        whole = " ".join(text[start : rest.end()].split()) if rest else ""
        if rest and not names.is_no_name(rest.group(1)) and not parties.is_name(whole):
            return rest.end()
    if len(words) < 2 or parties.is_party(" ".join(word.group() for word in words)):
        return None
    if parties.is_name(words[0].group()):
        return None
    return start + words[-1].end()


def _wrapped(text: str, position: int) -> bool:
    """Whether the line ends here because it is full, as lines of a PDF or an e-mail do."""
    newline = text.find("\n", position)
    line_start = text.rfind("\n", 0, position) + 1
    return newline >= 0 and not text[position:newline].strip() and newline - line_start >= _FULL_LINE


_UNKNOWN_PARTY = re.compile(r"(?:[A-ZÆØÅ][a-zæøå]+ ){1,2}[A-ZÆØÅ][a-zæøå]+")


def _party_in_bracket(inside: str) -> str | None:
    """The party in the brackets after a name, '' for brackets that hold only a role, None for other text."""
    pieces = [piece.strip() for piece in _PIECES.split(inside)]
    named = [piece for piece in pieces if piece and parties.is_party(piece)]
    rest = [piece for piece in pieces if piece and piece not in named]
    if not named and len(rest) == 1 and _UNKNOWN_PARTY.fullmatch(rest[0]):
        return rest[0]  # '(Frie Borgere)'
    if any(not _ROLE.fullmatch(piece) for piece in rest) or len(named) > 1:
        return None
    return parties.printed_party(named[0]) if named else ""


def _belongs(text: str, comma: re.Match[str], end: int, known: str | None, letters: bool) -> bool:
    """Whether the letter after 'Bo Lind, V' is the person's party, not an entry of its own."""
    letter = comma.group(1)
    if known is not None:
        return parties.same_party(known, letter)
    separator = names.SEPARATOR.match(text, comma.end(), end)
    if separator is None:
        # A list ends in 'og': a last letter behind a comma is a party of its own only among other letters.
        return not letters
    following = names.PARTY.match(text, separator.end(), end)
    return not (following and following.group("bare"))


def _party(text: str, start: int, end: int, roster: _Roster) -> tuple[list[Mention], int] | None:
    listed = roster.lists.match(text, start, end) if roster.lists else None
    match = listed or names.PARTY.match(text, start, end)
    if not match or names.VARIANT.search(text, max(0, start - 20), start):
        return None
    letter = (
        None
        if listed
        else (
            match.group("letter")
            or match.group("head")
            or match.group("owner")
            or match.group("bare")
            or match.group("dotted")
        )
    )
    printed = listed.group() if listed else letter or match.group("name") or match.group("code")
    party, stop, count = printed, match.end(), None
    party = " ".join(party.split())
    if represented := names.BY.match(text, stop, end):
        people, _ = _line(text, represented.end(), end, roster)
        if people and people[0].name:
            return [_with_party(people[0], party)], people[0].end
    if seats := names.SEATS.match(text, stop, end):
        return [Mention(None, party, start, seats.end(), int(seats.group(1)))], seats.end()
    opening = names.OPENING.match(text, stop, end)
    if opening:
        close = closing(text, opening.end(), end)
        inside = text[opening.end() + 1 : close] if close else ""
        if close and letter is None and _LETTERS.fullmatch(inside):
            party, stop = inside.strip(), close + 1
            opening = names.OPENING.match(text, stop, end)
            close = closing(text, opening.end(), end) if opening else None
            inside = text[opening.end() + 1 : close] if opening and close else ""
        if opening and close:
            if digits := names.DIGITS.fullmatch(inside):
                count, stop = int(digits.group(1)), close + 1
            else:
                people, people_stop = _line(text, opening.end() + 1, close, roster)
                if people and all(p.name for p in people) and not text[people_stop:close].strip():
                    return [_with_party(p, party) for p in people], close + 1
    return [Mention(None, party, start, stop, count)], stop


def _with_party(person: Mention, party: str) -> Mention:
    return Mention(person.name, person.party or party, person.start, person.end)
