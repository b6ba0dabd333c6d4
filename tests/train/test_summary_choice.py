"""What is fitted to choose sentences once a model scores them."""

from __future__ import annotations

import numpy as np
import pytest

from referat_nlp.analysis.models.composing import compose
from referat_nlp.analysis.models.selection import Selection, select
from referat_nlp.analysis.models.sentences import candidates
from referat_nlp.evaluate.metrics.summary import reference_of
from referat_nlp.train.data import labelled_items, resumes
from referat_nlp.train.summary_choice import Scored, fit_composer, shares, tune

CASE = """\
{town} Kommune

Referat
Kulturudvalget
Mødedato: 9. april 2024 kl. 15:30

Punkt 1: Tag på {what}

Resumé

{summary}

Indstilling

Forvaltningen indstiller, at sagen drøftes af udvalget.

Sagsfremstilling

Der blev i {year} bygget et hus til alle i byen, som mange var glade for. {summary} Naboerne er hørt og har ikke haft \
noget at sige til det. Huset ligger smukt ved skoven og har en stor park. Der var i {year} en fest i parken med musik.

Beslutning

Godkendt.
"""
WHAT = ("svømmehallen", "skolen", "musikskolen", "idrætshallen", "genbrugspladsen", "børnehaven", "banegården")


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> list[Scored]:
    folder = tmp_path_factory.mktemp("printed")
    for n in range(28):
        what, town = WHAT[n % len(WHAT)], ("Ravnsholt", "Tved", "Kildemose")[n % 3]
        summary = f"Taget på {what} er utæt og skal skiftes for {n + 2},5 mio. kr., som tages af anlægspuljen for året."
        text = CASE.format(what=what, town=town, summary=summary, year=1960 + n)
        (folder / f"{n:02}.txt").write_text(text, encoding="utf-8")
    meetings, _ = resumes([str(folder)])
    chance = np.random.default_rng(0)
    made = []
    for item in labelled_items(meetings):
        found = candidates(item.context)
        made.append(
            Scored(item, found, chance.random(len(found)).tolist(), reference_of(item.gold, item.context.item) or "")
        )
    return made


def test_shares_are_highest_for_what_the_reference_says(scored: list[Scored]) -> None:
    values = shares(scored[0].found, scored[0].reference)
    assert int(np.argmax(values)) == 2
    assert values[2] == pytest.approx(1.0)


def test_what_is_fitted_finds_the_sentence_that_a_model_does_not(scored: list[Scored]) -> None:
    learned, held_out, others = scored[:10], scored[10:20], scored[20:]
    composer = fit_composer([(each.item, each.reference) for each in learned], held_out)
    selection, tried = tune(held_out, composer)
    assert tried > 1
    for each in others:
        prospects = composer.prospects(each.found, each.scores)
        assert int(prospects.worth.argmax()) == 2
        assert 2 in compose(prospects, selection)
    assert composer.expectation.length == pytest.approx(18, abs=2)


def test_without_it_the_scores_alone_choose_among_plain_sentences(scored: list[Scored]) -> None:
    right = [
        Scored(each.item, each.found, [0.9 if index == 2 else 0.6 for index in range(len(each.found))], each.reference)
        for each in scored
    ]
    selection, tried = tune(right, None)
    assert tried > 1
    plain = right[0].plain
    assert all(each.plain for each in plain.found)
    chosen = select([each.text for each in plain.found], plain.scores, selection)
    assert [plain.found[index].text for index in chosen] == [right[0].found[2].text]
    assert tune([], None)[0] == Selection()
