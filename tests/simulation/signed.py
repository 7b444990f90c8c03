"""A signed assessment of a simulation: what its author signed, and whether that is still what stands.

Nothing here knows sync: the signature is over the bytes of the groups as they were written, by a key that only the author has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.kinds import ANSWER_PREFIX, ASSESSMENT
from sync.core.merge import RecordState
from sync.protocol import Sibling, encode, plain, raw

SEALED = "sealed"


def signed(author: bytes, record: bytes, answers: Mapping[str, object]) -> dict[str, object]:
    """The groups of an assessment with these answers, signed by its author."""
    groups = {f"{ANSWER_PREFIX}{question}": {question: answer} for question, answer in answers.items()}
    claim = _claim(record, {name: bytes(raw(value)) for name, value in groups.items()})
    seal = {
        "names": sorted(groups),
        "signature": Ed25519PrivateKey.from_private_bytes(author * 2).sign(claim),
    }
    return {**groups, SEALED: seal}


def why_not_as_signed(author: bytes, record: bytes, state: RecordState) -> str | None:
    """What is wrong with a signed assessment as somebody holds it; None when its author's signature is over what stands."""
    seal = plain(_first(state.groups.get(SEALED, ())))
    if state.kind != ASSESSMENT.name or not isinstance(seal, dict):
        return "its seal is gone"
    answers = {name: _first(state.groups.get(name, ())) for name in seal["names"]}
    key: Ed25519PublicKey = Ed25519PrivateKey.from_private_bytes(author * 2).public_key()
    try:
        key.verify(seal["signature"], _claim(record, answers))
    except InvalidSignature:
        return "its signature is over other answers"
    return None


def _claim(record: bytes, answers: Mapping[str, bytes]) -> bytes:
    return record + encode(sorted(answers.items()))


def _first(siblings: Sequence[Sibling]) -> bytes:
    """The value that people see of a group that is written once: the one that the county took first."""
    return bytes(min(siblings, key=lambda one: (one.csn, one.n)).value) if siblings else b"\xc0"
