"""A receipt: a short code that laptop and county compute alike from what one worker did on one laptop on one day.

It is made of the ids of the saves, which the county gives no second content; so the county finds a code only when it holds
exactly these saves. The saves of a day stand in the order of their moments, and each more gives another code: one that was
noted at noon is still found in the evening. Parked saves count, for the county holds them too. Sans IO.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator

import msgspec

from app.domain.kinds import BACKGROUND

CODE_SIGNS = 8
"""Hexadecimal: 32 bits, so that a slip of the pen finds nobody else's."""
_STANDARD_TIME_H = {"ro": 2, "pl": 1}
_DAY_S = 86_400


class Saved(msgspec.Struct, frozen=True, order=True):
    """One save of a worker: when by the laptop's clock, its txn, and whether the county keeps it aside."""

    at_s: int
    txn_id: bytes
    held_back: bool = False


class Receipt(msgspec.Struct, frozen=True):
    """The saves of a day, up to one of them."""

    day: int
    saves: int
    held_back: int
    code: str


def day_of(at_s: int, country: str) -> int:
    """The day of a moment, as days since 1970: by the country's standard time, the whole year, on every machine."""
    return (at_s + 3600 * _STANDARD_TIME_H.get(country, 0)) // _DAY_S


def is_work(kinds: Collection[str]) -> bool:
    """Whether a save with ops of these kinds is somebody's work: that somebody looked is not."""
    return set(kinds) not in [{kind} for kind in BACKGROUND]


def receipts(
    county: bytes, device: bytes, worker: bytes, day: int, saves: Iterable[Saved]
) -> Iterator[Receipt]:
    """The receipts of one worker, laptop and day, after each save in turn."""
    link = hashlib.sha256(
        b"vatra/receipt/1\0" + county + device + worker + day.to_bytes(8, "big", signed=True)
    )
    held_back = 0
    for number, saved in enumerate(sorted(saves), 1):
        link.update(saved.txn_id)
        held_back += saved.held_back
        yield Receipt(day, number, held_back, _code(link.digest()))


def shown_code(code: str) -> str:
    """As people read it: ``7F3A 91C2``."""
    return f"{code[: CODE_SIGNS // 2]} {code[CODE_SIGNS // 2 :]}"


def typed_code(text: str) -> str:
    """A code as somebody typed it: capitals, without spaces and dashes."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def _code(digest: bytes) -> str:
    return digest[: CODE_SIGNS // 2].hex().upper()
