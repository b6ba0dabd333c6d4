"""Votes and absences by a model: alone, and where the grammar leaves something open."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from referat_nlp import load, parse
from referat_nlp.analysis import contexts
from referat_nlp.analysis.models.absence import HybridAbsenceExtractor, ModelAbsenceExtractor, absence_spans
from referat_nlp.analysis.models.tagging import tag_texts, token_logits
from referat_nlp.analysis.models.unexplained import unexplained
from referat_nlp.analysis.models.vote_labels import VOTE_LABELS
from referat_nlp.analysis.models.votes import HybridVoteExtractor, ModelVoteExtractor
from referat_nlp.analysis.votes import GrammarVoteExtractor
from referat_nlp.errors import ModelError
from tests.analysis.models.marked import context_of, told
from tests.authored import MINUTES
from tests.inference.toys import bag_of_words

WORDS = {
    "ok": {"ny-vedtaget": 8.0},
    "seks": {"b-antal-for": 8.0},
    "to": {"b-antal-imod": 8.0},
    "malene": {"b-imod": 8.0},
    "buhl": {"i-imod": 8.0},
    "ida": {"b-fraværende": 8.0},
    "krog": {"i-fraværende": 8.0},
    "per": {"b-stedfortræder": 8.0},
    "ek": {"i-stedfortræder": 8.0},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    more = {"problem_type": None}
    return bag_of_words(
        tmp_path / "votes", VOTE_LABELS, {"ordet": {"o": 1.0}, **WORDS}, bias=0.0, head="ForTokenClassification", **more
    )


@pytest.fixture
def model(folder: Path) -> ModelVoteExtractor:
    return ModelVoteExtractor.load(folder)


def test_the_model_alone(model: ModelVoteExtractor) -> None:
    (result,) = model([context_of("Ok, seks mod to. Heriblandt Malene Buhl (Ø).")])
    assert [told(ballot) for ballot in result.ballots] == [("main", "vedtaget", 6, 2, None, "", "Malene Buhl", "")]
    assert result.ballots[0].warnings == ["names-do-not-match-count"]
    assert model([]) == []


def test_all_of_a_long_decision_is_read(model: ModelVoteExtractor) -> None:
    text = "Punktet blev drøftet. " * 400 + "Ok, seks mod to. " + "Tak for i aften. " * 300
    ((tokens, logits),) = token_logits(model.model, [text])
    assert len(tokens.ids) == len(logits) > 3000
    (found,) = tag_texts(model.model, [text], [()])
    assert [text[each.start : each.end] for each in found] == ["Ok", "seks", "to"]


def test_what_the_grammar_reads_to_the_end_stands(folder: Path) -> None:
    record, plain = load(votes=folder)(parse(MINUTES)), load()(parse(MINUTES))
    assert [item.ballots for item in record.items] == [item.ballots for item in plain.items]
    assert record.items[1].reservations == plain.items[1].reservations
    assert plain.items[1].ballots


OPEN = "Ok med tallene seks/to; Malene Buhl (Ø) stemmemæssigt på den anden side af flertallet."


def test_the_model_is_asked_where_the_grammar_finds_nothing(model: ModelVoteExtractor) -> None:
    context = context_of(OPEN.replace("; Malene Buhl (Ø)", ", blankt"))
    (grammar,) = GrammarVoteExtractor()([context])
    assert grammar.ballots == []
    assert unexplained(context, context.item.decisions[0], grammar)
    (result,) = HybridVoteExtractor(model)([context])
    assert [told(ballot)[:4] for ballot in result.ballots] == [("main", "vedtaget", 6, 2)]


def test_a_ballot_that_does_not_add_up_is_not_taken_from_the_model(model: ModelVoteExtractor) -> None:
    assert model([context_of(OPEN)])[0].ballots[0].warnings
    assert HybridVoteExtractor(model)([context_of(OPEN)])[0].ballots == []


def test_a_ballot_of_the_grammar_that_does_not_add_up_makes_way(model: ModelVoteExtractor) -> None:
    text = "Godkendt med 6 stemmer imod 3. Imod stemte Bo Lind (V). Ok seks mod to."
    context = context_of(text)
    (grammar,) = GrammarVoteExtractor()([context])
    assert grammar.ballots[0].warnings
    (kept,) = HybridVoteExtractor(model)([context_of(text.replace(" Ok seks mod to.", ""))])
    assert kept.ballots[0].counts == grammar.ballots[0].counts
    (result,) = HybridVoteExtractor(model)([context])
    assert (result.ballots[0].counts.for_, result.ballots[0].counts.against) in ((6, 3), (6, 2))


def test_a_model_that_does_not_tell_all_that_the_grammar_does_is_not_believed(model: ModelVoteExtractor) -> None:
    text = "Godkendt. Imod stemte Bo Lind. Malene Buhl stemmemæssigt på den anden side af flertallet. Ok."
    context = context_of(text)
    assert unexplained(context, context.item.decisions[0], GrammarVoteExtractor()([context])[0])
    assert [voter.name for voter in model([context])[0].ballots[0].against] == ["Malene Buhl"]
    (result,) = HybridVoteExtractor(model)([context])
    assert [voter.name for ballot in result.ballots for voter in ballot.against] == ["Bo Lind"]


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Godkendt.", False),
        ("Godkendt med 5 stemmer imod 2.", False),
        ("Godkendt. Imod stemte Malene Buhl (Ø) og V.", False),
        ("Bo Lind (V) blev valgt med 5 stemmer. Malene Buhl (Ø) fik 2 stemmer.", False),
        ('Godkendt. Bo Lind (V) udtalte: "Jeg har altid stemt imod den slags stier sammen med 3 andre."', False),
        ("Godkendt med 5 stemmer imod 2. Imod stemte Bo Lind (V).", True),
        ("Der blev talt 5 stemmesedler op.", True),
    ],
)
def test_what_is_open(text: str, is_open: bool) -> None:
    context = context_of(text, title="Valg af formand" if "valgt" in text else "Ny cykelsti")
    (read,) = GrammarVoteExtractor()([context])
    assert bool(unexplained(context, context.item.decisions[0], read)) == is_open


def test_absences_by_the_model_alone(folder: Path) -> None:
    (found,) = ModelAbsenceExtractor.load(folder)([context_of("Drøftet. Uden Ida Krog, med Per Ek på stolen.")])
    assert [(each.name, each.kind, each.substitute) for each in found] == [("Ida Krog", "absent", "Per Ek")]


def test_the_rules_come_first_and_the_model_where_they_find_nobody(folder: Path) -> None:
    hybrid = HybridAbsenceExtractor.load(folder)
    named, odd, silent = hybrid(
        [
            context_of("Godkendt. Bo Lind (V) var fraværende. Ida Krog sagde tak."),
            context_of("Godkendt. Fraværet gjaldt efter det oplyste Ida Krog."),
            context_of("Godkendt. Ida Krog sagde tak."),
        ]
    )
    assert [each.name for each in named] == ["Bo Lind"]
    assert [each.name for each in odd] == ["Ida Krog"]
    assert silent == []


def test_load_takes_names_for_both_and_goes_to_another_process(folder: Path) -> None:
    pipeline = pickle.loads(pickle.dumps(load(votes=str(folder), absence=folder)))
    assert isinstance(pipeline.votes, HybridVoteExtractor)
    assert isinstance(pipeline.absence, HybridAbsenceExtractor)
    assert pipeline(parse(MINUTES)).items[1].ballots


def test_a_model_of_another_task(tmp_path: Path) -> None:
    other = bag_of_words(tmp_path / "types", ["a", "b"], {"x": {"a": 1.0}})
    with pytest.raises(ModelError, match="this task needs one that ends in ForTokenClassification"):
        load(votes=other)


def shown(text: str) -> list[str]:
    """What a model of absences is shown of the first item of minutes."""
    record = parse(f"Ellemose Kommune\nByrådet\nReferat\n\nPunkt 1: Ny skole\n\n{text}\n")
    context = contexts(record)[0]
    return [context.text[slice(*span)] for span in absence_spans(context)]


@pytest.mark.parametrize("between", [": ", "\n", ":\n"])
def test_a_section_about_absence_is_shown_with_its_heading(between: str) -> None:
    for heading in ("Afbud", "Fraværende"):
        text = f"Beslutning\nGodkendt.\n\n{heading}{between}Ida Krog (V)"
        assert shown(text) == ["Godkendt.", f"{heading}{between}Ida Krog (V)"]


def test_who_was_absent_when_another_body_decided_is_not_read() -> None:
    prior = "Beslutning fra Økonomiudvalget den 3. maj 2021:\nAnbefales.\n\nFraværende:\nBo Lind (A)\n\n"
    text = f"{prior}Beslutning\nGodkendt.\n\nAfbud:\nIda Krog (V)"
    assert shown(text) == ["Godkendt.", "Afbud:\nIda Krog (V)"]
