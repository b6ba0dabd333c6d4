"""``python -m training``: one command a step, each a thin skin over one function."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from training.config import load_config

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

ConfigPath = Annotated[
    Path, typer.Argument(exists=True, dir_okay=False, help="The run's file, training/configs/….yaml.")
]
DataPath = Annotated[Path | None, typer.Option("--data", help="Read the sources from this folder instead.")]


@app.command()
def corpus(path: ConfigPath, data: DataPath = None) -> None:
    """Read the sources, hold out meetings, remove near-duplicates, write the documents."""
    from training.corpus.build import build_corpus

    _print(build_corpus(load_config(path, data)))


@app.command()
def tokenizer(
    path: ConfigPath,
    compare: Annotated[
        bool, typer.Option("--compare", help="Train nothing that is kept: measure the tokenizer against others.")
    ] = False,
) -> None:
    """Train the tokenizer; print pieces a word on the held-out minutes."""
    from training.corpus.build import HELD_OUT
    from training.tokenizer import compare_tokenizers, pieces_a_word, train_tokenizer

    config = load_config(path)
    if compare:
        _print(compare_tokenizers(config))
        return
    name = f"{config.tokenizer.kind} {config.tokenizer.pieces}"
    _print({name: pieces_a_word(train_tokenizer(config), config.corpus.folder / HELD_OUT)})


@app.command()
def pack(path: ConfigPath) -> None:
    """Write the documents as tokens; print the tokens of each source."""
    from training.corpus.packing import pack as pack_tokens

    _print(pack_tokens(load_config(path)))


@app.command()
def pretrain(
    path: ConfigPath,
    decay: Annotated[
        bool, typer.Option("--decay", help="Anneal from the last checkpoint of the constant stretch, and save a model.")
    ] = False,
    steps: Annotated[
        int | None, typer.Option(min=1, help="With --decay: its steps. Without: stop after this step of the run.")
    ] = None,
) -> None:
    """Train the encoder, from its last checkpoint on."""
    from training.encoder import pretrain as loop

    config = load_config(path)
    folder = loop.decay(config, steps) if decay else loop.pretrain(config, steps)
    typer.echo(f"finished: {folder}" if folder else "stopped; the same command goes on")


@app.command()
def probe(path: ConfigPath, data: DataPath = None) -> None:
    """Compare the encoder with an untrained twin on UD Danish DDT: parts of speech, sentence ends."""
    from training.probe.compare import probe as compare_twins

    _print(compare_twins(load_config(path, data)))


@app.command()
def tasks(
    path: ConfigPath,
    data: DataPath = None,
    only: Annotated[str | None, typer.Option(help="One model: item-type, ballots or summary.")] = None,
    ship: Annotated[bool, typer.Option("--ship", help="Copy the models to where the package takes them from.")] = False,
) -> None:
    """Fine-tune the encoder for every task, those that are done left as they are."""
    from training import tasks as made

    config = load_config(path, data)
    folders = made.fine_tune(config, only, typer.echo)
    _print([str(folder) for folder in (made.ship(config) if ship else folders)])


@app.command()
def ablations(
    path: ConfigPath,
    data: DataPath = None,
    epochs: Annotated[int, typer.Option(min=1, help="Of each training.")] = 1,
) -> None:
    """Train the item type model with and without each of its parts; print the scores beside each other."""
    from rich.console import Console

    from referat_nlp.evaluate.tables import table
    from training.ablations import ablate

    console = Console(width=160, highlight=False)
    for title, runs in ablate(load_config(path, data), epochs, typer.echo):
        console.print(f"\n[bold]{title}[/]")
        console.print(table(runs))


@app.command("all")
def everything(path: ConfigPath, data: DataPath = None) -> None:
    """Remake all that is shipped: corpus, tokenizer, tokens, encoder, models; what is there is not made again."""
    from training.corpus.build import TRAIN
    from training.corpus.packing import COUNTS
    from training.encoder.pretrain import FINAL

    config = load_config(path, data)
    if not (config.corpus.folder / TRAIN).exists():
        corpus(path, data)
    if not (config.tokenizer.folder / "tokenizer.json").exists():
        tokenizer(path)
    if not (config.corpus.folder / COUNTS).exists():
        pack(path)
    if not (config.pretrain.folder / FINAL).is_dir():
        pretrain(path)
    if (config.pretrain.folder / FINAL).is_dir():
        tasks(path, data, ship=True)


@app.command()
def compose(
    out: Annotated[Path, typer.Option("-o", "--out", dir_okay=False, help="JSON Lines, one meeting a line.")],
    number: Annotated[int, typer.Option("-n", "--number", min=1, help="How many meetings.")] = 1000,
    seed: Annotated[int, typer.Option(help="What all chance depends on.")] = 7,
    text_folder: Annotated[
        Path | None, typer.Option("--text-folder", help="Write every meeting as .txt with .gold.json beside it, too.")
    ] = None,
) -> None:
    """Compose labelled minutes that nobody held."""
    from training.composer.export import export

    _print(export(number, seed, out, text_folder))


def _print(result: object) -> None:
    typer.echo(json.dumps(result, ensure_ascii=False, indent=1))
