"""Votes in the words that clerks have of their own: agreement, sole opponents, sides told behind their counts."""

from __future__ import annotations

import pytest

from tests.analysis.test_vote_forms import ROSTER, told
from tests.analysis.test_votes import read

WORDINGS = [
    # All agree.
    ("Byrådet vedtog budgettet i fuld enighed.", ["main vedtaget!: - | - | -"]),
    ("Der var fuld enighed om at indgå aftalen.", ["main vedtaget!: - | - | -"]),
    ("Magistraten var enig i at anbefale planen.", ["main vedtaget!: - | - | -"]),
    ("Den samlede kommunalbestyrelse stod bag planen.", ["main vedtaget!: - | - | -"]),
    ("Planen blev godkendt og fik tilslutning fra samtlige tilstedeværende.", ["main vedtaget!: - | - | -"]),
    ("Alle tilstedeværende gav deres tilslutning.", ["main vedtaget!: - | - | -"]),
    ("Samtlige fremmødte medlemmer anbefaler planen.", ["main vedtaget!: - | - | -"]),
    ("Herefter anbefalede udvalget samlet de nye takster.", ["main vedtaget!: - | - | -"]),
    ("De seks tilbageværende stemte alle for indstillingen.", ["main vedtaget!: 6 | - | -"]),
    ("De tilbageværende 13 medlemmer vedtog enstemmigt at købe grunden.", ["main vedtaget!: 13 | - | -"]),
    ("De resterende otte godkendte indstillingen i enighed.", ["main vedtaget!: 8 | - | -"]),
    # One is alone.
    ("Vedtaget, idet Bo Lind afgav den eneste nejstemme.", ["main vedtaget: - | - Bo Lind | -"]),
    ("Planen blev vedtaget med Bo Lind som eneste modstander.", ["main vedtaget: - | - Bo Lind | -"]),
    ("Med Bo Lind som eneste modstander blev planen vedtaget.", ["main vedtaget: - | - Bo Lind | -"]),
    ("Beløbet blev bevilget med Per Ek som den eneste, der stemte imod.", ["main vedtaget: - | - Per Ek | -"]),
    ("Udvalget anbefaler planen. Per Ek er den eneste, der siger nej.", ["main vedtaget: - | - Per Ek | -"]),
    # Who they were is told behind the count.
    ("Vedtaget med 11 stemmer mod 2. De to stemmer kom fra Bo Lind og Per Ek.",
     ["main vedtaget: 11 | 2 Bo Lind, Per Ek | -"]),
    ("Nedstemt med ni stemmer mod seks. De ni stemmer kom fra V, F og C, de seks fra A og Ø.",
     ["main forkastet: 6 A, Ø | 9 V, F, C | -"]),
    ("Vedtaget med 8 stemmer. Mindretallet på 7 bestod af A og Ø.", ["main vedtaget: 8 | 7 A, Ø | -"]),
    ("Godkendt med 5 stemmer mod 2. De 2, Bo Lind og Per Ek, ville have ydet mere.",
     ["main vedtaget: 5 | 2 Bo Lind, Per Ek | -"]),
    ("Flertallet, som er V og C, anbefaler planen. Mindretallet, som er A og Ø, vil vente.",
     ["main vedtaget: - V, C | - A, Ø | -"]),
    ("Der var 6 ja og 1 nej, det sidste fra Bo Lind. Godkendt.", ["main vedtaget: 6 | 1 Bo Lind | -"]),
    ("Indstillingen får seks ja og et enkelt nej fra Bo Lind.", ["main vedtaget: 6 | 1 Bo Lind | -"]),
    ("Godkendt (4 ja og 2 nej; nej fra Bo Lind og Per Ek).", ["main vedtaget: 4 | 2 Bo Lind, Per Ek | -"]),
    ("To stemte for, Bo Lind og Per Ek, og fire stemte imod. Forslaget faldt.",
     ["main forkastet: 2 Bo Lind, Per Ek | 4 | -"]),
    ("A og F anbefaler planen, mens de to øvrige, Bo Lind (V) og Per Ek (V), fraråder.",
     ["main vedtaget: - A, F | 2 Bo Lind, Per Ek | -"]),
    ("Planen fik tre stemmer, afgivet af A og F. De to andre, Bo Lind og Per Ek, stemte nej, fordi den er for dyr.",
     ["main vedtaget: 3 A, F | 2 Bo Lind, Per Ek | -"]),
    ("4 medlemmer (V og C) kan gå ind for planen. 3 medlemmer (A og Ø) ønsker ruten bevaret og går imod.",
     ["main vedtaget: 4 V, C | 3 A, Ø | -"]),
    # Whose votes, as a genitive.
    ("Indstillingen samlede 16 stemmer, mens Venstres fire medlemmer stemte imod.",
     ["main vedtaget: 16 | 4 Venstre | -"]),
    ("Anbefales med fire stemmer mod V's to.", ["main vedtaget: 4 | 2 V | -"]),
    ("Tiltrådt med fire stemmer (A og F) over for tre (V).", ["main vedtaget: 4 A, F | 3 V | -"]),
    # A list behind the count, and words behind the list.
    ("Sagen anbefales med 5 stemmer (A og V) til Byrådet. Ét medlem (Ø) undlod at stemme.",
     ["main vedtaget: 5 A, V | - | 1 Ø"]),
    ("Forslaget blev forkastet med 22 stemmer imod 5. For forslaget stemte Ø (2) og F (3).",
     ["main forkastet: 5 Ø, F | 22 | -"]),
    ("For forslaget stemte 4, Venstre og Nærlisten. Imod forslaget stemte 3, Socialdemokratiet. Godkendt.",
     ["main vedtaget: 4 Venstre, Nærlisten | 3 Socialdemokratiet | -"]),
    ("For stemte V (9) og Fjordbysk Liste (2). Imod stemte O (3). Indstillingen er dermed godkendt.",
     ["main vedtaget: 11 V, Fjordbysk Liste | 3 O | -"]),
    ("Bo Lind (A) foreslog, at sagen sendes til Børne- og Skoleudvalget. For stemte A og F (8). Imod stemte V (2).",
     ["procedural vedtaget: 8 A, F | 2 V | -"]),
    ("For: 3 (Bo Lind (A), Carl de Neergaard (C), Ida Krog (Frie Borgere)). Imod: 1 (Per Ek (B)).",
     ["main vedtaget: 3 Bo Lind, Carl de Neergaard, Ida Krog | 1 Per Ek | -"]),
    # What a minority cannot recommend has not fallen, and what it would rather have is no motion.
    ("Et flertal (C og V) anbefaler planen. Et mindretal (A) kan ikke anbefale planen og henviser til høringen.",
     ["main vedtaget: - C, V | - A | -"]),
    ("Et flertal bestående af A og V (5) anbefaler sagen. Et mindretal bestående af Ø (2) kan ikke anbefale sagen, "
     "men foreslår, at træerne bevares.", ["main vedtaget: 5 A, V | 2 Ø | -"]),
    # Whether it was carried.
    ("Udvalget frigav midlerne med tre stemmer. To medlemmer gik imod.", ["main vedtaget: 3 | 2 | -"]),
    ("Bevilget, 5 stemmer.", ["main vedtaget: 5 | - | -"]),
    ("Stemmerne faldt 3-2 til fordel for indstillingen, der dermed er vedtaget.", ["main vedtaget: 3 | 2 | -"]),
    ("Stemmerne faldt således, at 4 var for og 2 imod, nemlig Bo Lind og Per Ek.",
     ["main vedtaget: 4 | 2 Bo Lind, Per Ek | -"]),
    ("Udvalget fulgte indstillingen med 4 mod 2.", ["main vedtaget: 4 | 2 | -"]),
    ("Herfor var 5 stemmer (V), herimod 9. Per Ek undlod.", ["main forkastet: 5 V | 9 | - Per Ek"]),
    ("Udvalget delte sig: A og F var for købet, V imod. Købet er derfor ikke godkendt.",
     ["main forkastet: - A, F | - V | -"]),
    ("Alene Bo Lind og Per Ek gav det deres stemme. Forslaget er faldet.",
     ["main forkastet: - Bo Lind, Per Ek | - | -"]),
    ("Otte stemte ja, og Bo Lind gav ikke sin stemme til nogen af siderne.", ["main vedtaget: 8 | - | - Bo Lind"]),
    ("Stemmerne var 11 ja, 5 nej og 1 blank. Bo Lind afgav den blanke.", ["main vedtaget: 11 | 5 | 1 Bo Lind"]),
    ("Vedtaget (5 ja, 2 nej). Nej fra Bo Lind og Per Ek.", ["main vedtaget: 5 | 2 Bo Lind, Per Ek | -"]),
    ("Anbefalet med ja fra A, F og C. V sagde nej.", ["main vedtaget: - A, F, C | - V | -"]),
    ("Vedtaget med ja fra alle seks i lokalet.", ["main vedtaget!: 6 | - | -"]),
    ("Planen blev vedtaget med alle 14 fremmødtes stemmer.", ["main vedtaget!: 14 | - | -"]),
    ("Vedtaget med 9 stemmer mod 6. Mindretallet udgjordes af gruppe V samt Bo Lind.",
     ["main vedtaget: 9 | 6 V, Bo Lind | -"]),
    ("Vedtaget med 10 mod 5, idet C stemte imod sammen med liste L og gruppe F.",
     ["main vedtaget: 10 | 5 C, L, F | -"]),
    ("Vedtaget mod Bo Linds (V) og Per Eks (V) stemmer.", ["main vedtaget: - | - Bo Lind, Per Ek | -"]),
    ("Vedtaget med A's, F's og B's stemmer (9) mod C's, V's og L's (8).",
     ["main vedtaget: 9 A, F, B | 8 C, V, L | -"]),
    ("For: A, F samt Bo Lind. Imod: O, C og resten af V. Vedtaget.",
     ["main vedtaget: - A, F, Bo Lind | - O, C, V | -"]),
    ("2 var for udsættelse (Bo Lind og Per Ek) og 3 imod, og sagen blev derfor ikke udsat.",
     ["procedural forkastet: 2 Bo Lind, Per Ek | 3 | -"]),
    ("Et flertal på 4 (A og F) kan ikke anbefale planen. Et mindretal på 2 (V) anbefaler planen.",
     ["main forkastet: 2 V | 4 A, F | -"]),
    ("Flertallet (V og C, 3 medlemmer) anbefaler planen. Mindretallet (A, 2 medlemmer) vil bevare skolen.",
     ["main vedtaget: 3 V, C | 2 A | -"]),
    ("Ved håndsoprækning tilsluttede 11 medlemmer sig planen. V (8) stemte imod.", ["main vedtaget: 11 | 8 V | -"]),
    ("Vedtaget med 9 ja og 5 nej. Bo Lind stemte igen blankt.", ["main vedtaget: 9 | 5 | - Bo Lind"]),
    ("Stemmerne stod lige, idet A var for og V imod. Formandens stemme gjorde udslaget, og planen er dermed vedtaget.",
     ["main vedtaget: - A | - V | -"]),
    ("Forslaget\tStillet af\tJa\tNej\tBlank\tResultat\n"
     "Nr. 1: Mere sand på alle strande\tØ\t3 (F, Ø)\t15 (A, V)\t1 (L)\tBortfaldt\n"
     "Nr. 2: Ny bro\tF\t10 (A, F)\t9 (V, L)\t0\tVedtaget",
     ["amendment forkastet: 3 F, Ø | 15 A, V | 1 L", "amendment vedtaget: 10 A, F | 9 V, L | 0"]),
    ("Anbefales med stemmerne 5-2 (A).", ["main vedtaget: 5 | 2 A | -"]),
    # A list in brackets ends where its bracket does.
    ("En stemte imod (Bo Lind), og Per Ek afstod fra at stemme.", ["main None: - | 1 Bo Lind | - Per Ek"]),
    ("Vedtaget med 9 stemmer for. For stemte: (V), (D), Bo Lind (UP), (A) og (C).",
     ["main vedtaget: 9 V, D, Bo Lind, A, C | - | -"]),
    # What was moved, and what the vote was on.
    ("Bo Lind bad om at få sagen udsat. Det samlede tre stemmer (Ø og F) og blev nedstemt af de øvrige 16.",
     ["procedural forkastet: 3 Ø, F | 16 | -"]),
    ("Bo Lind ønskede punkt 7 taget af dagsordenen. Ønsket fik tilslutning fra Ø, i alt 2 stemmer, mens 17 var imod.",
     ["procedural forkastet: 2 Ø | 17 | -"]),
    ("Bo Lind ville have pkt. 7 taget af. Det var der ikke stemning for; kun Bo Lind og Per Ek stemte for.",
     ["procedural forkastet: - Bo Lind, Per Ek | - | -"]),
    ("Bo Lind ville have sagen tilbage i Teknisk Udvalg. 8 stemte for dette (V og C), og 9 stemte imod.",
     ["procedural forkastet: 8 V, C | 9 | -"]),
    ("Ø begærede sagen udsat. Begæringen opnåede støtte fra Ø og F, tilsammen 3 stemmer. 18 stemte imod."
     "\n\nIndstillingen blev vedtaget med Ø som eneste modstander.",
     ["procedural forkastet: 3 Ø, F | 18 | -", "main vedtaget: - | - Ø | -"]),
    ("Bo Lind begærede punkt 45 behandlet for åbne døre. Begæringen vandt kun bifald hos V, i alt 3 stemmer."
     " De andre 6 var imod.", ["procedural forkastet: 3 V | 6 | -"]),
    ("Bo Lind foreslog, at sagen udgår og kommer igen i april. 10 medlemmer støttede forslaget: V og C."
     " De øvrige 11 medlemmer var imod.", ["procedural forkastet: 10 V, C | 11 | -"]),
    ("C foreslog højst to etager. Forslaget samlede 9 stemmer, 12 var imod. Derefter blev indstillingen bragt til"
     " afstemning. Den samlede 17 stemmer – A (12) og V (5) – mens C (4) gik imod.",
     ["amendment forkastet: 9 | 12 | -", "main vedtaget: 17 A, V | 4 C | -"]),
    ("Bo Lind ville nøjes med 100.000 kr. Her var Bo Lind og Per Ek for, og forslaget var dermed nedstemt.",
     ["amendment forkastet: - Bo Lind, Per Ek | - | -"]),
]  # fmt: skip


@pytest.mark.parametrize(("decision", "ballots"), WORDINGS, ids=range(len(WORDINGS)))
def test_votes_are_told_in_many_words(decision: str, ballots: list[str]) -> None:
    assert [told(ballot) for ballot in read(decision, members=ROSTER).ballots] == ballots


@pytest.mark.parametrize(
    ("decision", "reserved", "dissenting"),
    [
        ("Anbefales. V holder stillingen åben til byrådets behandling.", ["V"], []),
        ("Drøftet. Bo Lind lader sit standpunkt stå åbent, indtil naboerne er hørt.", ["Bo Lind"], []),
        ("Anbefales. Bo Lind vil vente med at tage stilling.", ["Bo Lind"], []),
        ("Anbefales. Bo Lind tog dog det forbehold, at regnskabet først skal ses.", ["Bo Lind"], []),
        ("Godkendt. Bo Lind ser sig ikke i stand til at støtte planen.", [], ["Bo Lind"]),
        ("Godkendt. Bo Lind nedlagde indsigelse mod beslutningen.", [], ["Bo Lind"]),
        ("Vedtaget. Ø lod føre til protokollen, at gruppen ikke kan medvirke til salget.", [], ["Ø"]),
        # A vote on a step before is none on the case.
        ("Bo Lind foreslog sagen udsat. For stemte Bo Lind, imod 6.\n\nSalget blev godkendt. Bo Lind kunne ikke støtte"
         " det.", [], ["Bo Lind"]),
    ],
)  # fmt: skip
def test_positions_in_many_words(decision: str, reserved: list[str], dissenting: list[str]) -> None:
    result = read(decision, members=ROSTER)
    assert [person.name or person.party for person in result.reservations] == reserved
    assert [person.name or person.party for person in result.dissent] == dissenting
