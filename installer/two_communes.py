"""Two communes, one stick: what an office and two workers do when things do not go by themselves, at the real windows.

Elena (Colonești) registers a family, and the office hands it over to Corbasca, where Ioana works. Before Elena hears of it, both write
another phone without a line: Ioana settles that on the desk. A day of Elena's goes to the county on a stick and its
answer comes back. Then her laptop is revoked: what it still sends is kept aside until the office decides. The county is a real
process, and all that the office does is a command of ``vatra-county``. ``play`` returns each promise with what was seen.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import deeds
from county_process import CountyProcess
from demo_laptop import Laptop, Worker
from hands import Hands, translate

from app.services import syncing
from sync.server import overview
from sync.server.folder import CountyFolder

COUNTY = "Bacău"
HERE, THERE = ("21891", "Colonești"), ("22999", "Corbasca")
ELENA = Worker("Elena Marcu", "social_worker", HERE[0])
IOANA = Worker("Ioana Pricop", "social_worker", THERE[0])
MOVES = ("Rotaru", "Lenuța", "Călini")
BY_STICK = ("Lungu", "Vasilica", "Valea Mare")
AFTER_REVOCATION = ("Neagu", "Maricica", "Spria")
PHONE_OF_ELENA, PHONE_OF_IOANA = "0700 000 303", "0700 000 404"
REASON = "Am sunat: la acest număr răspunde mama."
OFFICE = ("--by", "Vasile Pop")


@dataclass(frozen=True)
class Promise:
    """One thing that was promised, whether it held, and what was seen."""

    promise: str
    held: bool
    seen: dict[str, Any]


@dataclass
class _World:
    county: CountyProcess
    elena: Laptop
    ioana: Laptop
    stick: Path
    promises: list[Promise]

    def promise(self, sentence: str, *conditions: bool, **seen: Any) -> None:
        self.promises.append(Promise(sentence, all(conditions), seen))


def play(out: Path) -> list[Promise]:
    """Play it anew below ``out``; pictures go to ``out/pictures``."""
    print("Playing two communes ...", flush=True)
    folder, pictures = out / "communes", out / "pictures"
    shutil.rmtree(folder, ignore_errors=True)
    stick = folder / "stick"
    stick.mkdir(parents=True)
    county = CountyProcess(folder / "county")
    county.found(COUNTY, "ro", dict((HERE, THERE)))
    world = _World(
        county,
        Laptop("PC-1", ELENA, folder / "laptop-1", pictures, "elena"),
        Laptop("PC-2", IOANA, folder / "laptop-2", pictures, "ioana"),
        stick,
        [],
    )
    county.start()
    try:
        family = _hand_over(world)
        with world.elena.unlocked() as hands:
            _hear_of_it(world, hands)
            _carry(world, hands)
            _be_revoked(world, hands)
        with world.ioana.unlocked() as hands:
            _settle(world, hands, family)
            _show_receipt(world, hands)
    finally:
        county.stop()
    said = county.office("verify")
    world.promise("All that the county keeps adds up", "Everything adds up." in said, said=_lines(said))
    return world.promises


def _hand_over(world: _World) -> bytes:
    """Elena registers the family, the office hands it over, Ioana has it and writes in it; the county is gone then."""
    with world.ioana.set_up(world.county) as hands:
        before = deeds.families_listed(hands, "families-before")
    with world.elena.set_up(world.county) as hands:
        family = deeds.register(hands, *MOVES)
        deeds.sync(hands, "sync")
    said = world.county.office("hand-over", family.hex(), "--to", THERE[0], *OFFICE)
    with world.ioana.unlocked() as hands:
        deeds.sync(hands, "sync-after-the-hand-over")
        after = deeds.families_listed(hands, "families-after")
        world.county.stop()
        deeds.find(hands, MOVES[0][:3], family)
        deeds.change_house(hands, {"phone": PHONE_OF_IOANA})
    world.promise(
        "A family that is handed over arrives at the other commune",
        not before,
        [MOVES[0] in line for line in after] == [True],
        office=_lines(said),
        there_before=before,
        there_after=after,
    )
    return family


def _hear_of_it(world: _World, hands: Hands) -> None:
    """Without a line Elena still has the family and writes in it; with one she hears where it went."""
    before = deeds.families_listed(hands, "families-before")
    deeds.find(hands, MOVES[0][:3], None)
    deeds.change_house(hands, {"phone": PHONE_OF_ELENA})
    world.county.start()
    deeds.sync(hands, "family-handed-over")
    told = translate("sync", "%1 was handed over to %2; what you had written about it is there, too.")
    told = told.replace("%1", " ".join(MOVES[:2])).replace("%2", THERE[1])
    is_told = hands.sees(told)
    after = deeds.families_listed(hands, "families-after")
    world.promise(
        "The laptop it leaves first sends what was written there, lets it go, and says where it went",
        [MOVES[0] in line for line in before] == [True],
        not after,
        is_told,
        here_before=before,
        here_after=after,
        told=told if is_told else "",
    )


def _carry(world: _World, hands: Hands) -> None:
    """The county is off the line: Elena's work goes to it on a stick, and its answer comes back."""
    world.county.stop()
    deeds.register(hands, *BY_STICK)
    waited = _waiting(hands)
    carry, bring = translate("sync", "Carry to the county"), translate("sync", "Bring from the county")
    on_stick = translate("sync", "%n records are on the stick.", "", waited)
    deeds.with_stick(hands, carry, world.stick, on_stick, "stick-carried")
    (came,) = _import(world)
    at_county = translate("sync", "%n of your records are at the county", "", waited)
    deeds.with_stick(hands, bring, world.stick, at_county, "stick-brought")
    (again,) = _import(world)
    world.promise(
        "A day without a line comes to the county on a stick, once, and the answer comes back on it",
        waited > 0,
        came["applied"] >= waited,
        again["applied"] == 0 and again["known"] == came["applied"],
        _waiting(hands) == 0,
        waited=waited,
        taken_in=came,
        taken_in_the_second_time=again,
        waits_after=_waiting(hands),
    )


def _import(world: _World) -> list[dict[str, Any]]:
    """What the office's command says of each laptop on the stick."""
    said = json.loads(world.county.office("import-stick", str(world.stick), "--json"))
    return list(said["visits"])


def _be_revoked(world: _World, hands: Hands) -> None:
    """Her laptop is revoked while it has no line; what it sends later is kept aside, listed, and applied by the office."""
    devices = json.loads(world.county.office("devices", "--json"))
    (device,) = (one["id"] for one in devices if one["name"] == world.elena.name)
    world.county.office("revoke", device, *OFFICE)
    deeds.register(hands, *AFTER_REVOCATION)
    waited = _waiting(hands)
    world.county.start()
    deeds.sync(hands, "revoked")
    families = _counts(world.county).families
    parked = json.loads(world.county.office("parked", "list", "--json"))
    listed = world.county.office("parked", "list")
    approved = world.county.office("parked", "approve", "--of", device, *OFFICE)
    world.promise(
        "What a revoked laptop still sends is kept aside and listed, and applied when the office says so",
        sum(not _is_background(one) for one in parked) == waited > 0,
        {one["reason"] for one in parked} == {"device_revoked"},
        _counts(world.county).families == families + 1,
        "Nothing waits" in world.county.office("parked", "list"),
        waited=waited,
        listed=_lines(listed),
        approved=_lines(approved),
        families_before=families,
        families_after=_counts(world.county).families,
    )


def _settle(world: _World, hands: Hands, family: bytes) -> None:
    """Ioana finds both phones on the desk, keeps the one that is right, and says how she knows."""
    deeds.sync(hands, "sync-with-two-phones")
    before = _household(world.county, family)
    deeds.settle_conflict(hands, PHONE_OF_ELENA, REASON)
    deeds.sync(hands, "sync-settled")
    after = _household(world.county, family)
    world.promise(
        "Two values written apart both stay until a person decides, and what was decided stands at the county",
        before["open"] == ["phone"],
        sorted(before["phones"]) == sorted((PHONE_OF_ELENA, PHONE_OF_IOANA)),
        after == {"open": [], "phones": [PHONE_OF_ELENA]},
        before=before,
        after=after,
    )


def _show_receipt(world: _World, hands: Hands) -> None:
    """The code on her Sync screen, read out to the office."""
    code = deeds.receipt_of_today(hands, "receipt")
    said = world.county.office("receipt", code)
    held = json.loads(world.county.office("receipt", code, "--json"))
    world.promise(
        "A receipt on the Sync screen stands for saves that the county has, every one",
        held["worker"] == IOANA.name,
        held["laptop"] == world.ioana.name,
        held["receipt"]["saves"] == held["saves_of_day"] > 0,
        receipt=code,
        office=_lines(said),
    )


def _waiting(hands: Hands) -> int:
    """How many records the laptop has to send."""
    vault = deeds.vault_of(hands)
    return hands.vatra.tasks.records.call(lambda: syncing.sync_state(vault)).pending


def _counts(county: CountyProcess) -> overview.Counts:
    store = CountyFolder(county.folder).open_store()
    try:
        return overview.counts(store)
    finally:
        store.close()


def _household(county: CountyProcess, family: bytes) -> dict[str, Any]:
    """The groups of the household that wait for a decision, and every phone that stands."""
    store = CountyFolder(county.folder).open_store()
    try:
        (household,) = overview.family_view(store, family).of_kind("family")
    finally:
        store.close()
    phones = [value.fields.get("phone") for value in household.siblings.get("phone", ())]
    return {"open": list(household.open_conflicts), "phones": phones}


def _is_background(parked: dict[str, Any]) -> bool:
    return set(parked["kinds"]) == {"audit"}


def _lines(said: str) -> Sequence[str]:
    return said.strip().splitlines()
