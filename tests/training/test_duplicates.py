import pytest

pytest.importorskip("numpy")
pytest.importorskip("yaml")

from training.config import DuplicatesConfig
from training.corpus.duplicates import NearDuplicates

CASE = (
    "Forvaltningen foreslår, at den gamle svømmehal i Klosterby rives ned, og at der på grunden opføres et nyt "
    "kulturhus med bibliotek, øvelokaler og en mindre koncertsal, som foreningerne kan låne uden betaling på "
    "hverdage efter klokken sytten og i weekender, når der ikke er arrangementer for byens skoler og institutioner"
)
OTHER = (
    "Udvalget orienteres om sygefraværet i hjemmeplejen, som er faldet i årets første ni måneder, og om de tiltag, "
    "som ledelsen sammen med de tillidsvalgte har sat i værk for at holde det nede gennem vinteren"
)


def near(**settings: object) -> NearDuplicates:
    return NearDuplicates(DuplicatesConfig.model_validate(settings))


def test_a_passage_comes_once() -> None:
    duplicates = near()
    assert [duplicates.seen(text) for text in (CASE, OTHER, CASE)] == [False, False, True]


@pytest.mark.parametrize("again", [CASE.upper(), CASE.replace(",", ""), CASE.replace("byens", "byernes")])
def test_small_changes_do_not_make_it_new(again: str) -> None:
    duplicates = near()
    assert not duplicates.seen(CASE)
    assert duplicates.seen(again)


def test_a_passage_that_goes_on_is_new() -> None:
    duplicates = near()
    assert not duplicates.seen(CASE)
    assert not duplicates.seen(f"{CASE} {OTHER}")


def test_formulas_are_kept_however_often_they_come() -> None:
    duplicates = near()
    formula = "Udvalget godkendte indstillingen med fem stemmer for og to imod"
    assert not any(duplicates.seen(formula) for _ in range(3))


def test_the_threshold_decides() -> None:
    again = CASE.replace("kulturhus med bibliotek, øvelokaler", "medborgerhus med café, mødelokaler")
    strict, lenient = near(threshold=0.95), near(threshold=0.5)
    assert [strict.seen(CASE), strict.seen(again)] == [False, False]
    assert [lenient.seen(CASE), lenient.seen(again)] == [False, True]
