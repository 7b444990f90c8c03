"""The county by USB stick: writing what waits into a folder, and taking in what the county answered.

Nothing leaves the list of what waits before an answer says that the county has it, so a stick may get lost, be carried twice, or
come back after the line was faster.
"""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import (
    CountySpeaksOtherwise,
    DiskFailing,
    DiskFull,
    StickEmpty,
    StickForOthers,
    StickIncomplete,
    StickUnreadable,
    VatraError,
)
from app.keys.card import CountyCard, read_card
from app.services.county_forms import FormNews, take_in_forms
from app.services.saving import Changed
from app.services.syncing import CARD_FACT, stream_of, sync_state
from storage.compartment import Compartment
from storage.vault import Vault
from sync.client.stick import News, answer_key, errands, read_news, take_in_news
from sync.protocol import ProtocolError, compartment_of_stream
from sync.stick import MAX_FILE_BYTES, Answered, open_file, pattern, seal_file, write_batch

_NO_ROOM = frozenset({28, 122})
"""ENOSPC, EDQUOT."""


class Carried(msgspec.Struct, frozen=True):
    """What lies on the stick: files, and how many saves that wait they carry."""

    files: int
    saves: int


class Brought(msgspec.Struct, frozen=True):
    """What came with the stick: effects of colleagues, own saves that the county now has, and what could not be used.

    ``problems`` are ``VatraError.told_as`` of the files that were left, each once.
    """

    received: int
    confirmed: int
    problems: tuple[str, ...]
    changed: Changed
    forms: FormNews = FormNews()


def carry_to_county(vault: Vault, folder: Path) -> Carried:
    """Write everything that waits into ``folder``, in place of what this laptop wrote there before.

    DiskFull or DiskFailing when the stick cannot take it; what was there before is then still there or gone, and nothing of the
    laptop has changed.
    """
    card, county, device = _card(vault), vault.team.fact("county") or b"", vault.team.fact("device") or b""
    files = 0
    for name, store in vault.compartments.items():
        batch = errands(store, county, stream_of(vault, name), vault.sign_as_device, int(time.time()))
        sealed = (
            seal_file("to-county", county, device, errand, card.exchange_key, vault.sign_as_device)
            for errand in batch
        )
        try:
            write_batch(folder, "to-county", device, batch[0].answer_to, sealed)
        except OSError as problem:
            raise (DiskFull if problem.errno in _NO_ROOM else DiskFailing)(part="stick") from problem
        files += len(batch)
    return Carried(files, sync_state(vault).pending)


def bring_from_county(vault: Vault, folder: Path) -> Brought:
    """Take in every answer of the county in ``folder`` that is for this laptop and for whoever is present.

    Files may be there twice, from an earlier time, for others, or damaged: each is passed over and told. Raises the first
    problem when no file could be used; StickEmpty when there is none.
    """
    before = sync_state(vault).pending
    problems: list[VatraError] = []
    stores = {stream_of(vault, name): store for name, store in vault.compartments.items()}
    found: list[tuple[str, News]] = []
    for content in _contents(folder, problems):
        try:
            found.append(_read(vault, stores, content))
        except VatraError as problem:
            problems.append(problem)
    if not found:
        raise problems[0] if problems else StickEmpty()
    received, families = 0, frozenset[bytes]()
    used = 0
    for stream, news in sorted(found, key=lambda one: one[1].place):
        try:
            taken = take_in_news(stores[stream], stream, news)
        except StickIncomplete as problem:
            problems.append(problem)
            continue
        except CountySpeaksOtherwise as problem:
            if problem.facts.get("reason") != "epoch":
                problems.append(problem)
            continue  # from before the county was restored: what it said was said anew
        finally:
            used += 1
        received, families = received + taken.received, families | taken.families
        families |= {one.family for one in taken.parted}
    vault.erase_from_copies()
    told = tuple(dict.fromkeys(problem.told_as for problem in problems))
    kinds = (
        frozenset({"family", "person", "membership", "visit", "note", "worker"}) if received else frozenset()
    )
    confirmed = before - sync_state(vault).pending
    forms = take_in_forms(vault)
    return Brought(received, confirmed, told, Changed(kinds | forms.kinds, families), forms)


def _card(vault: Vault) -> CountyCard:
    return read_card(vault.team.fact(CARD_FACT) or b"")


def _contents(folder: Path, problems: list[VatraError]) -> Iterator[bytes]:
    for path in sorted(folder.glob(pattern("from-county"))):
        try:
            with path.open("rb") as file:
                content = file.read(MAX_FILE_BYTES + 1)
        except OSError:
            problems.append(StickUnreadable(why="damaged"))
            continue
        if len(content) > MAX_FILE_BYTES:
            problems.append(StickUnreadable(why="damaged"))
        else:
            yield content


def _read(vault: Vault, stores: dict[str, Compartment], content: bytes) -> tuple[str, News]:
    keys: Iterable[X25519PrivateKey] = [answer_key(store) for store in stores.values()]
    opened = open_file(
        content,
        "from-county",
        vault.team.fact("county") or b"",
        tuple(keys),
        vault.team.fact("device") or b"",
    )
    if not opened.is_signed_by(_card(vault).sign_key):
        raise StickUnreadable(why="signature")
    answered = opened.message(Answered)
    try:
        news = read_news(answered.asked, answered.reply)
    except ProtocolError:
        raise StickUnreadable(why="damaged") from None
    stream = news.asked.hello.stream
    if stream not in stores:
        raise StickForOthers(part=compartment_of_stream(stream))
    return stream, news
