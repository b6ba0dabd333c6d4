"""Main clauses of a decision's sentences: what the body did, apart from what it said about it."""

from __future__ import annotations

import re

from ...danish.quotations import blanked, quotations

# A number alone in brackets counts votes: 'A og F (7)'.
_BRACKETED = re.compile(r"\((?!\s*\d{1,3}\s*\))[^()]{0,200}\)")
# '(D) ønskede ikke at …': who did it, where a sentence begins so.
_PARTY = re.compile(r"(?:(?<=\n)|\A|(?<=\. ))\((?P<party>[A-ZÆØÅ])\)(?=\s+[a-zæøå])")
_PARTED_STOP = re.compile(r"(?<=\w)(?P<gap> +)(?P<stop>[.!?;])(?=\s|\Z)")

_REMARK = (
    r"(?:bemærkning\w*|tilføjelse\w*|ændring\w*|præcisering\w*|tilkendegivelse\w*|kommentar\w*"
    r"|anmodning|opfordring|ønske\w*|henstilling|"
    r"forudsætning|betingelse\w*|tilretning\w*|korrektion\w*|supplement|justering\w*|forslag|henblik)"
)
_SUBORDINATE = re.compile(
    r",?\s+(?:idet|fordi|eftersom|hvorvidt|således\s+at|så(?:dan)?\s+at|forudsat|såfremt|hvorfor|jf\."
    r"|jævnfør|hvilket)\b"
    r"|,\s*(?:da|som|der|hvor(?!efter)\w*|når|hvis|efter\s+at|før|inden|ligesom|dog|herunder"
    r"|under\s+forudsætning)\b"
    r"|,?\s+(?:om,?\s+)?at(?=\s)"
    rf"|,?\s+(?:med|under)\s+(?:\w+\s+){{0,3}}?{_REMARK}(?!\s+fra\b)"
    r"|\s+(?:efter|under|forud\s+for)\s+(?:en\s+)?(?:\w+\s+)?(?:drøftelse\w*|behandling\w*)",
    re.IGNORECASE,
)
_FINITE = (
    r"(?:blev|bliver|er\s+(?:herefter|dermed|hermed|således)|kunne\s+ikke|kan\s+ikke"
    r"|godkend\w+|vedtag\w+|vedtog|forkast\w+|tiltr\w+|udsæt\w*|udsat|anbefal\w+|"
    r"afvis\w+|tages|fald[te]\w*|bortfald\w*|til\s+(?:efterretning|orientering)|besluttede|imødek\w+)"
)
_RESUMED = re.compile(
    rf",\s+(?:men\b|hvorefter\b|me(?:de)?ns\b|(?=(?:og\s+(?:sag\w+\s+)?)?{_FINITE}\b)|(?=og\s+(?:tog"
    rf"|sender|oversendte|udsatte|ønsker|sagen)\b))|;\s",
    re.IGNORECASE,
)
# 'Et forslag om at udsætte sagen blev forkastet': no comma closes the clause.
_RESUMED_BARE = re.compile(
    r"\s(?=(?:blev|bliver|kunne\s+ikke|faldt|bortfaldt|forkastes|forkastet|vedtages|vedtaget)\b)",
    re.IGNORECASE,
)
_NOMINAL = re.compile(r"\b\w*(?:forslag|indstilling|anmodning|ønske|anbefaling)\w*(?:\s+\S+){0,8}\s*\Z", re.IGNORECASE)
# 'Hvis planen vedtages, ønsker rådet …': what comes first is not said to be so.
_CONDITION = re.compile(r"(?:hvis|såfremt|dersom|når|selv\s+om)\s[^,]{1,200},\s*", re.IGNORECASE)
_LEADING_AT = re.compile(r"at[:\s]\s*", re.IGNORECASE)
_JOINED = re.compile(r",?\s+(?:men|hvorefter|me(?:de)?ns)\s|;\s")
_INTRODUCED = re.compile(r",?\s+(?:om,?\s+)?at\s+", re.IGNORECASE)


# 'V stillede følgende ændringsforslag: ”At sagen sendes tilbage”': a step is told, though somebody's words tell it.
_QUOTED_STEP = re.compile(
    r":\s*[\"”“„»]\s*(?P<step>at\s+(?:(?:hele\s+)?(?:sagens?|punktets?|behandlingen|indstillingen)\b)[^\n.,;:\"”“«]{0,60}?"
    r"\b(?:(?:send(?:es|t)|går|returneres)\s+(?:\w+\s+){0,2}?(?:tilbage|retur)|tilbagesendes|hjemvises|udsættes|udskydes"
    r"|oversendes|henvises|tages\s+af\s+dagsordenen|udgår)\b[^\n.,;:\"”“«]{0,80})",
    re.IGNORECASE,
)


def mask_asides(text: str) -> str:
    """Blank out quotations and brackets, every other character staying where it is."""
    unquoted = blanked(text, quotations(text, unclosed=True))
    for quoted in _QUOTED_STEP.finditer(text):
        start, end = quoted.span("step")
        unquoted = f"{unquoted[:start]}{text[start:end]}{unquoted[end:]}"
    named = _PARTY.sub(r" \g<party> ", unquoted)
    masked = blanked(named, [match.span() for match in _BRACKETED.finditer(named)])
    # A full stop stays with the words that it closes: 'stemte imod (O).'
    return _PARTED_STOP.sub(r"\g<stop>\g<gap>", masked)


def main_clauses(sentence: str) -> list[tuple[int, int]]:
    """The stretches of a sentence that belong to main clauses.

    Args:
        sentence: The sentence, asides blanked.

    Returns:
        Spans in order. What lies between them are subordinate clauses and remarks.
    """
    spans: list[tuple[int, int]] = []
    position = len(sentence) - len(sentence.lstrip())
    leading_at = _LEADING_AT.match(sentence, position)
    position = leading_at.end() if leading_at else position
    condition = _CONDITION.match(sentence, position)
    position = condition.end() if condition else position
    begins = _SUBORDINATE.search(sentence, position)
    while position < len(sentence):
        if begins and begins.start() < position:
            begins = _SUBORDINATE.search(sentence, position)
        end = begins.start() if begins else len(sentence)
        joined = _JOINED.search(sentence, position, end)
        if joined and joined.start() > position:
            spans.append((position, joined.start()))
            position = joined.end()
            continue
        if sentence[position:end].strip():
            spans.append((position, end))
        if begins is None:
            break
        resumed = _RESUMED.search(sentence, begins.end())
        if resumed is None and _NOMINAL.search(sentence, position, end):
            resumed = _RESUMED_BARE.search(sentence, begins.end())
        if resumed is None:
            break
        position = max(resumed.end(), position + 1)
    return spans


def complement(sentence: str, end: int) -> str:
    """The beginning of the clause that completes a verb: what was decided, up to the first comma.

    Args:
        sentence: The sentence.
        end: Where the main clause ends.

    Returns:
        At most some fifteen words; '' where no 'at' follows.
    """
    introduced = _INTRODUCED.match(sentence, end)
    if introduced is None:
        return ""
    rest = re.split(
        r"[,;:]|\s(?:og|samt|idet|så)\s(?![A-ZÆØÅ])",
        sentence[introduced.end() : introduced.end() + 160],
        maxsplit=1,
    )[0]
    return rest
