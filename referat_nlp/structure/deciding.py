"""The words of deciding and of asking, by which text tells what it is where no heading does."""

from __future__ import annotations

import re

from ..danish.bodies import BODY_PATTERN

#: How a decision begins.
DECISION_TEXT = re.compile(
    # A point's number
    r"^(?:(?:ad\.? ?)?\d{1,2}[.:)]? ?(?:at )?)?"
    # 'Godkendt.', 'Sagen blev drøftet'
    r"(?:godkend|tiltr[åæ]d|vedta(?:get|g\b|ges)|taget til|tages til|til (?:efterretning|orientering)"
    r"|(?:sagen |punktet )?(?:blev )?drøftet|udsat|sagen (?:blev |er )?(?:udsat|taget)"
    # 'Indstillingen blev fulgt', 'Dagsordenen godkendt'
    r"|anbefal|indstilling(?:en|erne)?\b.{0,40}(?:godkend|tiltr|følge|taget|anbefal)"
    r"|orientering(?:en)? (?:blev )?(?:taget|givet|foretaget)|indstilles|forkastet|afvist|(?:ingen|intet)\b.{0,40}$"
    r"|dagsordenen? (?:blev |er )?(?:herefter )?godkendt"
    # 'Byrådet besluttede'
    r"|(?:\w*rådet|udvalget|\w*bestyrelsen|borgerrepræsentationen|\w+udvalget|nævnet)\b.{0,40}?"
    r"(?:godkend|beslutte|vedt[oa]g|drøfte|t[oa]ge?r? |tiltr|anbefal|afviste|udsatte|tilsluttede|indstille)"
    r"|punktet (?:blev |er )?(?:udsat|taget|udgå)|udgår|valgt blev"
    # What was applied for
    r"|(?:ikke )?imødekomme(?:t|s)\b|(?:der )?bevilg(?:et|es)[ ](?:kr\.?[ ]?\d|\d[\d.,]*(?:[ ](?:mio\.?|t\.?))?[ ]?kr)"
    r"|(?:ansøgning(?:en|erne)|det ansøgte)[ ](?:(?:blev|er|kan)[ ])?(?:ikke[ ])?"
    r"(?:imødekomme[ts]|bevilg(?:et|es)|godkend(?:t|es)|afsl(?:ået|ås)|afvi(?:st|ses))\b"
    r"(?:[ ]med[ ]\w+[ ]stemmer\b|[^\d,]{0,40}(?:\.|$))|afslag\.$"
    # Where it goes from here
    r"|(?:over|frem|tilbage|videre)?send(?:t|es|tes) (?:til|for|med|i |tilbage)|(?:tilbage|frem|over)sendes\b"
    r"|henvis(?:t|es|tes) til"
    # Votes
    r"|efter afstemning|for stemte|enstemmigt|et enigt)",
    re.IGNORECASE,
)
_DECISION_WORD = re.compile(
    r"\b(?:godkendt|vedtaget|tiltrådt|udsat|til efterretning|til orientering|anbefales|drøftet|besluttede"
    r"|udgår|oversendes)\b"
)
#: A word that a decision holds somewhere.
DECIDES = re.compile(
    r"\b(?:godkend(?:t|te|es)|vedt(?:aget|og|ages|oges)|tiltrådt?e?|tilsluttede|udsat|udsatte|efterretning|orientering"
    r"|anbefal(?:es|et|ede|er)|drøft(?:et|ede|else)|beslutte(?:de|t)|forkaste(?:t|de)|stemte|stemmer|stemt|fulgte"
    r"|bevilge(?:t|de|r)|imødekomme[ts]|oversendes|ad notam|udgår|enige?|enighed|tog forbehold|tages? af dagsordenen"
    r"|(?:sende|send|tag|kald|trække|trukket|trak)\w*)\b",
    re.IGNORECASE,
)
#: A decision of one line, above the case that it is about.
DECISION_LINE = re.compile(
    r"(?:Foretoges|Foretaget|Godkendt|Tiltrådt|Vedtaget|Drøftet|Udsat|Forkastet|Anbefales|Oversendt|Udgår"
    r"|Bortfaldt|Taget til (?:efterretning|orientering))\b[^.\d]{0,60}\.?"
    r"|(?:Beslutningsforslag|Medlemsforslag|Forslag|Indstilling|Sag|Punkt|Orientering|Redegørelse|Besvarelse)"
    r"(?:en|et|ene|erne)[ ](?:blev|er|toges|vedtoges|godkendtes|tiltrådtes|oversendtes|udsattes|forkastedes)\b"
    r"[^.\d]{0,120}\."
)
#: A vote that was taken, wherever the sentence begins.
VOTE_TAKEN = re.compile(
    r"^(?:For|Imod|Mod|Hverken for eller imod) stemte\b|^Undlod at stemme\b"
    r"|\b(?:forkastet|vedtaget|godkendt|tiltrådt|afvist|nedstemt|anbefalet|faldt)\b[^.:;]{0,60}?"
    r"\bmed [\w-]+ stemmer?\b",
    re.IGNORECASE,
)
#: A motion put before the case is decided ('Liste B stillede følgende ændringsforslag:').
MOTION_PUT = re.compile(
    r"\b(?:stillede|stiller|fremsatte|fremsætter|fremlagde)\b[^.:]{0,60}\b\w*forslag\b"
    r"|\b(?:stillet|fremsat) (?:ændrings)?forslag\b|\b(?:begærede|begærer|anmodede om|ønskede) (?:delt )?afstemning\b"
)
#: What was put before the body, without its heading ('Indstilling om, at …').
ASKED_ABOVE = re.compile(r"(?:Indstilling|Anbefaling|Forslag|Anmodning)\b.{0,40}\b(?:om|at)\b")
#: What somebody tells at a meeting.
TELLS = re.compile(
    r"\b(?:fortalte|orienterede|oplyste|spurgte|svarede|nævnte|takkede|rejste|lovede|meddelte|omtalte"
    r"|(?:blev|er) (?:der )?(?:orienteret|oplyst|spurgt|svaret|givet))\b"
)
_ASK = r"(?:indstiller|foreslår|anbefaler|henstiller|tilråder|lægger op til)"
_REQUEST = re.compile(
    rf"^(?:(?P<who>[A-ZÆØÅ][^.:;?!()\d]{{1,70}}?)[ ]{_ASK}(?:[ ](?:til|over for)?[^,.:;]{{2,60}}?)?,?[ ]"
    rf"(?:at\b|følgende\b)|På den baggrund (?:indstilles|foreslås|anbefales|{_ASK})"
    r"|Det (?:indstilles|foreslås|anbefales|henstilles)(?:[ ][^,.:;]{2,60}?)?,?[ ]at\b)"
)
#: Those who decide, and whose proposals are not what the administration asks.
_DECIDERS = re.compile(
    rf"^(?:{BODY_PATTERN}|[Uu]dvalget|Et (?:flertal|mindretal|enigt)|Flertallet|Mindretallet|Medlem|Liste[n]?\b"
    r"|\w{1,3}-gruppen|Gruppe|(?:Det )?(?:Konservativ|Radikal)|Socialdemokrati|Venstre|Enhedslisten|Dansk Folkeparti"
    r"|Liberal|Moderaterne|Alternativet|SF\b|\w+listen\b|\w+partiet\b)"
)


def decides(text: str, *, alone: bool) -> bool:
    """Whether text without a heading is a decision.

    Args:
        text: The text.
        alone: Whether it is all of its item; a short one may come to its decision late.

    Returns:
        True where it begins as decisions do, or is short, alone and decides.
    """
    if DECISION_TEXT.match(text):
        return True
    return alone and len(text) < 300 and _DECISION_WORD.search(text) is not None


def asks(text: str) -> bool:
    """Whether a paragraph says what the administration asks the body to decide ('Forvaltningen indstiller, at')."""
    match = _REQUEST.match(text)
    return match is not None and (match["who"] is None or _DECIDERS.match(match["who"]) is None)


_RECOMMENDED = re.compile(
    rf"^(?:{BODY_PATTERN}|[A-ZÆØÅ][\wæøå-]+(?:[ ,][\wæøå,-]+){{0,8}}?)[ ](?:indstiller|anbefaler|foreslår)\b"
)


def recommends(text: str) -> bool:
    """Whether text above all headings is what was put before the body, by whomever ('Magistraten indstiller, at …').

    Args:
        text: The text between an item's title and its first heading; its decision stands further on.

    Returns:
        True where its first words say so.
    """
    return _RECOMMENDED.match(text) is not None or ASKED_ABOVE.match(text) is not None
