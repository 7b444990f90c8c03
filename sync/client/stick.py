"""The laptop's end of the stick: saves cut into files for the county, and the county's answers taken in from files.

What is carried stays waiting until an answer says that the county has it, whichever way that comes: a stick that gets lost loses
nothing. An answer may be old, come twice, or after the line was faster; what it says of the log is then known already, and what it
says of the chain is passed over.
"""

from collections.abc import Callable

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import StickIncomplete
from storage.compartment import Compartment
from sync.client.turn import Taken, prepare, take_in
from sync.core.soundness import HASH_BYTES
from sync.protocol import Effect, Exchange, Mark, Page, Reply, decode, encode
from sync.stick import PIECE_BYTES, Errand

KEY_FACT = "stick_key"
MOST_ASKED_BYTES = 64 * 1024 * 1024
"""The county cuts what it has to say into as many files as it takes; a laptop that was away for a year fits."""


def errands(
    compartment: Compartment, county: bytes, stream: str, sign: Callable[[bytes], bytes], now_s: int
) -> list[Errand]:
    """Everything that waits in one compartment, in order; at least one, which asks for what is new."""
    answer_to = answer_key(compartment).public_key().public_bytes_raw()
    tip_n = compartment.tip().n
    after = min(compartment.number("county_has_n") or 0, tip_n)
    found: list[Errand] = []
    while not found or after < tip_n:
        asked = prepare(
            compartment, county, stream, sign, PIECE_BYTES, with_keys=True, every_mark=True, after_n=after
        )
        after += len(asked.segment.txns) if asked.segment else 0
        # Only the last one asks: what the county has to say is said after all of it was taken in.
        wanted = MOST_ASKED_BYTES if after >= tip_n else 0
        # Nor a snapshot: its parts would have to come in one go.
        asked = msgspec.structs.replace(asked, max_bytes=wanted, snapshots=None)
        found.append(Errand(now_s, answer_to, encode(asked)))
    return found


def answer_key(compartment: Compartment) -> X25519PrivateKey:
    """The key to which the county seals answers for this compartment's readers; made at the first use."""
    kept = compartment.fact(KEY_FACT)
    if kept is None:
        kept = X25519PrivateKey.generate().private_bytes_raw()
        with compartment.writing():
            compartment.set_facts(**{KEY_FACT: kept})
    return X25519PrivateKey.from_private_bytes(kept)


class News(msgspec.Struct, frozen=True):
    """An answer, read: what was asked of one stream, and the reply."""

    asked: Exchange
    reply: Reply

    @property
    def place(self) -> tuple[int, int, int]:
        """Answers are taken in by epoch, then by where they begin, then by how much of the chain they know."""
        return (self.reply.epoch, min(self.asked.cursors.values(), default=0), self.reply.have.n)


def read_news(asked: bytes, reply: bytes) -> News:
    """ProtocolError when it cannot be read."""
    return News(decode(asked, Exchange), decode(reply, Reply))


def take_in_news(compartment: Compartment, stream: str, news: News) -> Taken:
    """Keep an answer, which may be known already. StickIncomplete when it begins after what the laptop holds: an earlier one is
    missing. CountySpeaksOtherwise for one from before the county was restored.
    """
    asked, reply = news.asked, news.reply
    same_epoch = reply.epoch == (compartment.number("epoch") or 1)
    if same_epoch and any(
        asked.cursors.get(page.stream, 0) > compartment.cursor(page.stream) for page in reply.pages
    ):
        raise StickIncomplete
    if same_epoch and not _speaks_of_today(compartment, news):
        has_n = compartment.number("county_has_n") or 0
        reply = msgspec.structs.replace(
            reply,
            have=Mark(has_n, compartment.hash_at(has_n) or bytes(HASH_BYTES)),
            forked_at=None,
            head=_head(compartment),
            head_hash=_head_hash(compartment),
        )
    new = sum(_is_new(compartment, page) for page in reply.pages)
    taken = take_in(compartment, stream, asked, reply, live=False)
    return msgspec.structs.replace(taken, received=min(taken.received, new))


def _is_new(compartment: Compartment, page: Page) -> int:
    """How many effects of a page the laptop does not hold yet."""
    at = compartment.cursor(page.stream)
    return sum(decode(effect, Effect).csn > at for effect in page.effects)


def _speaks_of_today(compartment: Compartment, news: News) -> bool:
    """Whether what the answer says of the chain is the newest there is: of the present replica, and not overtaken."""
    return news.asked.hello.replica == compartment.tip().replica and news.reply.head >= _head(compartment)


def _head(compartment: Compartment) -> int:
    return int.from_bytes((compartment.fact("witness") or bytes(8))[:8], "big")


def _head_hash(compartment: Compartment) -> bytes:
    return (compartment.fact("witness") or bytes(8))[8:]
