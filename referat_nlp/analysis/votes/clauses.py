"""One sentence of a decision with all that it tells of a vote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...danish.bodies import same_body
from ...danish.numbers import NUMBER
from ...danish.people import Member
from . import motion_words
from .fates import Fate, read_fate, without_vote
from .frames import read_frames
from .lexer import Lexer
from .motions import Topic, TopicReader
from .stances import Frames
from .view import HIDDEN, hide, join_lines

_ABSENCE = re.compile(
    r"\W*(?:(?:lovligt |meldt )?(?:fraværende|afbud|forfald|fravær|inhabil(?:e|itet)?|habilitet)\b"
    r"|ikke til stede|mødeafbud"
    r"|deltog ikke ?:|mødte ikke)",
    re.IGNORECASE,
)
# 'Sådan blev det besluttet:' says nothing of what was.
_HEADS_DECISION = re.compile(
    r"\W*(?:sådan|således|herefter|dette|følgende)\b[^.;:]{0,60}\b(?:beslut\w+|vedto\w+|vedtage\w+|afgj\w+) ?:$",
    re.IGNORECASE,
)
# Whose votes are none of the body's: residents, members of other assemblies, rules about voting.
_NOT_OURS = re.compile(
    r"(?:\d|indkom\w*|modtaget) (?:\w+ )?høringssvar|\b(?:borgerne?|beboerne?|vælger\w*|forældrene?"
    r"|grundejer\w*|medarbejderne|andelshaver\w*|lejerne)\b"
    r"|generalforsamling|stemmesed|gyldige stemmer|ugyldige|stemmeprocent|valgdeltagelse|folketing"
    r"|\bnår mindst\b"
    r"|\bhvis (?:mindst|der)\b|\bsåfremt\b|styrelseslovens? § 2[45]|\brådets flertal|\bforældrebestyrelse"
    r"|\bhavde ved\b.{0,40}\bstemt|\btidligere (?:har )?(?:stemt|vedtaget)"
    r"|(?<!til )(?<!om )(?<!vejledende )folkeafstemning"
    r"|borgerafstemning (?:viste|gav|var)"
    r"|\bnaboerne\b|\bhusstand(?:e|ene)\b|høringspart\w*|\bi høringen (?:var|stemte|sagde)\b"
    r"|(?:sagde (?:ja|nej)|stemte(?: \w+)?|var (?:for|imod)) i høringen"
    r"|urafstemning|beboerafstemning|medlemsafstemning",
    re.IGNORECASE,
)
_ALL = r"\b(?:\w*udvalg(?:et)?|\w*råd(?:et)?|kommunalbestyrelse[ns]?|magistraten|\w*bestyrelsen)"
_UNANIMOUS = re.compile(
    r"\be{1,2}nstemmigt?\b|\benstemmighed\b|\bi (?:fuld |bred |fuldstændig )?enighed\b"
    r"|(?P<agreed>\b(?:var|er) alle enige?\b|\balle (?:var|er) enige? (?:om|i)\b"
    r"|(?<!ikke )(?<!\bingen )\b(?:fuld |fuldstændig )?enighed(?: i \w+)? om at (?:godkende|tiltræde|anbefale|vedtage"
    r"|følge|indstille|indgå|bevilge|imødekomme|støtte)\b)"
    r"|(?<!at )\bet (?:enigt?|enstemmigt|samlet|eniget) (?P<body>[\w-]+)"
    r"|\ben (?:enig|enstemmig|samlet) (?P<council>[\w-]+)"
    rf"|(?P<whole>{_ALL} (?:er|var) enige?t? (?:om|i) at\b)"
    rf"|(?P<agreeing>\b(?:anbefal|godkend|tiltr|vedt|bevilg|beslutt)\w+ {_ALL} samlet\b)"
    rf"|(?P<behind>\b(?:hele|(?:et|det|den|en) samlede?) {_ALL}(?: \w+){{0,2}}?"
    r" (?:står|stod|stiller sig|stillede sig|bakke(?:r|de)|slutte(?:r|de)|stemte|stemmer|sagde|siger|går|gik"
    r"|var for|er for)\b(?! (?:\w+ )?i?mod))"
    r"|(?P<whom>(?<!ikke )\b(?:af|hos|fra) (?:alle|samtlige)\b(?: (?:\d+|partier\w*|grupper\w*|medlemmer\w*"
    r"|sider|tilstedeværende"
    r"|fremmødte|i (?:udvalget|byrådet|salen|rådet|lokalet))){0,2}(?=\s?(?:[.,;]|$)))"
    r"|\b(?:med|af) (?:samtlige|alle) (?:\d+ |de )?(?:afgivne )?(?:fremmødtes |tilstedeværendes )?(?:stemmer|medlemmer"
    r"|tilstedeværende)\b(?! (?:i?mod|undtagen|på nær|minus|med undtagelse))",
    re.IGNORECASE,
)
# '2 imod (Ø).' behind 'Godkendt.'
_BARE_COUNT = re.compile(rf"\W*{NUMBER} (?:for|i?mod)\s?(?:[.,;:(]|$)", re.IGNORECASE)
_REASONS = re.compile(
    r",? \b(?:idet|da|fordi|eftersom|indtil|før|inden|af hensyn til|med (?:den )?begrundelse)\b", re.IGNORECASE
)
_NOTHING_ELSE = re.compile(r"\W*(?:(?:ad|punkt|pkt\.?)?\s?\d{1,2}\W+)?", re.IGNORECASE)
# What a body does in one mind: 'sagde enstemmigt ja', 'støttes af alle'.
_YES = re.compile(
    r"\b(?:sagde|siger|svarede) (?:\w+ )?ja\b|\b(?:gik|går|gået) (?:\w+ )?ind for\b|\bbakke(?:r"
    r"|de) (?:\w+ ){1,2}op\b",
    re.I,
)
_ASSENT = re.compile(r"støtte|tilslut|opbakning|bakke|imødekom|accept|følg|fulgt|\bja\b", re.IGNORECASE)
_NOT_AGREED = re.compile(r"\b(?:ikke|noterede|at)\s?$", re.IGNORECASE)
_BODY_WORD = re.compile(
    r"(?:\w*udvalg|byråd|kommunalbestyrelse|regionsråd|magistrat|borgerrepræsentation|bestyrelse|råd)$",
    re.IGNORECASE,
)
_OTHER_BODY = re.compile(
    r"\W*(?!resten|øvrige|de |det |alle|samtlige|hele|et |medlem|flertal"
    r"|mindretal)(?:på \w+ )?(?P<body>(?:[A-ZÆØÅ][\wæøå-]*[ ,]+(?:og )?){0,4}?[\wæøå-]*(?:rådet"
    r"|udvalget"
    r"|bestyrelsen|nævnet|folketinget|magistraten|kl|foreningen|selskabet)) (?:har|havde|stemte"
    r"|anbefalede|vedtog)\b"
    r"(?: (?:på|i|den|tidligere|nu|også|allerede|ved|enstemmigt|vedtaget|godkendt|besluttet))?",
    re.IGNORECASE,
)
_RATHER = re.compile(r"\b(?:men|og|idet)\s(?:\w+\s){0,3}?(?:foresl[åo]\w*|ønske(?:r|de)|pege(?:r|de)|vil hellere)\b")
_DEFINITE = re.compile(r"(?:et|en|n)$")
_ELECTION_TITLE = re.compile(
    r"\W*(?:\w+ ){0,2}(?:(?:om)?valg|udpegning|konstituering|nyvalg|suppleringsvalg"
    r"|nyt medlem|nye medlemmer|ny (?:\w*formand|\w*borgmester|repræsentant|forperson)"
    r"|indstilling af medlem)\b(?! af (?:model|lever))",
    re.IGNORECASE,
)
# Votes for persons one of whom is elected, under whatever title.
_PERSON_ELECTED = re.compile(
    r"\bFor (?:[A-ZÆØÅ][\wæøåé.-]+ ){2,5}(?:\([A-ZÆØÅ]{1,3}\) )?stemte\b[^·]{1,600}\b(?:er|blev) (?:\w+ ){0,2}valgt\b"
    r"|\b(?:pegede på|foretrak|stemte på|kryds ved|stemmer på) (?:[A-ZÆØÅ][\wæøåé.-]+ ){1,3}[A-ZÆØÅ][\wæøåé-]+"
    r"[^·]{1,400}\b(?:er|blev|bliver) (?:\w+ ){0,2}(?:valgt|udpeget|indstillet)\b"
    r"|(?P<name>(?:[A-ZÆØÅ][\wæøåé.-]+ ){1,3}[A-ZÆØÅ][\wæøåé-]+)(?: \([A-ZÆØÅ]{1,3}\))? (?:fik|opnåede|modtog) \w{1,6}"
    r" stemmer?\b"
    r"[^·]{1,300}\b(?P=name)(?: \([A-ZÆØÅ]{1,3}\))? (?:(?:er|blev|bliver) )?(?:\w+ ){0,2}valgt\b"
)
_MEMBERS_TITLE = re.compile(
    r"\bforslag (?:fra|til beslutning|om)\b|medlemsforslag|beslutningsforslag|initiativ|\bsag rejst\b"
    r"|anmodning om optagelse",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r",? ?\b(?:bemærke\w*|oplyste|oplyser|orientere\w*|notere[dr]\w*|ønske\w*|opfordre\w*"
    r"|understrege\w*|udtalte|udtaler"
    r"|spurgte|spørger|efterlys\w*|henvis(?:te|er) til)\b(?! (?:forelagt|sagen))",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"\b(?:for|i?mod),? at\b[^.,;:]{2,160}|(?<=·),? at\b[^.,;:]{2,160}"
    r"|\bom,? at\b(?:(?! (?:blev|faldt|bortfaldt|fik|opnåede|er|var|kunne)\b)[^.,;:]){2,160}",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r",? ?\b(?:idet|da|fordi|eftersom|pga\.?|på grund af|med (?:den |følgende |fælles |en )*(?:bemærkning"
    r"|begrundelse|motivering|ønske|kommentar)\w*|med henvisning)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What one sentence tells.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        stop: Where its last list ends, which may run on over further lines.
        topic: What it is about.
        fate: What it says became of its motion.
        frames: Its votes.
        unanimous: Whether it says that all agreed.
        without_vote: Whether it says that there was no vote.
    """

    start: int
    end: int
    stop: int
    topic: Topic
    fate: Fate | None
    frames: Frames
    unanimous: bool
    without_vote: bool


class ClauseReader:
    """Reads the sentences of one decision."""

    def __init__(
        self,
        text: str,
        hidden: list[tuple[int, int]],
        members: tuple[Member, ...],
        *,
        body: str | None,
        title: str,
    ) -> None:
        """Take a decision.

        Args:
            text: The decision, its blanks folded.
            hidden: Stretches that hold somebody's words and no votes.
            members: The roster.
            body: The body that decided.
            title: The item's title.
        """
        self.text, self._sentences = join_lines(hide(text, hidden))
        self.election = _ELECTION_TITLE.match(title) is not None or _PERSON_ELECTED.search(self.text) is not None
        self._body, self._title = body, title
        self._moved_by_member = _MEMBERS_TITLE.search(title) is not None
        self._lexer = Lexer(self.text, members)
        self._topics = TopicReader(self.text, text, members, election=self.election)

    def __iter__(self) -> Iterator[Clause]:
        """The sentences that may tell of this body's votes, in printed order."""
        done, put = 0, False
        for begin, end in self._sentences:
            start = max(begin, done)
            if start >= end or self._is_passed_over(start, end):
                continue
            clause = self._clause(start, end, put)
            put = bool(clause.topic.put or clause.topic.proposes or clause.frames.counted or (put and not clause.fate))
            done = clause.stop
            yield clause

    def _is_passed_over(self, start: int, end: int) -> bool:
        """Whether the sentence is an absence, a question, or tells of votes that are not this body's."""
        text = self.text
        if text.endswith(":", start, end) and _HEADS_DECISION.match(text, start, end):
            return True
        if _ABSENCE.match(text, start, end) or text.endswith("?", start, end):
            return True
        if _NOT_OURS.search(text, start, end):
            # Whom a member's reasons are about has not voted.
            reasons = _REASONS.search(text, start, end)
            if reasons is None or _NOT_OURS.search(text, start, reasons.start()):
                return True
        other = _OTHER_BODY.match(text, start, end)
        if other is None:
            return False
        own = (self._body or "byrådet").lower()
        named = other["body"].lower().removeprefix("i ")
        if own.endswith(_DEFINITE.sub("", named)) or (
            same_body(named, own) and ("region" in named) == ("region" in own)
        ):
            return False  # 'Byrådet' is 'Flintby Byråd' and 'Byrådet 2018-2021'
        return named != own and not (named == "udvalget" and "udvalg" in own) and not own.endswith(named)

    def _clause(self, start: int, end: int, put: bool) -> Clause:
        """Read one sentence; ``put`` says whether one before it has put a motion to the vote."""
        bare = read_fate(self.text, start, end)
        decides = bare is not None or put or _BARE_COUNT.match(self.text, start, end) is not None
        frames = read_frames(self._lexer.read(start, end), decides=decides)
        topic, fate, head = self._what(start, end, frames)
        if fate and fate.result == "forkastet" and topic.kind is None and frames.of_opposed_minority:
            fate = None  # what the minority cannot recommend has not fallen
        if frames.of_opposed_minority and topic.proposes and self._wishes_instead(frames, end):
            # 'kan ikke anbefale planen, men foreslår, at': what it would rather have was not put to the vote.
            topic = replace(topic, kind=None, proposes=False, proposer=None, subject=None)
        return Clause(
            start,
            end,
            max([end, *(stance.end for stance in frames.stances)]),
            self._in_light_of_title(topic, frames, fate),
            fate,
            frames,
            self._unanimous(start, head, decided=fate is not None or _in_favour(frames)),
            without_vote(self.text, start, end),
        )

    def _wishes_instead(self, frames: Frames, end: int) -> bool:
        """Whether those who are against say behind it what they would rather have."""
        behind = max(stance.end for stance in frames.stances)
        return _RATHER.search(self.text, min(behind, end), end) is not None

    def _in_light_of_title(self, topic: Topic, frames: Frames, fate: Fate | None) -> Topic:
        """A topic as the item's title has it understood: a member's own item is no amendment to itself."""
        amends = "ændring" in self.text[topic.start : topic.start + 20].lower()
        own = self._moved_by_member and topic.kind == "amendment" and not topic.proposes and not amends
        if own and (topic.definite or not topic.proposer or topic.proposer in self._title):
            topic = replace(topic, kind="main", proposer=None)
        if self.election and topic.kind in ("main", "proposal", "amendment") and not frames and fate is None:
            topic = replace(topic, kind=None, proposes=False)
        return topic

    def _what(self, start: int, end: int, frames: Frames) -> tuple[Topic, Fate | None, int]:
        """Topic and fate, left alone how the sentence explains itself, and where the explanation begins."""
        explains = _EXPLAINS.search(self.text, start, end)
        stop = explains.start() if explains else end
        said = _SAYS.search(self.text, start, stop)
        if said and not frames.counted:
            # What somebody says decides nothing.
            topic = self._topics.read(start, end, fate=None, voted=bool(frames))
            return topic, read_fate(self.text, start, said.start()), said.start()
        fate = self._fate(start, end, stop, frames)
        if fate is None and not any(stance.start < stop for stance in frames.stances):
            stop = end
            fate = self._fate(start, end, stop, frames)
        return self._topics.read(start, stop, fate=fate, voted=bool(frames)), fate, stop

    def _fate(self, start: int, end: int, stop: int, frames: Frames) -> Fate | None:
        """What became of the motion, said outside the votes and outside what the motion says."""
        told = [(s.start - start, min(s.end, end) - start) for s in frames.stances if s.start < end]
        visible = hide(self.text[start:end], told)
        visible = _CONTENT.sub(lambda match: HIDDEN * len(match.group()), visible)
        subordinate = motion_words.SUBORDINATE.match(self.text, start, end)
        fate = read_fate(visible, subordinate.end() - start, stop - start) if subordinate else None
        fate = fate or read_fate(visible, 0, stop - start)
        return replace(fate, start=fate.start + start) if fate else None

    def _unanimous(self, start: int, end: int, *, decided: bool) -> bool:
        match = _UNANIMOUS.search(self.text, start, end)
        if match is None or _NOT_AGREED.search(self.text, start, match.start()):
            return False
        if named := match["body"] or match["council"]:
            return _BODY_WORD.search(named) is not None
        alone = _NOTHING_ELSE.fullmatch(self.text, start, match.start()) is not None
        alone = alone and not self.text[match.end() : end].strip(" .;\n")
        return (
            decided
            or alone
            or bool(match["whole"] or match["agreed"] or match["agreeing"] or match["behind"])
            or (match["whom"] and _ASSENT.search(self.text, start, end) is not None)
            or _YES.search(self.text, start, end) is not None
            or "er enstemmig" in self.text[start:end].lower()
        )


def _in_favour(frames: Frames) -> bool:
    """Whether some are said to be for the motion and nobody against it."""
    return bool(frames.stances) and all(stance.side == "for" for stance in frames.stances)
