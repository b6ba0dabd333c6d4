"""Section headings that no list can hold, since their words vary: known by how they are put together.

'Økonomiske, personalemæssige og miljømæssige konsekvenser', 'Administrationens supplerende indstilling', 'Bilag (på
sagen)', 'Høring af Ældrerådet'. Single words of them stand in :mod:`.heading_words`.
"""

from __future__ import annotations

import re

_OFFICE = (
    r"(?:administration|forvaltning|direktion|borgmester|kommunaldirektør|direktør|centerchef|rådmand|magistrat"
    r"|sekretariat|center|stab)"
)
#: 'økonomiske', 'sundheds- og miljømæssige': what the consequences are for.
_FOR = (
    r"(?:økonomi|personale|bevillings?|budget|klima|miljø|sundheds?|erhvervs?|handicap|ligestillings?|organisat"
    r"|organisations?|administrat|drifts?|it|kommunikations?|bæredygtigheds?|samfunds?|integrations?)"
)
_OF_KIND = rf"{_FOR}[a-zæøå]*"
_ADDED = r"(?:supplerende|ændret|revideret|ny|fornyet|alternativ|oprindelig|endelig)"
_COUNCIL = r"(?:\w*råd(?:et|ene)?|\w*udvalg(?:et)?|\w*bestyrelser?(?:n|ne)?|naboer|borgere|med|medarbejdere|nævn)"

#: Pattern of a whole heading key → kind, and whether such a heading can be nothing else.
_PATTERNS: tuple[tuple[re.Pattern[str], str, bool], ...] = tuple(
    (re.compile(pattern), kind, certain)
    for pattern, kind, certain in (
        # 'Økonomiske og personalemæssige konsekvenser', 'Konsekvenser for økonomi og klima', 'Klimakonsekvenser'
        (rf"(?:{_OF_KIND}(?:-?(?: og| samt|/)? ?|, ?)){{1,4}}konsekvens(?:er)?(?: mv| m v| heraf)?", "oekonomi", True),
        (
            rf"konsekvens(?:er)? (?:for|i forhold til) {_OF_KIND}(?:(?: og| samt|/)? {_OF_KIND}){{0,2}}",
            "oekonomi",
            True,
        ),
        (rf"(?:{_OF_KIND}(?:-?(?: og|/)? ?)){{1,3}}(?:forhold|aspekter|bemærkninger|redegørelse)", "oekonomi", False),
        (
            r"(?:klima|bæredygtigheds?|ligestillings?|miljø|handicap|sundheds?)(?:- og \w+)?-?vurdering",
            "oekonomi",
            False,
        ),
        (
            r"økonomi(?:ske konsekvenser)? (?:herunder|inkl) [\w ]{4,40}|økonomi(?: [-–])? (?:drift|anlæg)",
            "oekonomi",
            True,
        ),
        # 'Lov- og regelgrundlag', 'Lovgrundlag politikker m.v.', 'Det juridiske grundlag'
        (
            r"(?:det )?(?:lov|lov-? og \w+|juridiske?|retlige?|regel|rets)-? ?(?:grundlag|rammer)(?: og| samt)?"
            r"(?: \w+){0,2}(?: mv| m v| m\.v)?",
            "lovgrundlag",
            True,
        ),
        # 'Administrationens supplerende indstilling', 'Ny indstilling til mødet den …', 'Indstilling fra forvaltningen'
        (rf"(?:{_OFFICE}(?:en|n)?s )?{_ADDED} indstilling(?: (?:til|fra|af) .{{3,60}})?", "indstilling", True),
        (rf"indstilling(?:er)? (?:fra|af) (?:{_OFFICE}(?:en|n)?)", "indstilling", True),
        (r"(?:tillægs|del|hoved)indstilling(?:er)?", "indstilling", True),
        (
            rf"{_ADDED} (?:sagsfremstilling|sagsbeskrivelse|redegørelse)(?: (?:til|fra|af) .{{3,60}})?",
            "sagsfremstilling",
            True,
        ),
        (r"sags?(?:ens )?(?:forelæggelse|fremlæggelse|notat)|uddybende (?:sags)?beskrivelse", "sagsfremstilling", True),
        # 'Tidligere politiske beslutninger', 'Behandlingshistorik'
        (
            r"(?:sagens )?(?:tidligere|forudgående|hidtidige?) (?:politiske? )?"
            r"(?:beslutning(?:er)?|behandling(?:er)?|forløb)(?: (?:i|af|vedr) .{3,50})?"
            r"|(?:behandlings|sags|beslutnings)-?historik",
            "tidligere_beslutning",
            True,
        ),
        (r"beslutning(?:er)? den", "beslutning", True),  # whose day was lost
        # 'Høring af Ældrerådet', 'Inddragelse af MED'; 'Udtalelse fra Ældrerådet' is the title of a document
        (
            rf"(?:høring|inddragelse|involvering)(?: \w+)? (?:af|i|hos|ved) {_COUNCIL}"
            r"(?:(?: og| samt|/) \w+)?|med-?(?:behandling|inddragelse|udvalg(?:et|ets bemærkninger)?)",
            "hoering",
            True,
        ),
        # 'Kompetence til afgørelse', 'Hvem skal beslutte'
        (
            r"(?:beslutnings|afgørelses)?kompetence(?:n)? (?:til|i|vedr) \w+"
            r"|hvem (?:skal|kan) (?:beslutte|afgøre|behandle)\w*"
            r"|(?:sagen )?(?:forelægges|behandles|afgøres|besluttes)(?: for| i| af)?|(?:politisk )?behandlingsplan",
            "kompetence",
            True,
        ),
        # 'Bilag (på sagen)', 'Øvrige bilag', 'Bilag der ikke er offentlige'
        (
            r"(?:åbne |lukkede |øvrige |offentlige |vedlagte |vedhæftede )bilag(?: til \w+)?"
            r"|bilags?(?:materiale|oversigt)"
            r"|bilag(?: \([\w ]{3,30}\)| \(\d{1,3}\)| på sagen| til (?:sagen|punktet|dagsordenen)| der .{5,50})",
            "bilag",
            True,
        ),
        (
            r"tids- og \w+plan|tidsramme(?:r)?|(?:foreløbig |politisk |overordnet )tids(?:- og proces)?plan",
            "tidsplan",
            True,
        ),
        (
            r"(?:sammenhæng|relation|samspil|forhold) (?:til|med) (?:\w+ )?"
            r"(?:\w*politikker|\w*strategier?|vision(?:er)?|mål|planer|udviklingsstrategi\w*)(?: og \w+)?"
            r"|(?:særlige )?opmærksomhedspunkter",
            "andet",
            False,
        ),
    )
)
_LONGEST = 90
_FIRST = re.compile(
    rf"(?:{_FOR}|konsek|lov|jur|ret|det |regel|{_OFFICE}|{_ADDED}|indst|til|del|hoved|uddyb|sag|tidl|forud|hidt|behand"
    r"|beslut|høring|indd|invol|med|komp|hvem|forel|afgør|politisk|åbne|lukk|øvr|offentl|vedl|vedh|bilag|tids"
    r"|overord|samm|relat|samsp|forhold|særl|opm)"
)


def kind_by_pattern(key: str) -> tuple[str, bool] | None:
    """What a heading that no list holds is, by how it is put together.

    Args:
        key: The line, as :func:`~referat_nlp.danish.headings.heading_key` gives it.

    Returns:
        The section kind, and whether the line can be nothing but a heading; None where it fits no pattern.

    Example:
        >>> kind_by_pattern("økonomiske og personalemæssige konsekvenser")
        ('oekonomi', True)
    """
    if len(key) > _LONGEST or not _FIRST.match(key):
        return None
    return next(((kind, certain) for pattern, kind, certain in _PATTERNS if pattern.fullmatch(key)), None)
