"""What somebody proposes, says or gives as his reason, taken out of a row of tokens: it tells no votes."""

from __future__ import annotations

from dataclasses import replace

from .tokens import Token

_TELLING = frozenset(("side", "pair", "who", "favour", "oppose", "decline", "result", "abstain", "vote"))
_VOTING = frozenset(("vote", "assent", "oppose"))
_BODIES = ("byråd", "magistrat", "regionsråd", "kommunalbestyr", "borgerrepræs", "udvalget")


def without_speech(tokens: list[Token]) -> list[Token]:
    """The tokens less what somebody proposes, says or gives as his reason."""
    kept: list[Token] = []
    silent = moved = False
    noted = -1
    for index, token in enumerate(tokens):
        if silent and (
            token.kind in ("stop", "resumes", "hidden")
            or (token.kind == "colon" and tokens[index - 1].kind not in ("moves", "says"))
            or (token.kind == "comma" and _votes_begin(tokens, index + 1))
            or (moved and token.kind in ("result", "gets", "agent"))
        ):
            silent = False
        if token.text.startswith("med ") and token.kind == "says" and noted < 0:
            noted = _noted_vote(tokens, index)
        if index <= noted:
            continue
        if token.kind in ("moves", "says"):
            already, silent, moved = silent, True, token.kind == "moves"
            if not already and not token.text.startswith(("om", "med ")):
                own = _own_vote(tokens, index)
                if own:
                    kept += own
                elif _is_set_apart(kept) and token.text.startswith("ønske"):
                    kept.append(replace(token, kind="word"))  # '…, mens 4 ønskede sagen udsat'
                else:
                    _take_speaker(kept)
        if token.text == "at" and _content_begins(tokens, index, kept):
            silent = moved = True
        if not silent:
            kept.append(token)
    return kept


def _noted_vote(tokens: list[Token], index: int) -> int:
    """Where a remark leads to how somebody voted: the 'at' of 'med bemærkning om, at Ø stemmer imod'; -1 if nowhere."""
    ahead = range(index + 1, min(index + 4, len(tokens)))
    position = next((at for at in ahead if tokens[at].text in ("at", "om, at")), None)
    if position is None:
        return -1
    following = [token for token in tokens[position + 1 : position + 6] if token.kind not in ("adverb", "comma", "and")]
    named = [token for token in following if token.who is not None and token.who.voters]
    rest = [token.kind for token in following if token not in named]
    votes = rest[:2] == ["vote", "side"] or rest[:1] == ["abstain"]
    return position if named and following[0] in named and votes else -1


def _content_begins(tokens: list[Token], index: int, kept: list[Token]) -> bool:
    """Whether ', at' begins what was decided or said, the votes being told already.

    'Med bemærkning, at byrådet har vedtaget', 'formanden konstaterede, at 8 stemte for' tell them only then.
    """
    if not index or tokens[index - 1].kind != "comma":
        return False
    behind = tokens[index + 1].text if index + 1 < len(tokens) else ""
    told = any(token.kind in _TELLING for token in kept) and tokens[max(0, index - 2)].text != "således"
    return told and not behind.startswith(_BODIES)


def _take_speaker(kept: list[Token]) -> None:
    """Who speaks or moves is no voter, unless he is named as one ('Imod stemte Bo Lind, der ønskede …')."""
    for position in range(len(kept) - 1, max(-1, len(kept) - 7), -1):
        if kept[position].kind == "who":
            who = kept[position].who
            if who is not None and who.count is None and not (who.group and who.voters):
                del kept[position]
            return
        if kept[position].kind not in ("word", "adverb", "open", "close", "comma", "dash"):
            return


def _is_set_apart(kept: list[Token]) -> bool:
    """Whether the voters last named are set against others: 'mens 4'."""
    return len(kept) > 1 and kept[-1].who is not None and kept[-2].kind == "resumes"


def _own_vote(tokens: list[Token], index: int) -> list[Token]:
    """The vote in 'Bo Lind ønskede ført til protokollen, at han havde stemt imod'."""
    following = [token.text for token in tokens[index + 1 : index + 3]]
    if following[1:] == ["stemme"] and index + 3 < len(tokens) and tokens[index + 3].kind == "side":
        return [tokens[index + 3]]  # 'ønsker sin stemme imod ført til referat'
    for position in range(index + 1, min(index + 14, len(tokens) - 2)):
        if tokens[position].kind in ("comma", "stop", "who", "colon"):
            break
        if tokens[position].kind == "and" and tokens[position + 1].kind in _VOTING:
            return tokens[position + 1 : position + 3]  # 'ønsker ruten bevaret og stemmer imod'
    for position in range(index + 1, min(index + 14, len(tokens) - 2)):
        if tokens[position].text == "at" and tokens[position + 1].text in (
            "han",
            "hun",
            "de",
            "partiet",
            "gruppen",
            "listen",
        ):
            rest = [token for token in tokens[position + 2 : position + 5] if token.kind != "adverb"]
            if [token.kind for token in rest[:2]] == ["vote", "side"]:
                return rest[:2]
            return rest[:1] if rest and rest[0].kind in ("abstain", "decline", "oppose") else []
    return []


def _votes_begin(tokens: list[Token], index: int) -> bool:
    """Whether ', for stemte A' begins here."""
    kinds = [token.kind for token in tokens[index : index + 4]]
    counted = any(token.who is not None and token.who.count is not None for token in tokens[index : index + 5])
    if kinds[:1] == ["and"] and counted and any(token.kind in _VOTING for token in tokens[index : index + 7]):
        return True  # ', og det gik 5 ind for'
    who = tokens[index].who if index < len(tokens) else None
    if who is not None and who.group in ("majority", "minority") and who.voters:
        return True  # 'flertallet (A) ønskede …, mindretallet (V) ønskede …'
    return kinds[:1] == ["vote"] or (kinds[:1] == ["side"] and "vote" in kinds)
