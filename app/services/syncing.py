"""The county and this laptop: what waits, what arrived, and doing it now."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from itertools import chain
from typing import Protocol, TypeVar

import msgspec

from app.errors import DiskFailing, DiskFull, DiskReadOnly, VatraError
from app.keys.card import read_card
from app.services import attachments, lease
from app.services.county_forms import FormNews, take_in_forms
from app.services.held_back import Held, held
from app.services.saving import Changed
from storage import reading
from storage.parting import Parted
from storage.vault import TEAM, Vault
from sync.client.attachments import Carried, carry
from sync.client.exchange import Done, Progress, Records, exchange
from sync.client.request_size import RequestSize
from sync.client.transport import CountyLine
from sync.client.wire import Stop
from sync.core.lease import READ_ONLY_DAYS, Standing
from sync.core.receipt import Saved, day_of, receipts
from sync.protocol import stream_name

T = TypeVar("T")
CARD_FACT = "county_card"
DAYS_WITH_RECEIPT = 60
_FIRST_DAY = dt.date(1970, 1, 1)


class SyncDay(msgspec.Struct, frozen=True):
    """What was saved on one day and where it is."""

    day: str
    records: int
    to_send: int
    at_county: int
    held_back: int
    receipt: str | None = None
    """The code for all that the worker who is present did that day; None while some of it is not at the county."""


class SyncState(msgspec.Struct, frozen=True):
    """Where this laptop stands with the county."""

    pending: int
    held_back: int
    synced_csn: int
    last_contact_at: int | None
    last_problem: str | None
    days: tuple[SyncDay, ...]
    held: tuple[Held, ...]
    lease: Standing = Standing(0, READ_ONLY_DAYS, False)
    attachments: int = 0
    """Pictures and scans that the county does not have whole."""
    clock_offset_s: int | None = None
    """How far the county was ahead of this laptop at the last contact; None before the first."""


class SyncDone(msgspec.Struct, frozen=True):
    """What one sync did."""

    sent: int
    received: int
    held_back: int
    changed: Changed
    parted: tuple[Parted, ...] = ()
    """Families that this laptop holds no longer, each once."""
    forms: FormNews = FormNews()


class Pause(Protocol):
    """Waits some seconds between tries; raising from it cancels the sync."""

    def __call__(self, seconds: float, /) -> None: ...


def sync_state(vault: Vault) -> SyncState:
    """What waits, what the county has, day by day."""
    country = _country(vault)
    days: dict[int, list[str]] = {}
    for saved_at, state in chain(*(reading.outbox_states(store) for store in vault.compartments.values())):
        days.setdefault(_day(saved_at, country), []).append(state)
    codes = _receipts(vault, country, sorted(days, reverse=True)[:DAYS_WITH_RECEIPT])
    states = [state for of_day in days.values() for state in of_day]
    return SyncState(
        pending=sum(state in ("to_send", "sent") for state in states),
        held_back=states.count("held_back"),
        synced_csn=vault.team.cursor(stream_of(vault)),
        last_contact_at=vault.team.number("last_contact_at"),
        last_problem=(vault.team.fact("last_problem") or b"").decode() or None,
        days=tuple(
            SyncDay(
                (_FIRST_DAY + dt.timedelta(days=day)).isoformat(),
                len(of_day),
                sum(state in ("to_send", "sent") for state in of_day),
                of_day.count("at_county"),
                of_day.count("held_back"),
                codes.get(day),
            )
            for day, of_day in sorted(days.items(), reverse=True)
        ),
        held=held(vault),
        lease=lease.standing_of(vault),
        attachments=attachments.waiting(vault),
        clock_offset_s=vault.team.number("clock_offset_s"),
    )


def _country(vault: Vault) -> str | None:
    card = vault.team.fact(CARD_FACT)
    return read_card(card).country if card else None


def _day(at_s: int, country: str | None) -> int:
    """The day of a save as receipts count it; before there is a county, as this laptop's calendar has it."""
    if country is None:
        return (dt.datetime.fromtimestamp(at_s).date() - _FIRST_DAY).days  # noqa: DTZ006
    return day_of(at_s, country)


def _receipts(vault: Vault, country: str | None, days: Iterable[int]) -> dict[int, str]:
    """Day -> receipt of the present worker's saves, for the days of which the county holds every one."""
    of_day: dict[int, list[Saved]] = {day: [] for day in days}
    missing: set[int] = set()
    for store in vault.compartments.values():
        for saved_at, txn_id, state in reading.saves_of(store, vault.worker.id):
            day = _day(saved_at, country)
            if state in ("to_send", "sent"):
                missing.add(day)
            elif state != "erased" and day in of_day:
                of_day[day].append(Saved(saved_at, txn_id, state == "held_back"))
    county, device = vault.team.fact("county") or b"", vault.team.fact("device") or b""
    return {
        day: list(receipts(county, device, vault.worker.id, day, saves))[-1].code
        for day, saves in of_day.items()
        if saves and day not in missing
    }


def stream_of(vault: Vault, compartment: str = TEAM) -> str:
    """The stream in which a compartment of this commune travels."""
    return stream_name((vault.team.fact("commune") or b"").decode(), compartment)


def county_line(vault: Vault) -> CountyLine:
    """The line to this vault's county, with the pinned card and the device's key."""
    card = read_card(vault.team.fact(CARD_FACT) or b"")
    url = (vault.team.fact("county_url") or b"").decode() or None
    nonce = (vault.team.fact("county_nonce") or b"").decode()
    return CountyLine(card, vault.team.fact("device") or b"", vault.sign_as_device, url, nonce=nonce)


@contextmanager
def on_line(on_records: Records, vault: Vault) -> Iterator[CountyLine]:
    """A line to the county for one trip; what it needs for the next one to begin without asking is kept."""
    line = on_records(lambda: county_line(vault))
    try:
        yield line
    finally:
        line.close()
        on_records(lambda: _keep_nonce(vault, line.nonce))


def _keep_nonce(vault: Vault, nonce: str) -> None:
    """Without it the next trip has one more request: no reason to let this one fail."""
    if (vault.team.fact("county_nonce") or b"").decode() != nonce:
        with suppress(DiskFull, DiskReadOnly, DiskFailing), vault.team.writing():
            vault.team.set_facts(county_nonce=nonce.encode())


def sync_now(
    on_records: Records,
    vault: Vault,
    progress: Progress,
    pause: Pause | None = None,
    line: CountyLine | None = None,
    stop: Stop | None = None,
) -> SyncDone:
    """Push and pull until both sides agree; runs on the network lane, and ends within moments once ``stop`` is said.

    Raises the county errors; the last one is kept for the Sync screen.
    """
    trip = nullcontext(line) if line else on_line(on_records, vault)
    try:
        with trip as county, (stop or Stop()).ending(county.hang_up):
            done = _exchange_all(on_records, vault, county, progress, pause)
    except VatraError as problem:
        told_as = problem.told_as
        on_records(lambda: note_problem(vault, told_as))
        raise
    on_records(lambda: note_problem(vault, ""))
    held_back = on_records(lambda: sync_state(vault).held_back)
    kinds = (
        frozenset({"family", "person", "membership", "visit", "note", "worker", "attachment"})
        if done.received
        else frozenset()
    )
    leaving = on_records(vault.leaving_families)
    parted = {one.family: one for one in reversed(done.parted) if one.family not in leaving}
    on_records(vault.erase_from_copies)
    on_records(vault.clear_shelves)
    forms = on_records(lambda: take_in_forms(vault))
    changed = Changed(kinds | forms.kinds, done.families | parted.keys())
    return SyncDone(done.sent, done.received, held_back, changed, tuple(parted.values()), forms)


def _exchange_all(
    on_records: Records, vault: Vault, county: CountyLine, progress: Progress, pause: Pause | None
) -> Done:
    """Every compartment that is open here; what the others hold travels when its readers are here."""
    compartments = on_records(
        lambda: {stream_of(vault, name): store for name, store in vault.compartments.items()}
    )
    return exchange(
        on_records,
        compartments,
        county,
        county_id=on_records(lambda: vault.team.fact("county") or b""),
        sign=vault.sign_as_device,
        progress=progress,
        **({"pause": pause} if pause else {}),
    )


def carry_attachments(
    on_records: Records,
    vault: Vault,
    size: RequestSize,
    pause: Pause | None = None,
    stop: Stop | None = None,
) -> Carried:
    """One turn of carrying what attachments consist of, to be called after a sync, until it says that it is finished; in between
    comes a sync. Runs on the network lane and ends like a sync. Raises the county errors: nothing of it is lost, it comes next time.
    """
    with on_line(on_records, vault) as county, (stop or Stop()).ending(county.hang_up):
        return carry(
            on_records,
            tuple(vault.shelves.values()),
            county,
            size=size,
            **({"pause": pause} if pause else {}),
        )


def note_problem(vault: Vault, told_as: str) -> None:
    """Remember what the last try met, for the Sync screen; nothing is written when it is the same."""
    if (vault.team.fact("last_problem") or b"").decode() != told_as:
        with vault.team.writing():
            vault.team.set_facts(last_problem=told_as.encode())
