"""``referat train item-type``: from labels to a folder that the library takes."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from referat_nlp import load
from referat_nlp.cli.app import app
from referat_nlp.train.data import labelled_items, read_labelled
from referat_nlp.train.examples import Data, read_examples
from referat_nlp.train.item_tasks import ItemTypeTask
from referat_nlp.train.settings import Settings

Trained = tuple[Path, Result]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_the_folder_is_whole(types: Trained) -> None:
    folder, _ = types
    names = {path.name for path in folder.iterdir()}
    assert names == {
        "README.md", "calibration.json", "config.json", "model.int8.onnx", "model.onnx", "model.safetensors",
        "tokenizer.json",
    }  # fmt: skip
    assert not folder.with_name("types.part").exists()
    assert str(folder.parent) not in (folder / "config.json").read_text(encoding="utf-8")


def test_a_line_an_epoch_and_the_scores_are_printed(types: Trained) -> None:
    _, done = types
    assert re.findall(r"^epoch (\d): training loss \d\.\d{4}, held-out loss \d\.\d{4}", done.stderr, re.M) == ["1", "2"]
    assert re.search(r"item type, accuracy +rules +\d\.\d{3}", done.stdout)
    assert re.search(r"this model +\d\.\d{3}  \d\.\d{3} – \d\.\d{3} +\d+ +[+-]\d\.\d{3} \[", done.stdout)
    assert "title and case text alone" in done.stdout


def test_the_loss_falls(types: Trained) -> None:
    first, second = re.findall(r"training loss (\d\.\d+)", types[1].stderr)
    assert float(second) < float(first)


def test_load_takes_it(types: Trained, labelled: Path) -> None:
    record = load(item_type=types[0])(labelled / "egebro_klima-og-miljoeudvalget.txt")
    assert record.items
    assert all(item.type in item.types and set(item.type_scores) == set(ItemTypeTask().labels) for item in record.items)


def test_evaluate_takes_it(types: Trained, labelled: Path) -> None:
    done = run("evaluate", labelled, "--model-type", types[0])
    assert done.exit_code == 0, done.output
    assert re.search(r"item type, accuracy +referat_nlp item_type=", done.stdout)


def test_the_card_tells_what_it_was_made_of(types: Trained, labelled: Path) -> None:
    card = (types[0] / "README.md").read_text(encoding="utf-8")
    kept, drawn = map(int, re.search(r"(\d+) items to learn from, (\d+) held out", types[1].stderr).groups())  # type: ignore[union-attr]
    assert f"| trained on | {kept} |" in card
    assert f"| held out | {drawn} |" in card
    assert "## Licence" in card
    assert "## Limits" in card
    assert re.search(r"item type, accuracy \| \d\.\d{3} \| \d\.\d{3} – \d\.\d{3} \| \d+ \|", card)
    assert "The int8 graph beside PyTorch" in card
    assert "from `encoder`" in card


def test_no_case_stands_on_both_sides(labelled: Path) -> None:
    found = read_examples(ItemTypeTask(), Data([labelled]), Settings())
    sides = [{key for item in items for key in item.keys} for items in (found.training, found.held_out)]
    assert sides[0]
    assert not sides[0] & sides[1]


def test_meetings_that_are_kept_apart_are_not_trained_on(labelled: Path) -> None:
    apart = labelled / "elmshede_byraadet.gold.json"
    found = read_examples(ItemTypeTask(), Data([labelled], apart=[apart]), Settings())
    names = {item.meeting.name for item in [*found.training, *found.held_out]}
    assert "elmshede_byraadet" not in names
    assert len(names) == 4
    assert "which belong with those that are kept apart" in found.notes[0]


def test_weak_labels_are_added_where_cues_agree(labelled: Path, tmp_path: Path) -> None:
    source, weak = labelled / "egebro_klima-og-miljoeudvalget.txt", tmp_path / "weak.jsonl"
    gold = [path for path in sorted(labelled.glob("*.gold.json")) if "egebro" not in path.name]
    assert run("tag", source, "-o", weak).exit_code == 0
    found = read_examples(ItemTypeTask(), Data(gold, weak=[weak]), Settings())
    added = [item for item in found.training if item.weak]
    assert added
    assert all(not item.weak for item in found.held_out)
    assert f"{len(added)} of " in found.notes[0]
    # Minutes that are labelled by hand need no weak labels.
    found = read_examples(ItemTypeTask(), Data([labelled], weak=[weak]), Settings())
    assert not [item for item in found.training if item.weak]


def test_decision_and_indstilling_are_left_out_of_a_share() -> None:
    import random

    from referat_nlp.analysis.models.inputs import ItemText
    from referat_nlp.train.task import Shown

    text, chance = ItemText("Havnen", "at den udvides", "Godkendt", "Sagen"), random.Random(0)
    shown = Shown(None, 512, Settings(mask_share=0.4))  # type: ignore[arg-type]
    drawn = [ItemTypeTask().masked(text, chance, shown) for _ in range(2000)]
    assert sum(not each.decided for each in drawn) / 2000 == pytest.approx(0.4, abs=0.04)
    assert sum(not each.asked for each in drawn) / 2000 == pytest.approx(0.2, abs=0.04)
    assert all(each.title and each.case and (each.asked or not each.decided) for each in drawn)


def test_composed_items_are_always_shown_whole(base: Path, labelled: Path) -> None:
    import random
    from dataclasses import replace

    from referat_nlp.train.base import load_base
    from referat_nlp.train.task import Shown

    task, settings = ItemTypeTask(), Settings(mask_share=1.0)
    start = load_base(str(base), task.head, task.labels, exclusive=False, dropout=0.0, seed=0)
    shown = Shown(start.tokenizer, start.max_tokens, settings)
    items = [item for item in labelled_items(read_labelled([labelled])[0]) if task.classes(item)]
    whole = [list(row.ids) for row in task.rows(items, shown, None)]
    assert [list(row.ids) for row in task.rows(items, shown, random.Random(0))] != whole
    composed = [replace(item, marked=()) for item in items]
    assert [list(row.ids) for row in task.rows(composed, shown, random.Random(0))] == whole


def test_ambiguous_items_are_not_learned_from(labelled: Path, tmp_path: Path) -> None:
    for path in labelled.glob("egebro*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    labels = tmp_path / "egebro_klima-og-miljoeudvalget.gold.json"
    record = json.loads(labels.read_text(encoding="utf-8"))
    record["items"][0]["ambiguous"] = True
    labels.write_text(json.dumps(record), encoding="utf-8")
    found = list(labelled_items(read_labelled([tmp_path])[0]))
    assert len(found) == len(record["items"]) - 1


def test_of_a_meeting_that_is_labelled_in_part_the_other_items_are_learned_from(labelled: Path, tmp_path: Path) -> None:
    whole = json.loads((labelled / "elmshede_byraadet.gold.json").read_text(encoding="utf-8"))
    whole["items"], whole["partial"] = whole["items"][:1], True
    minutes = next(each for each in labelled.glob("elmshede_byraadet.*") if ".gold." not in each.name)
    whole["source"] = {"path": str(minutes)}
    (tmp_path / "part.gold.json").write_text(json.dumps(whole), encoding="utf-8")
    everything, rest = (
        read_examples(ItemTypeTask(), Data([labelled], apart=apart), Settings(held_out=0.2))
        for apart in ([], [tmp_path / "part.gold.json"])
    )
    n_before, n_after = (len(found.training) + len(found.held_out) for found in (everything, rest))
    assert n_after == n_before - 1
    titles = {item.context.item.title for item in [*rest.training, *rest.held_out] if "elmshede" in item.meeting.name}
    assert titles
    assert whole["items"][0]["title"] not in titles


def test_validation_labels_are_held_out_in_place_of_a_share(labelled: Path) -> None:
    apart = labelled / "egebro_klima-og-miljoeudvalget.gold.json"
    found = read_examples(ItemTypeTask(), Data([labelled], validation=[apart]), Settings())
    assert {item.meeting.name for item in found.held_out} == {apart.name.removesuffix(".gold.json")}
    assert found.training
    assert apart.name.removesuffix(".gold.json") not in {item.meeting.name for item in found.training}


def test_with_enough_held_out_items_the_rules_and_a_bag_of_words_have_a_say(
    types: Trained, labelled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("referat_nlp.train.item_tasks._FEWEST_TO_BLEND", 5)
    folder = shutil.copytree(types[0], tmp_path / "types")
    meetings, _ = read_labelled([labelled])
    items = list(labelled_items(meetings))
    told = ItemTypeTask().adjust(folder, items, items, Settings())
    assert "The rules and a bag of words have a say" in told
    assert (folder / "bag_of_words.npz").stat().st_size < 500_000
    minutes = labelled / "egebro_klima-og-miljoeudvalget.txt"
    alone, blended = (load(item_type=each)(minutes).items for each in (types[0], folder))
    assert [item.type_scores for item in alone] != [item.type_scores for item in blended]
    # The toy knows next to nothing: what the rules and the words say is what holds.
    assert [item.type for item in blended] == [item.type for item in load(item_type="rules")(minutes).items]
