"""The recovery ceremony at the county office: read a laptop's request, join two of three shares, write the answer.

Works on any machine, offline, from files on a stick: a request, the county card, two shares. The recovery key exists in memory
from the moment both shares are read until the answer is made; it is never written, and neither are the data keys. Every
problem is a sentence for the people at the table (``RecoveryProblem``).
"""

import datetime as dt
import difflib
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec
import shamir_mnemonic
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from shamir_mnemonic.share import Share
from shamir_mnemonic.wordlist import WORDLIST

from app.errors import CardInvalid, RecoveryFileInvalid
from app.keys.card import MAX_CARD_BYTES, CountyCard, read_card
from app.keys.recovery import (
    MAX_FILE_BYTES,
    RecoveryRequest,
    is_for,
    make_answer,
    read_request,
    request_fingerprint,
)
from sync.server.command_line import CannotDo
from sync.server.folder import write_private
from sync.server.founding import SHARES_NEEDED

SHARE_WORDS, UNIQUE_LETTERS = 33, 4
MAX_SHARE_BYTES = 16 * 1024
MAX_NAME_LETTERS = 120
_KNOWN = frozenset(WORDLIST)


class RecoveryProblem(CannotDo):
    """``args[0]`` is the sentence for the office."""


class ReadRequest(msgspec.Struct, frozen=True):
    """A request with the content of its file and the fingerprint to compare by voice."""

    request: RecoveryRequest
    content: bytes
    fingerprint: str


def read_request_file(path: Path) -> ReadRequest:
    """Read and verify a laptop's request."""
    content = _bounded(path, MAX_FILE_BYTES)
    try:
        request = read_request(content)
    except RecoveryFileInvalid as problem:
        if problem.facts.get("why") == "too_new":
            raise RecoveryProblem(
                f"{path.name} was made by a newer Vatra. Install that version here."
            ) from None
        raise RecoveryProblem(
            f"{path.name} is no recovery request, or it was changed on the way. Ask the worker to save it again."
        ) from None
    return ReadRequest(request, content, request_fingerprint(content))


def read_card_file(path: Path) -> CountyCard:
    """Read the county card that says which recovery key the shares must give."""
    try:
        return read_card(_bounded(path, MAX_CARD_BYTES))
    except CardInvalid:
        raise RecoveryProblem(
            f"{path.name} is no county card, or it was changed. Take it from another copy."
        ) from None


def lines_of(asked: ReadRequest, card: CountyCard | None) -> list[str]:
    """What the holders look at before they decide."""
    request = asked.request
    made = dt.datetime.fromtimestamp(request.made_at, dt.UTC)
    lines = [
        f"Worker:      {_line(request.worker.name)} ({_line(request.worker.profession).replace('_', ' ')})",
        f"Laptop:      {_line(request.laptop_name)}, {_line(request.commune_name)}",
        f"Reason:      {_line(request.reason) or '-'}",
        f"Asked on:    {made:%Y-%m-%d %H:%M} UTC",
        f"Opens:       {', '.join(_line(name) for name in request.compartments())}",
        f"Fingerprint: {asked.fingerprint}",
        "",
        "Call the worker on a number that you know, not one from the request. Let them read their fingerprint to you,",
        "and answer only if it is the same and they say that they asked.",
    ]
    if card is not None and not is_for(request, card.county, card.recovery_key):
        lines += [
            "",
            f"This laptop does not belong to {_line(card.name)}: its shares cannot answer this request.",
        ]
    return lines


def same_fingerprint(heard: str, asked: ReadRequest) -> bool:
    """Whether what was heard is the fingerprint; small letters, spaces and dashes do not matter."""
    return _signs(heard) == _signs(asked.fingerprint)


def _signs(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def read_share(text: str, name: str) -> Share:
    """A share from its file, or as somebody typed it; ``name`` is what to call it in a sentence."""
    words = [_whole(word) for word in _share_words(text)]
    if not words:
        raise RecoveryProblem(f"{name} has no words of a share. A share is {SHARE_WORDS} words.")
    for number, word in enumerate(words, 1):
        if word not in _KNOWN:
            near = [
                one for one in WORDLIST if one[:UNIQUE_LETTERS] == word[:UNIQUE_LETTERS]
            ] or difflib.get_close_matches(word, WORDLIST, 1)
            hint = f" - perhaps '{near[0]}'?" if near else "."
            raise RecoveryProblem(f"{name}: word {number}, '{word}', is no word of a share{hint}")
    if len(words) != SHARE_WORDS:
        raise RecoveryProblem(f"{name} has {len(words)} words; a share has {SHARE_WORDS}.")
    try:
        return Share.from_mnemonic(" ".join(words))
    except shamir_mnemonic.MnemonicError:
        raise RecoveryProblem(
            f"{name}: its words do not belong together. One of them is another word than on the paper, or two have "
            "changed places."
        ) from None


def read_share_file(path: Path) -> Share:
    """A share from its file."""
    return read_share(_bounded(path, MAX_SHARE_BYTES).decode("utf-8", "replace"), str(path))


def _whole(typed: str) -> str:
    """The first four letters of a word are enough: no other word of the list begins with them."""
    meant = [word for word in WORDLIST if word.startswith(typed)] if len(typed) >= UNIQUE_LETTERS else []
    return meant[0] if len(meant) == 1 else typed


def _share_words(text: str) -> list[str]:
    """The paragraph that is the share; a file has sentences around it."""
    paragraphs = [
        re.findall(r"[^\W\d_]+", one.lower()) for one in re.split(r"\n\s*\n", text.replace("\r", ""))
    ]
    known = [sum(_whole(word) in _KNOWN for word in words) for words in paragraphs]
    likely = [
        words for words, number in zip(paragraphs, known, strict=True) if words and number >= 0.8 * len(words)
    ]
    return max(likely or paragraphs, key=len, default=[])


def join_shares(shares: Sequence[Share], recovery_key: bytes, county_name: str) -> X25519PrivateKey:
    """The private half of a county's recovery key; a RecoveryProblem says what is missing or does not fit."""
    if len(shares) < SHARES_NEEDED:
        raise RecoveryProblem(f"{SHARES_NEEDED} shares are needed; here is {len(shares)}.")
    if len({share.identifier for share in shares}) > 1:
        raise RecoveryProblem("These shares are not of one county: they were not made together.")
    different = {share.index: share for share in shares}
    if len(different) < SHARES_NEEDED:
        raise RecoveryProblem("This is the same share twice. Take the share of another holder.")
    chosen = list(different.values())[:SHARES_NEEDED]
    try:
        private = shamir_mnemonic.combine_mnemonics([share.mnemonic() for share in chosen])
        key = X25519PrivateKey.from_private_bytes(private)
    except (shamir_mnemonic.MnemonicError, ValueError):
        raise RecoveryProblem("These shares do not fit together.") from None
    if key.public_key().public_bytes_raw() != recovery_key:
        raise RecoveryProblem(f"These are shares of another county than {_line(county_name)}.")
    return key


def check_asked(asked: ReadRequest, card: CountyCard, holders: Sequence[str], out: Path) -> tuple[str, ...]:
    """What must be right before anybody takes out a share; returns the names of the holders."""
    names = tuple(dict.fromkeys(" ".join(one.split())[:MAX_NAME_LETTERS] for one in holders if one.strip()))
    if len(names) < SHARES_NEEDED:
        raise RecoveryProblem(
            f"Name the {SHARES_NEEDED} people who hold these shares: --holder NAME --holder NAME. The worker is shown them."
        )
    if not is_for(asked.request, card.county, card.recovery_key):
        raise RecoveryProblem(
            f"This laptop does not belong to {_line(card.name)}: its request is for the holders of another county."
        )
    if out.exists():
        raise RecoveryProblem(f"{out} is there already; name another file with --out.")
    return names


def write_answer(
    asked: ReadRequest,
    card: CountyCard,
    shares: Sequence[Share],
    names: Sequence[str],
    out: Path,
    now: dt.datetime,
) -> None:
    """Join the shares, make the answer and write it to ``out``."""
    key = join_shares(shares, card.recovery_key, card.name)
    try:
        content = make_answer(asked.content, key, card.county, names, int(now.timestamp()))
    except RecoveryFileInvalid:
        raise RecoveryProblem(
            "The keys in this request cannot be opened: the key file of its laptop is damaged. Let the laptop's IT person bring "
            "the key file back from its copy (vatra vault restore), and ask for a new request."
        ) from None
    write_private(out, content)


def _bounded(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        return file.read(limit + 1)


def _line(text: str) -> str:
    """One line of what a foreign file says, without signs that move the cursor."""
    return "".join(sign if sign.isprintable() else " " for sign in text)[:200]
