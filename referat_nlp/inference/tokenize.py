"""Text → the tokens of a model, with where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from ..errors import ModelError
from .checkpoint import TOKENIZER


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as tokens.

    Attributes:
        ids: The tokens.
        offsets: Where each stands in the text, as character offsets; a leading space may belong to a token.
    """

    ids: list[int]
    offsets: list[tuple[int, int]]


@dataclass(frozen=True)
class TextTokenizer:
    """The tokenizer of a model.

    Attributes:
        tokenizer: The tokenizer; it neither cuts nor pads.
        begin: The token that every input begins with.
        end: The token that parts an input, and ends it.
    """

    tokenizer: Tokenizer
    begin: int
    end: int

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> TextTokenizer:
        """Wrap a tokenizer, and find the tokens that it puts around a text.

        Raises:
            ValueError: It puts none around it.
        """
        tokenizer.no_truncation()
        tokenizer.no_padding()
        around = tokenizer.encode("").ids
        if len(around) < 2:
            raise ValueError("it puts no tokens before and after a text")
        return cls(tokenizer, around[0], around[-1])

    @classmethod
    def from_folder(cls, folder: Path) -> TextTokenizer:
        """Read ``tokenizer.json`` of a model folder.

        Raises:
            ModelError: It is missing or broken, or of a kind that the models here are not.
        """
        path = folder / TOKENIZER
        if not path.is_file():
            raise ModelError(
                f"{TOKENIZER} is missing",
                path=str(folder),
                advice="Save the tokenizer in its fast form: AutoTokenizer.from_pretrained(…).save_pretrained(folder).",
            )
        try:
            return cls.of(Tokenizer.from_file(str(path)))
        except Exception as error:  # the library raises bare exceptions
            raise ModelError(f"cannot be used: {error}", path=str(path)) from None

    def encode(self, texts: Sequence[str]) -> list[Tokens]:
        """The tokens of texts, without any before, between and after them.

        Args:
            texts: Any number of texts.

        Returns:
            The tokens of each, none left out.
        """
        encodings = self.tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [Tokens(encoding.ids, encoding.offsets) for encoding in encodings]

    def joined(self, parts: Sequence[Sequence[int]]) -> list[int]:
        """One input of several parts: each is followed by the token that parts them, also an empty one."""
        ids = [self.begin]
        for part in parts:
            ids += [*part, self.end]
        return ids
