"""Whether a sentence tells more of the motion before it, or begins another."""

from __future__ import annotations

from .clauses import Clause
from .drafts import Draft


def goes_on(current: Draft, clause: Clause) -> bool:
    """Whether a clause tells more of the motion that is open.

    Args:
        current: The draft that is open.
        clause: The next clause.
    """
    topic, fate, frames = clause.topic, clause.fate, clause.frames
    if topic.proposes and not current.is_fresh:
        # A bare 'Ændringsforslag' above the votes is that which was just put forward.
        bare = topic.proposer is None and topic.subject is None and not frames
        return bare and current.moved and current.is_open and topic.kind == current.kind
    if topic.put and (current.has_votes or current.result):
        return False
    if not _same_motion(current, clause):
        return False
    if topic.point and current.point and topic.point != current.point:
        told = bool(frames.counted or fate)
        if told or (topic.leads and frames.votes and current.has_votes):
            return False
    if frames.counted and not _takes_counts(current, clause):
        return False
    if clause.unanimous and (current.pair or current.counts.get("against") or current.voters["against"]):
        return False
    if fate is not None and topic.kind is None and current.moved and _is_the_case(current, clause):
        return False
    if frames.counted:
        return True
    if fate is not None and current.result is not None and not fate.confirms and not frames.votes:
        return _sums_up(current, clause)
    blocks = [stance for stance in frames.votes if stance.block and stance.side != "abstain"]
    if blocks and current.voters["for"] and current.voters["against"]:
        # Both sides are listed: another list begins another ballot, unless it repeats one of them.
        return all(current.holds(blocks[0].side, voter) for voter in blocks[0].voters)
    return True


def _same_motion(current: Draft, clause: Clause) -> bool:
    topic, fate = clause.topic, clause.fate
    if clause.frames.stances and current.has_votes and all(s.majority is False for s in clause.frames.stances):
        return True  # what the minority wants is no motion
    if topic.kind == "proposal":
        # 'Forslaget' after a motion that is decided is the item's own, unless the sentence sums up.
        if current.result is None or (fate and fate.confirms) or not (clause.frames.counted or fate):
            return True
        return fate is not None and fate.result == current.result and not clause.frames.counted and current.has_votes
    if topic.kind is None or current.kind is None:
        return True
    if topic.kind != current.kind:
        return current.kind == "proposal" and not current.has_votes and current.result is None
    return not (topic.proposer and current.proposer and topic.proposer != current.proposer)


def _takes_counts(current: Draft, clause: Clause) -> bool:
    """Whether the open draft still lacks the counts that the clause prints."""
    frames, fate = clause.frames, clause.fate
    filled = "for" in current.counts or "against" in current.counts or current.pair is not None
    if filled and (frames.pair is not None or (frames.lone is not None and not frames.stances)):
        return False
    for stance in frames.votes:
        if stance.count is None or stance.count == current.counts.get(stance.side, stance.count):
            continue
        # '2 medlemmer (O) stemte imod' behind '1 medlem (V) stemte imod' adds to it; another total does not.
        adds = stance.voters and current.voters[stance.side] and not stance.block and stance.side != "for"
        if not adds and not (stance.voters and all(current.holds(stance.side, v) for v in stance.voters)):
            return False
    if current.pair is not None and any(s.count is not None and s.side != "abstain" for s in frames.votes):
        numbers = {current.pair[0].count, current.pair[1].count}
        if any(s.count not in numbers for s in frames.votes if s.count is not None and s.side != "abstain"):
            return False
    if current.result is None or fate is None or fate.confirms:
        return True
    return current.result == fate.result and not current.has_votes and not clause.topic.point


def _sums_up(current: Draft, clause: Clause) -> bool:
    """Whether a result without votes only repeats that of the open draft."""
    topic, fate = clause.topic, clause.fate
    if current.kind == "election" and topic.kind == "election":
        return not current.has_votes
    if fate is None or fate.result != current.result:
        return False
    if current.has_votes:
        return topic.kind in (None, current.kind, "proposal") and topic.point == current.point
    return topic.kind in (None, current.kind) and topic.point in (None, current.point)


def _is_the_case(current: Draft, clause: Clause) -> bool:
    """Whether a result is that of the case itself, not of the motion that was moved before."""
    fate, frames = clause.fate, clause.frames
    if fate is not None and not frames and not fate.confirms and current.leaning not in (None, fate.result):
        return True
    if frames.counted or not current.voters["for"]:
        return False
    in_favour = [stance for stance in frames.votes if stance.side == "for" and stance.voters]
    return any(not any(current.holds("for", voter) for voter in stance.voters) for stance in in_favour)
