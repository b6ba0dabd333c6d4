"""Danish parties and local lists as minutes print them."""

from __future__ import annotations

import re

# Names that stand for one ballot letter. Local lists have no letter that holds across municipalities.
_NAMES: dict[str, tuple[str, ...]] = {
    "A": ("Socialdemokratiet", "Socialdemokraterne", "Socialdemokratisk"),
    "B": ("Det Radikale Venstre", "Radikale Venstre", "De Radikale", "Radikale"),
    "C": ("Det Konservative Folkeparti", "Konservative Folkeparti", "De Konservative", "Konservative"),
    "D": ("Nye Borgerlige",),
    "F": ("SF – Socialistisk Folkeparti", "Socialistisk Folkeparti", "SF"),
    "I": ("Liberal Alliance", "LA"),
    "K": ("Kristendemokraterne", "KD"),
    "M": ("Moderaterne",),
    "O": ("Dansk Folkeparti", "DF"),
    "Q": ("Frie Grønne",),
    "S": ("Slesvigsk Parti", "Schleswigsche Partei"),
    "V": ("Venstre, Danmarks Liberale Parti", "Venstre"),
    "Æ": ("Danmarksdemokraterne – Inger Støjberg", "Danmarksdemokraterne", "Danmarks Demokraterne"),
    "Ø": ("Enhedslisten – De Rød-Grønne", "Enhedslisten", "EL"),
    "Å": ("Alternativet",),
}
_LETTER_OF = {name.lower(): letter for letter, names in _NAMES.items() for name in names}


def _spelling(name: str) -> str:
    """Pattern of a name: any blank, any dash, 'Det', 'De' and inner words in either case."""
    words = []
    for index, word in enumerate(name.split()):
        if word in ("–", "-"):
            words.append("[-–—]")
        elif word in ("Det", "De") or (index and len(name.split()) > 1 and word[0].isupper()):
            words.append(f"[{word[0]}{word[0].lower()}]{re.escape(word[1:])}")
        else:
            words.append(re.escape(word))
    return r"\s+".join(words)


_KNOWN = "|".join(
    _spelling(name) for name in sorted((n for names in _NAMES.values() for n in names), key=len, reverse=True)
)
_LOCAL = (
    r"(?!(?:Alle|Liste|Listen|Lister|Parti|Partiet|Partier|Stemmeliste|Venteliste|Tjekliste"
    r"|Prioriteringsliste|Bruttoliste"
    r"|Emneliste|Huskeliste|Handleliste|Deltagerliste|Talerliste|Dagsordensliste|Positivliste"
    r"|Boligliste)n?\b)"
    r"[A-ZÆØÅ][a-zæøåé]*(?:-[A-ZÆØÅ]?[a-zæøåé]+)*(?:list(?:e|en)"
    r"|parti(?:et)?)\b(?:[ ][A-ZÆØÅ][a-zæøå]+(?=\s*\((?:[A-ZÆØÅ]\)|\d)))?|[A-ZÆØÅ][a-zæøå]{2,20}s [Ll]iste\b"
    # 'Slesvigsk Liste'
    r"|[A-ZÆØÅ][a-zæøå]{2,20}sk Liste\b"
    # 'Den Grønne Fællesliste', 'Det Nye Parti'
    r"|[Dd](?:en|et|e) [A-ZÆØÅ][a-zæøåé]+(?: [A-ZÆØÅ][a-zæøåé]+)? "
    r"(?!(?i:vente|tjek|prioriterings|brutto|emne|huske|deltager|taler|positiv|bolig)liste)"
    r"(?:[A-ZÆØÅa-zæøå][a-zæøåé]*)?(?:[Ll]isten?|[Pp]arti(?:et)?)(?![\wæøå-])"
)
NAME = rf"(?:(?:{_KNOWN})|{_LOCAL})"
"""Pattern of a party's name, national or local; case-sensitive."""

CODE = r"(?:UP|UF|UFP|SP|NB|SF|DF|LA|EL|KD|RV|DD|KF)(?:[- ]?\d)?"
"""Pattern of a party written as letters, where nothing marks it as one."""


INDEPENDENT = r"(?:[Ll]øsgænger|[Uu]den\s+for\s+parti(?:erne)?|[Uu]denfor\s+parti(?:erne)?|[Pp]artiløs)"

_LETTERED = re.compile(
    r"(?:[Ll]iste|[Gg]ruppe|[Pp]arti)\s+([A-ZÆØÅ]{1,2})|([A-ZÆØÅ])(?:[-–](?:gruppen|listen)|s gruppe)"
)
_BRACKETED = re.compile(r".*\(\s*([A-ZÆØÅ]{1,3}\d?)\s*\)$", re.DOTALL)
_INDEPENDENT = re.compile(INDEPENDENT)
_NAME = re.compile(NAME)
# Only behind a name: 'Bo Lind (ufp)', 'Ida Krog (uafh.)'.
_SMALL_CODE = r"(?:ufp|u\.f\.p\.|up|uafh\.?)"
_IN_BRACKETS = re.compile(rf"[A-ZÆØÅ]{{1,4}}(?:[- ]?\d)?|{NAME}|{INDEPENDENT}|{_SMALL_CODE}")


def printed_party(text: str) -> str:
    """The party in the form that the data contract asks for.

    Args:
        text: The party as printed: "A", "Liste T", "Nærlisten (U)", "Socialdemokratiet", "Løsgænger".

    Returns:
        The letter where one is printed, "løsgænger" for one outside the parties, else the name as printed.
    """
    text = " ".join(text.split())
    lettered = _LETTERED.fullmatch(text)
    if lettered:
        return lettered.group(1) or lettered.group(2)
    bracketed = _BRACKETED.match(text)
    if bracketed:
        return bracketed.group(1)
    if _INDEPENDENT.fullmatch(text):
        return "løsgænger"
    return text


def is_party(text: str) -> bool:
    """Whether the whole text is a party as it stands in brackets after a name ("A", "UP-1", "Venstre")."""
    return _IN_BRACKETS.fullmatch(text.strip()) is not None


def is_name(text: str) -> bool:
    """Whether the whole text is a party's name ("Venstre", "Nærlisten")."""
    return _NAME.fullmatch(text) is not None


def same_party(one: str | None, other: str | None) -> bool:
    """Whether two ways of printing a party mean the same party ("A" and "Socialdemokratiet")."""
    return one is not None and other is not None and party_key(one) == party_key(other)


def party_key(party: str) -> str:
    """A key under which letter and name of a national party meet; others are compared by their text."""
    printed = printed_party(party)
    return _LETTER_OF.get(printed.lower(), printed.lower() if len(printed) > 2 else printed)
