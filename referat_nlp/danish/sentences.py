"""Sentences of Danish administrative text.

Two questions are asked of a text. Does a newline end a paragraph or a list point, or was a long line only
wrapped? Does a full stop end a sentence, or does it belong to an abbreviation ('jf.', 'kr.'), an ordinal
('5. marts') or an initial ('P. Holm')? Both are answered from the characters around, without a model.
"""

from __future__ import annotations

import re

ENDS_SENTENCE = re.compile(r"[.!?][\"”»’)]*\Z")
"""What stands at the end of a text that ends with a whole sentence."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTHS = _words(
    """
    januar februar marts april maj juni juli august september oktober november december jan feb mar
    apr jun jul aug sep sept okt nov dec
    """
)

# Abbreviations that something always follows: a sentence does not end with them.
_NEVER_FINAL = _words(
    """
    adr afd afg afs alm anm ang att bd beg bem bestyr bill bl bl.a b.la bygn ca cand.jur cand.mag
    cand.polit cand.scient chr hans-chr civ.ing cirk cvr d d.d d.v.s dvs dok dr dr.med dr.phil ds eks ekskl
    ekspl evt f.eks fa fx f fhv fm forh forkl forts fr frk følg gl hhv henh hr if ifm ifbm ifht ift iht
    i.f.m i.f.t i.h.t indb ingk inkl ital jf jfr jnr jr jvf kap kbh kgl kl konst kst kt lb lbk lbnr
    lejl lic lign ltr m.h.p m.h.t mag matr md mht mhp mr mrs nr nuv o.s.fr omkr opl opr oprdl p
    p.g.a pga p.t pgf pkt pr prof psyk pt rep resp rev rk s.d s.u sagsnr saml sct sdr sek skt skr
    sml sog sr st stk str stud supp sv t.o.m tf tfl tilh tlf tlfnr ung univ v v.h.a vedr vha årg årl
    """
)
# Abbreviations that may be a sentence's last word: a capital after them begins the next one.
_MAY_BE_FINAL = _words(
    """
    kr mio mia mill tkr t.kr pct a.s aps m.v mv m.m mm m.fl mfl o.l o.lign osv o.s.v etc o.a ff sen
    kvm kbm adm mdr max maks min ml
    """
)
# What a number follows, also where it is written in one with the word before it: 'matr.nr. 4a', 'ejd.nr. 12'.
_NUMBERED = _words("nr lb stk jnr")
# Words that begin sentences and are no surname, place or title: they settle 'A. Udvalget' and 'nr. 5. Det'.
_STARTERS = _words(
    """
    det der den de denne dette disse han hun vi man jeg i på for imod mod med af fra til ved om og
    men eller hvis når da som efter før under over efterfølgende herefter derfor derudover desuden
    endvidere ligeledes samtidig hertil hermed dog idet såfremt både hverken ingen intet alle flere
    nogle undlod undlader ændringsforslaget forslaget indstillingen indstillingerne sagen punktet
    afbud fraværende godkendt tiltrådt vedtaget drøftet anbefales taget udsat ligesom følgende
    venstre socialdemokratiet byrådet udvalget kommunalbestyrelsen administrationen formanden
    borgmesteren
    """
)

_LETTER_NOUNS = _words(
    """
    liste gruppe parti partiet stemte stemmer undlod undlader type klasse bilag model
    skole bygning blok område delområde etape fase scenarie scenario variant alternativ løsning forslag litra zone
    spor gruppen skolen
    """
)

_TERMINATOR = re.compile(r"[.!?…]+[\"”“»«’')\]]*(?=\s)")
_FIRST_TOKEN = re.compile(r"[\s\"”“»«„’'(\[–—-]*([^\W_]+)")
_LAST_TOKEN = re.compile(r"[^\s(\[\"”“»«/]+\Z")
_LIST_MARKER = re.compile(
    r"[ \t]*(?:[•◦▪●■*‣·o]\s|[-–—]\s+(?=\S)|\(?\d{1,2}(?:\.\d{1,2})*[.):](?=\s)"
    r"|\(?[a-zæøå][.)]\s|(?:[Aa]d|Pkt\.|Punkt)\s*\.?\s*\d+)"
)
_AT_LINE = re.compile(r"[ \t]*(?:at|[Aa]t:)\s")
_LINE_END = re.compile(r"[.!?:;…][\"”“»’')\]]*[ \t]*\Z")
_ROYAL = _words(
    """
    christian frederik valdemar erik hans margrethe henrik pave kong dronning karl gustav
    """
)

# Wider lines than this are paragraphs as the format gave them, not lines that somebody wrapped.
_WIDEST_WRAP = 140
_LONGEST_BRACKET = 200


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Split text into sentences.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop; None for the end of the text.

    Returns:
        Spans in order, without white space at their ends; together they hold every other character of the
        part asked for. A heading, a list point and a table row is a sentence of its own.
    """
    stop = len(text) if end is None else min(end, len(text))
    spans: list[tuple[int, int]] = []
    for block_start, block_end in block_spans(text, start, stop):
        position = block_start
        for match in _TERMINATOR.finditer(text, block_start, block_end):
            if match.end() < block_end and _ends_sentence(text, position, match, block_end):
                spans.append((position, match.end()))
                position = _skip_space(text, match.end(), block_end)
        if position < block_end:
            spans.append((position, block_end))
    return spans


def without_stop(text: str) -> str:
    """A sentence that another clause is to follow.

    Args:
        text: A sentence.

    Returns:
        It without the full stop at its end; an abbreviation keeps its own.

    Example:
        >>> without_stop("at planen vedtages."), without_stop("at huset købes for 6 mio. kr.")
        ('at planen vedtages', 'at huset købes for 6 mio. kr.')
    """
    token = text.split()[-1].removesuffix(".").lower() if text.strip() else ""
    return text if token in _NEVER_FINAL or token in _MAY_BE_FINAL else text.rstrip().removesuffix(".")


def block_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Split text into paragraphs, headings and list points, joining lines that were only wrapped.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop; None for the end of the text.

    Returns:
        Spans in order, without white space at their ends.
    """
    stop = len(text) if end is None else min(end, len(text))
    lines: list[tuple[int, int]] = []
    position = start
    while position < stop:
        newline = text.find("\n", position, stop)
        line_end = stop if newline < 0 else newline
        lines.append((position, line_end))
        position = line_end + 1

    blocks: list[tuple[int, int]] = []
    widths = _paragraph_widths(text, lines)
    open_block: tuple[int, int] | None = None
    for index, (line_start, line_end) in enumerate(lines):
        first = _skip_space(text, line_start, line_end)
        last = first + len(text[first:line_end].rstrip())
        if first == last:
            if open_block:
                blocks.append(open_block)
            open_block = None
        elif open_block is None:
            open_block = (first, last)
        elif _continues(text, lines[index - 1], (first, last), widths[index]):
            open_block = (open_block[0], last)
        else:
            blocks.append(open_block)
            open_block = (first, last)
    if open_block:
        blocks.append(open_block)
    return blocks


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _paragraph_widths(text: str, lines: list[tuple[int, int]]) -> list[int]:
    """For each line the length of the longest line of its paragraph (run of lines without a blank one)."""
    widths = [0] * len(lines)
    first = 0
    for index in range(len(lines) + 1):
        if index == len(lines) or not text[lines[index][0] : lines[index][1]].strip():
            widest = max((end - start for start, end in lines[first:index]), default=0)
            widths[first:index] = [widest] * (index - first)
            first = index + 1
    return widths


def _continues(text: str, previous: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether a line only goes on where the line before it was wrapped."""
    before = text[previous[0] : previous[1]].rstrip()
    after = text[line[0] : line[1]]
    if _LIST_MARKER.match(after) and not _is_split_date(before, after):
        return False
    if "\t" in before or "\t" in after:
        return False
    first_word = after.split(maxsplit=1)[0]
    # The next word would have fitted: whoever broke the line here meant to.
    had_room = len(before) + 1 + len(first_word) <= width
    if _AT_LINE.match(after):
        return not (before.endswith((",", ":", ";", ".")) or had_room or _AT_LINE.match(before))
    if _LINE_END.search(before):
        return before.endswith(".") and after[0].islower() and not _LIST_MARKER.match(before)
    if after[0].islower():
        return True
    if before.endswith((",", "-", "–")) and len(before) > 40:
        return True
    return 45 <= width <= _WIDEST_WRAP and len(before) > 40 and not had_room


def _is_split_date(before: str, after: str) -> bool:
    """Whether a date was wrapped after 'den', so that '5. marts' looks like a list point."""
    words = after.split(maxsplit=2)
    return (
        len(words) > 1 and words[1].rstrip(".,").lower() in MONTHS and before.endswith((" den", " d.", " fra", " til"))
    )


def _ends_sentence(text: str, sentence_start: int, match: re.Match[str], end: int) -> bool:
    """Whether the terminator found ends a sentence that began at ``sentence_start``."""
    following = _FIRST_TOKEN.match(text, match.end(), end)
    if following is None:
        return False
    word = following.group(1)
    if not (word[0].isupper() or word[0].isdigit()):
        return False
    if _inside_brackets(text, sentence_start, match.end(), end):
        return False
    if match.group().startswith("...."):
        return False  # the dot leader of a table of contents
    if match.group()[0] != "." or match.group().startswith(".."):
        return True

    quoted = match.group() != "."
    if match.start() > 0 and text[match.start() - 1] in '"”“»«)]':
        return True
    token_match = _LAST_TOKEN.search(text[max(sentence_start, match.start() - 40) : match.start()])
    token = token_match.group() if token_match else ""
    if not token:
        return quoted
    before = text[max(sentence_start, match.start() - len(token) - 30) : match.start() - len(token)].split()
    previous = before[-1] if before else ""
    if token.isdigit():
        return _number_ends_sentence(token, previous, word, at_start=match.start() - len(token) <= sentence_start)
    lowered = token.lower().strip("-–—.,*_#")
    if len(token) > 2 and token.isupper() and token.isalpha():
        return True
    if (len(token) == 1 and (token.isupper() or lowered not in _NEVER_FINAL)) or _is_initials(token):
        is_initial = text.startswith(".", following.end())
        return _letter_ends_sentence(token, before, word, is_initial=is_initial)
    if lowered in _NEVER_FINAL or lowered.rpartition(".")[2] in _NUMBERED:
        # '25 kr. pr. stk. Prisen': what is counted by is the last word of its sentence.
        return (quoted or previous == "pr.") and word.lower() in _STARTERS
    if lowered in _MAY_BE_FINAL:
        return word[0].isupper()
    if lowered in MONTHS:
        return word[0].isupper()
    return True


def _inside_brackets(text: str, start: int, position: int, end: int) -> bool:
    """Whether a round bracket opened in the sentence is still open here and is closed soon."""
    start = max(start, position - _LONGEST_BRACKET)
    depth = text.count("(", start, position) - text.count(")", start, position)
    if depth <= 0:
        return False
    closing = text.find(")", position, min(end, position + _LONGEST_BRACKET))
    opening = text.find("(", position, min(end, position + _LONGEST_BRACKET))
    return closing >= 0 and (opening < 0 or closing < opening)


def _number_ends_sentence(token: str, previous: str, word: str, *, at_start: bool) -> bool:
    """Whether 'token.' is a number at a sentence's end rather than an ordinal or a list number."""
    if at_start or word.lower() in MONTHS:
        return False
    if len(token) > 2:
        return True
    if previous.lower().strip(",.") in _ROYAL:
        return word.lower() in _STARTERS
    if previous.lower() in ("den", "d.", "de", "det"):
        return word.lower() in _STARTERS and word[0].isupper()
    return word[0].isupper()


def _letter_ends_sentence(token: str, before: list[str], word: str, *, is_initial: bool) -> bool:
    """Whether 'A.' is a party letter or the like at a sentence's end rather than somebody's initial.

    Args:
        token: The letter, or letters with full stops between them.
        before: The words before it.
        word: The word after it.
        is_initial: Whether that word is itself a letter with a full stop.
    """
    if not token[0].isupper() or word.lower() in _STARTERS or _is_definite(word):
        return True
    if len(word) == 1 and not is_initial:
        return True
    previous = before[-1].lower() if before else ""
    if previous in _LETTER_NOUNS:
        return True
    # 'A, C og V. Anne Holm undlod': the end of a list of letters.
    others = [other.strip("(),") for other in before[-3:] if other.lower() not in ("og", "samt")]
    return bool(others) and len(others[-1]) == 1 and others[-1].isupper() and not before[-1].endswith(".")


# Surnames that end as 'bestyrelsen' does.
_SURNAMES = _words(
    """
    nielsen mikkelsen mikaelsen michelsen michaelsen danielsen samuelsen gabrielsen emanuelsen axelsen abelsen
    engelsen ingelsen eskelsen israelsen rafaelsen
    """
)


def _is_definite(word: str) -> bool:
    """Whether a word looks like a noun with the article, which surnames do not."""
    return (
        len(word) > 6
        and word.lower() not in _SURNAMES
        and word.lower().endswith(("elsen", "ingen", "aget", "alget", "ådet", "erne", "onen", "ktet"))
    )


def _is_initials(token: str) -> bool:
    """Whether a token is several initials run together, 'H.L'."""
    return "." in token and all(len(part) == 1 and part.isupper() for part in token.split("."))
