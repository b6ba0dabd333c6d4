"""Votes that no grammar holds, told again in words that it does: '(12/5/2)', 'A: 5 for. V: 4 imod', 'Bo Lind selv'."""

from __future__ import annotations

import re

from ...danish.numbers import NUMBER
from ...danish.parties import NAME as PARTY_NAME

_FIGURES = re.compile(
    r"(?:godkendt|vedtaget|tiltrådt|forkastet|afvist|anbefalet|nedstemt|indstillet|stemmetal|afstemning)\s*[:,]?\s?"
    r"(?P<told>\((?P<for>\d{1,2})(?P<mark> ?[/–-] ?)(?P<against>\d{1,2})(?P=mark)(?P<abstain>\d)\))",
    re.IGNORECASE,
)
# A party, its number and its side; a row of them is one vote.
_PARTY_LINE = (
    rf"(?:(?:{PARTY_NAME}|[A-ZÆØÅ])(?: \([A-ZÆØÅ]\))?)\s?[:–-]\s?\d{{1,2}} (?:stemmer? )?"
    r"(?:for|i?mod|undlod|blanke?)\b"
)
_PARTY_LINES = re.compile(rf"(?<![\wæøå.]){_PARTY_LINE}(?:\s?[.,;/]?\s*(?:og )?{_PARTY_LINE})+")
_ONE = re.compile(
    r"(?P<who>[A-ZÆØÅ][^:–]*?)\s?[:–-]\s?(?P<n>\d{1,2}) (?:stemmer? )?(?P<side>for|i?mod|undlod|blanke?)\b"
)
_CUE = re.compile(
    r"[(:’´']|egne|uden|eneste|s \w+ (?:medlem|stemme|mandat|repræsentant)|over for|hver side|rakte|\bja\b"
    r"|[Dd]et(?:te)? sagde|s [A-ZÆØÅ]|sammen med|tilslutte|selv"
    r"|personligt|ud ?over|ved siden af|forslagsstiller",
    re.IGNORECASE,
)
_NO_NOES = re.compile(r",?\s(?:og\s)?uden\s(?:nogen\s)?(?:modstemmer|nej-?stemmer|stemmer\simod)\b", re.IGNORECASE)
_OPENS = {"f": "For stemte", "i": "Imod stemte", "m": "Imod stemte", "u": "Undlod:", "b": "Undlod:"}


# 'Bo Lind selv': the word says nothing of who voted.
_SELF = re.compile(r"(?<=[a-zæøå)]) (?:selv|personligt)(?= og\b| samt\b|,| stem| støtte| bakke| gik| var| sagde)")
# 'fik kun V's egne 4 stemmer'.
_OWN = re.compile(
    rf"\b(?P<got>fik|samlede|opnåede) (?:kun |alene )?(?P<who>{PARTY_NAME}|[A-ZÆØÅ]{{1,2}})(?:['’]?s"
    rf"|['’]) (?:egne )?(?P<n>\w{{1,8}}) stemmer?\b"
)
# 'Venstres fire medlemmer', 'mod V's to'.
_WHOSE = rf"(?P<who>{PARTY_NAME}|[A-ZÆØÅ]{{1,2}}(?=['’´]))['’´]?s (?:egne )?(?P<n>(?i:{NUMBER}))"
_THEIRS = re.compile(rf"(?<![\wæøå]){_WHOSE}(?P<unit> (?:medlemmer|medlem|stemmer?|mandater|repræsentanter))\b")
_AGAINST_THEIRS = re.compile(rf"(?<=mod ){_WHOSE}(?=\s?(?:[.,;]|$))")
# 'med Bo Lind som eneste modstander'.
_ALONE = (
    r"ed (?P<who>(?:gruppe )?[A-ZÆØÅ][^.,;:\n]{0,60}?) som (?:den |de )?eneste?"
    r"(?: (?:modstandere?|nej-?stemmer?)\b|,? (?:der|som) (?:stemte|stemmer|var|er|gik|sagde) (?:i?mod|nej)\b)"
)
_SOLE, _SOLE_FIRST = re.compile(rf"\bm{_ALONE}"), re.compile(rf"\bM{_ALONE}")
# 'med 4 stemmer (A) over for 3 (V)'.
_FACING = re.compile(rf"(?:(?<=stemmer )|(?<=\) ))over for (?=(?i:{NUMBER})\b)")
# 'mod Bo Linds (V) og Ida Krogs (V) stemmer', 'med A's og B's stemmer mod C's og V's'.
_VOTES_OF = re.compile(r"\b(?:mod|med) (?P<who>[A-ZÆØÅ][^.;:\n]{2,160}?s \([A-ZÆØÅ]{1,3}\))(?= stemmer?\b)")
_GENITIVE = re.compile(r"s(?= \([A-ZÆØÅ]{1,3}\))")
_LETTERS_OF = re.compile(
    r"\bmod (?P<who>[A-ZÆØÅ]{1,2}['’´]s(?:(?:, | og |, og )[A-ZÆØÅ]{1,2}['’´]s)+)(?! stemme|['’´\w])"
)
# 'imod stemte Venstres Jes Holm', '5 ja mod 2 nej', 'med 15 på hver side', 'for forslaget rakte 5 medlemmer hånden op'.
_THEIR_OWN = re.compile(rf"(?<![\wæøå]){PARTY_NAME}s (?=[A-ZÆØÅ][a-zæøå]+ [A-ZÆØÅ][a-zæøå]+)")
_AYES_TO_NOES = re.compile(rf"(?<=\bja)(?P<votes>-stemmer)? mod (?=(?i:{NUMBER}) nej)")
_EVEN = re.compile(rf"\bmed (?P<n>(?i:{NUMBER}))(?: stemmer)? på hver side\b")
_HANDS = re.compile(r"\b(?P<side>[Ff]or|[Ii]mod) (?P<what>\w+) rakte (?P<who>[^.,;]{3,80}?) hånden op\b")
_SAID_TO_IT = re.compile(
    rf"\b[Dd]et(?:te)? sagde (?P<who>(?i:{NUMBER})(?: medlemmer)?(?: \([^()]{{1,60}}\))?) (?P<side>ja|nej) til\b"
)
# 'C stemte imod sammen med Liste L'.
_TOGETHER = re.compile(r"\b(?P<voted>(?:stemte|stemmer) (?:i?mod|for|ja|nej)) sammen med (?=\S)")
# 'tilsluttede 11 medlemmer sig indstillingen'.
_JOINED = re.compile(rf"\b(?P<verb>tilsluttede|tilslutter) (?P<who>(?i:{NUMBER}) medlemmer[^.;]{{0,60}}?) sig\b")
_BESIDES = re.compile(
    r"\b(?:foruden|ud over|udover|ved siden af) (?P<one>[A-ZÆØÅ(][^.;:]{0,90}?),? (?:tillige"
    r"|også|desuden|endvidere) (?=[A-ZÆØÅ])"
)
# '(fra V: Bo Lind og Per Ek; fra C: Ida Krog)'.
_PARTY_OF = rf"(?:fra |af )?(?:{PARTY_NAME}|[A-ZÆØÅ]{{1,2}}) ?: ?"
_GROUPED = re.compile(
    rf"\((?P<first>{_PARTY_OF})[A-ZÆØÅ][^();:]{{2,160}}(?:[;,] ?(?:og )?{_PARTY_OF}[A-ZÆØÅ][^();:]{{2,160}})+\)"
)
_PARTY_LABEL = re.compile(rf"[;,]? ?(?:og )?{_PARTY_OF}")
# 'For⏎A, F⏎Imod⏎V': labels on lines of their own, two at least.
_BARE_LABEL = re.compile(
    r"^[ \t]*(?:(?:For|Imod|Mod|Ja|Nej)(?:[ -]?(?:stemte|stemmer))?|Undlod(?: at stemme)?|Blankt?"
    r"|Hverken for eller imod)[ \t]*(?P<end>\n)(?=\s*[A-ZÆØÅ(\d])",
    re.MULTILINE,
)
# Who put the proposal, and how he is spoken of.
_MOVER = re.compile(
    r"(?P<who>[A-ZÆØÅ][\wæøåé-]+(?: [A-ZÆØÅ][\wæøåé.-]*){1,3})(?: \([^()]{1,20}\))? (?:\w+ )?(?:rejste|stillede"
    r"|fremsatte|foreslog|ville)\b"
)
_THE_MOVER = re.compile(r"\bforslagsstilleren\b(?: selv)?", re.IGNORECASE)


# What says the same of each, with the words that the pattern names; what stands in 'told' is replaced, else all.
_RETOLD = (
    (_FIGURES, "med {for} stemmer for, {against} imod, og {abstain} undlod"),
    (_NO_NOES, ", ingen stemte imod"),
    (_SELF, ""),
    (_OWN, "{got} {n} stemmer ({who})"),
    (_THEIRS, "{n}{unit} ({who})"),
    (_AGAINST_THEIRS, "{n} ({who})"),
    (_SOLE_FIRST, "Idet {who} stemte imod"),
    (_SOLE, "idet {who} stemte imod"),
    (_LETTERS_OF, "mod {who} stemmer"),
    (_TOGETHER, "{voted}. Det samme gjorde "),
    (_THEIR_OWN, ""),
    (_AYES_TO_NOES, "{votes}, "),
    (_EVEN, "med {n} stemmer mod {n}"),
    (_HANDS, "{side} {what} stemte {who}"),
    (_SAID_TO_IT, "{who} stemte {side}"),
    (_JOINED, "{who} {verb} sig"),
    (_FACING, "mod "),
    (_BESIDES, "{one} samt "),
)


def retold_phrases(text: str) -> list[tuple[int, int, str]]:
    """Find tallies in figures, and lists whose words no list of people holds.

    Args:
        text: A decision.

    Returns:
        For each where it begins and ends, and the words that say the same.
    """
    labels = [(*match.span("end"), ":\n") for match in _BARE_LABEL.finditer(text)]
    labels = labels if len(labels) > 1 else []
    if not _CUE.search(text):
        return labels
    found = labels + [
        (*match.span("told" if "told" in pattern.groupindex else 0), told.format(**match.groupdict(default="")))
        for pattern, told in _RETOLD
        for match in pattern.finditer(text)
    ]
    found += [(*match.span(), _by_party(match.group())) for match in _PARTY_LINES.finditer(text)]
    found += [(*match.span("who"), _GENITIVE.sub("", match["who"])) for match in _VOTES_OF.finditer(text)]
    found += [(*match.span(), _ungrouped(match.group())) for match in _GROUPED.finditer(text)]
    found += _movers(text)
    kept: list[tuple[int, int, str]] = []
    for each in sorted(found):
        if not kept or each[0] >= kept[-1][1]:
            kept.append(each)
    return kept


def _ungrouped(text: str) -> str:
    """A list by party as one list of persons."""
    return "(" + _PARTY_LABEL.sub(", ", text[1:-1]).removeprefix(", ") + ")"


def _movers(text: str) -> list[tuple[int, int, str]]:
    """Where the mover is spoken of as such, and his name."""
    found = []
    for match in _THE_MOVER.finditer(text):
        before = list(_MOVER.finditer(text, max(0, match.start() - 600), match.start()))
        if before:
            found.append((*match.span(), before[-1]["who"]))
    return found


def _by_party(text: str) -> str:
    sides: dict[str, list[str]] = {}
    for match in _ONE.finditer(text):
        who = match["who"].partition(" (")[0] if match["who"].endswith(")") else match["who"]
        letter = match["who"][len(who) + 2 : -1]
        sides.setdefault(_OPENS[match["side"][0]], []).append(f"{letter or who} ({match['n']})")
    return ". ".join(f"{opens} {', '.join(voters)}" for opens, voters in sides.items())
