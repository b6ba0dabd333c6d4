"""A toy run: minutes and text of invented towns, and a model that trains in seconds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

SUBJECTS = [
    "skolen",
    "havnen",
    "biblioteket",
    "svømmehallen",
    "rådhuset",
    "plejehjemmet",
    "cykelstien",
    "genbrugspladsen",
]
VERBS = ["udvides", "flyttes", "lukkes", "renoveres", "indvies", "udlejes", "forsikres", "males"]
PLACES = ["Ellevang", "Birkemose", "Nørrelund", "Sandvig", "Klosterby", "Ravnholt", "Tranekær", "Engdrup"]
MONTHS = ["januar", "februar", "marts", "april", "maj", "juni", "august", "september"]


def sentence(chance: random.Random) -> str:
    """A sentence that hardly ever comes twice."""
    return (
        f"{chance.choice(SUBJECTS).capitalize()} i {chance.choice(PLACES)} {chance.choice(VERBS)} i "
        f"{chance.choice(MONTHS)} {chance.randint(1990, 2040)} for {chance.randint(1, 999)}.000 kr., og "
        f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} derefter."
    )


def paragraph(chance: random.Random, sentences: int = 4) -> str:
    return " ".join(sentence(chance) for _ in range(sentences))


def minutes(number: int, cases: list[str], chance: random.Random, text: str | None = None) -> str:
    """Minutes of one meeting with an item a case; the case text is the same where ``text`` is given."""
    lines = ["Birkelund Kommune", "Referat", "Teknisk Udvalg", f"Mødedato: {number % 27 + 1}. maj 2023", ""]
    for item, case in enumerate(cases, start=1):
        lines += [f"Punkt {item}: Sag om {chance.choice(SUBJECTS)} nr. {case}", f"Sagsnr.: {case}", ""]
        lines += ["Sagsbeskrivelse", "", text or paragraph(chance), "", "Beslutning", ""]
        lines += [f"Godkendt med {chance.randint(4, 9)} stemmer.", ""]
    return "\n".join(lines)


@pytest.fixture(scope="session")
def toy_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder: 40 meetings of two items, 60 documents of text."""
    folder = tmp_path_factory.mktemp("data")
    chance = random.Random(7)
    (folder / "minutes").mkdir()
    for number in range(40):
        cases = [f"23-{number:06d}", f"23-{number // 2 + 900:06d}"]
        (folder / "minutes" / f"meeting_{number:02d}.txt").write_text(minutes(number, cases, chance), encoding="utf-8")
    documents = ["\n".join(paragraph(chance) for _ in range(5)) for _ in range(60)]
    (folder / "text.txt").write_text("\n\n".join(documents), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def toy_yaml(toy_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The configuration of a toy run whose corpus and tokenizer are built."""
    for module in ("numpy", "tokenizers", "yaml"):
        pytest.importorskip(module)
    from training.config import load_config
    from training.corpus.build import build_corpus
    from training.corpus.packing import pack
    from training.tokenizer import train_tokenizer

    folder = tmp_path_factory.mktemp("run")
    path = folder / "toy.yaml"
    path.write_text(
        f"""
data: {toy_data}
corpus:
  folder: {folder}/corpus
  held_out_share: 0.2
  sources:
    - {{name: minutes, path: minutes, kind: minutes, repeat: 2}}
    - {{name: text, path: text.txt, kind: text}}
tokenizer: {{folder: {folder}/tokenizer, pieces: 500}}
model: {{layers: 2, hidden: 32, heads: 2, intermediate: 32, positions: 128, local_window: 16}}
pretrain:
  folder: {folder}/run
  phases: [{{steps: 12, length: 32, batch: 8}}, {{steps: 6, length: 64, batch: 4}}]
  decay: {{steps: 6, length: 64, batch: 4}}
  rate: 5.0e-3
  warmup: 4
  compile: false
  threads: 1
  log_steps: 1
  measure_steps: 6
  measure_tokens: 2000
""",
        encoding="utf-8",
    )
    config = load_config(path)
    build_corpus(config)
    train_tokenizer(config)
    pack(config)
    return path
