"""A day of two workers, played at the real window: real vaults, the real server process, the network really off.

Laptop 1 (social worker) brings in the caseloads and syncs; laptop 2 (community nurse) pulls; the county goes away. Laptop 1
finds a family by three letters, records a visit, corrects the phone and registers a new household; laptop 2 writes another
phone for the same family and how to find the house. In the evening county and laptops are copied. Then the county is back and
both sync - in one order, and the copies in the other. What must hold of both is in ``evidence.problems``.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import deeds
import evidence
from county_process import CountyProcess
from demo_laptop import Laptop, Worker
from hands import Hands, Key, NotSeen, translate
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.imports.caseload import check
from app.services import families
from app.services.families import FamilyLine
from ui.forms.editors import Editor
from ui.screens.visit.presenter import VisitPresenter
from ui.screens.visit.state import VisitState

COUNTY = "Bacău"
COMMUNE, COMMUNE_NAME = "21891", "Colonești"
ELENA = Worker("Elena Marcu", "social_worker", COMMUNE)
DANIELA = Worker("Daniela Ionescu", "community_nurse", COMMUNE)
ORDERS = ((0, 1), (1, 0))
NEW_FAMILY = ("Zăvoianu", "Paraschiva", "Călini")
PHONES = ("0700 000 101", "0700 000 202")
DIRECTIONS = "a doua poartă după moară"
AGREED = "Mama merge joi cu copilul la medic; lemnele vin săptămâna viitoare."
SHORT_ANSWER = "nu este cazul"


@dataclass(frozen=True)
class Evening:
    """Two laptops that worked without a line, and their county; ``words`` must not stand in clear on a laptop."""

    county: CountyProcess
    laptops: tuple[Laptop, Laptop]
    family: bytes
    words: tuple[str, ...]

    def copied(self, folder: Path) -> Evening:
        """The same evening once more."""
        first, second = (one.copied(folder / one.folder.name) for one in self.laptops)
        return replace(self, county=self.county.copied(folder / "county"), laptops=(first, second))


def play(out: Path, caseloads: Sequence[Path]) -> tuple[dict[str, Any], list[str]]:
    """The summary of the day, and what does not hold of it, as sentences; leaves pictures, paper and table in ``out``."""
    shutil.rmtree(out / "orders", ignore_errors=True)
    imported = {name: counts for path in caseloads for name, counts in check(path)["imported"].items()}
    folders = [out / "orders" / "-".join(str(number + 1) for number in order) for order in ORDERS]
    print("Playing the day ...", flush=True)
    evening = _day(out, folders[0], caseloads)
    evenings = [evening, evening.copied(folders[1])]
    summary: dict[str, Any] = {"imported": imported}
    problems: list[str] = []
    for order, folder, one in zip(ORDERS, folders, evenings, strict=True):
        print(f"Laptop {order[0] + 1} syncs first ...", flush=True)
        found = _night(one, order)
        problems += [
            f"order {folder.name}: {wrong}"
            for wrong in evidence.problems(found | {"imported": imported}, len(caseloads))
        ]
        if "orders" not in summary:
            summary |= {**found, "orders": {}}
            one.county.office("export", "--out", str(out / "communes.csv"))
        summary["orders"][folder.name] = found
    return summary, problems


def _day(out: Path, folder: Path, caseloads: Sequence[Path]) -> Evening:
    county = CountyProcess(folder / "county")
    county.found(COUNTY, "ro", {COMMUNE: COMMUNE_NAME})
    pictures = out / "pictures"
    first = Laptop("PC-1", ELENA, folder / "laptop-1", pictures, "1")
    second = Laptop("PC-2", DANIELA, folder / "laptop-2", pictures, "2")
    county.start()
    try:
        with first.set_up(county) as hands:
            for number, path in enumerate(caseloads, start=1):
                deeds.bring_in(hands, path, number)
            deeds.sync(hands, "sync-first")
        with second.set_up(county) as hands:
            deeds.sync(hands, "sync-first")
    finally:
        county.stop()
    with first.unlocked() as hands:
        line, typed, names = _day_of_the_social_worker(hands, out)
    with second.unlocked() as hands:
        _day_of_the_nurse(hands, typed)
    return Evening(county, (first, second), line.id, (AGREED, DIRECTIONS, *PHONES, *NEW_FAMILY, *names))


def _night(evening: Evening, order: tuple[int, int]) -> dict[str, Any]:
    """The county is back: both sync, and Elena looks at the two versions; that she looked goes to the county, too."""
    county, laptops = evening.county, evening.laptops
    county.start()
    try:
        for number in order:
            with laptops[number].unlocked() as hands:
                deeds.sync(hands, "sync")
        with laptops[0].unlocked() as hands:
            _look_at_both_values(hands)
            deeds.sync(hands, "sync-last")
            kept = [_kept(hands, laptops[0])]
        with laptops[1].unlocked() as hands:
            deeds.sync(hands, "sync-last")
            kept.append(_kept(hands, laptops[1]))
    finally:
        county.stop()
    in_clear = [word for one in laptops for word in evidence.clear_words(one.folder, evening.words)]
    return evidence.gather(county.folder, kept, evening.family) | {"in_clear": in_clear}


def _kept(hands: Hands, laptop: Laptop) -> evidence.Kept:
    vault = deeds.vault_of(hands)
    return hands.vatra.tasks.records.call(lambda: evidence.kept_by(vault, laptop.name))


def _day_of_the_social_worker(hands: Hands, out: Path) -> tuple[FamilyLine, str, list[str]]:
    """Offline: find by three letters, visit, correct a phone, register a household.

    Returns the family, the letters, and what the vault knows of it by name.
    """
    hands.picture("today")
    hands.go("families")
    hands.picture("families")
    line, typed = _findable(hands)
    names = _names(hands, line.id)
    deeds.find(hands, typed, line.id)
    hands.picture("family")
    _record_visit(hands, out)
    hands.picture("family-after-visit")
    deeds.change_house(hands, {"phone": PHONES[0]})
    deeds.register(hands, *NEW_FAMILY)
    deeds.sync(hands, "sync-offline")
    return line, typed, names


def _day_of_the_nurse(hands: Hands, typed: str) -> None:
    """Offline: another phone for the same family, and how to find the house."""
    deeds.find(hands, typed, None)
    deeds.change_house(hands, {"phone": PHONES[1], "directions": DIRECTIONS})
    hands.picture("family")


def _look_at_both_values(hands: Hands) -> None:
    """The desk of two versions, and who looked at the family."""
    hands.settle()
    hands.go("clear_up")
    hands.picture("clear-up")
    hands.click(translate("clear_up", "Open the family"))
    hands.wait_until(lambda: hands.screen() == "family", "the family of the two versions")
    hands.settle()
    deeds.open_tab(hands, translate("family", "Who looked"))
    hands.picture("who-looked")


def _findable(hands: Hands) -> tuple[FamilyLine, str]:
    """A family that three letters put first, and those letters."""

    def look() -> tuple[FamilyLine, str] | None:
        vault = deeds.vault_of(hands)
        lines = families.list_families(vault).lines
        # With children the visit has the most to ask; a list without any is played too.
        for line in sorted(lines, key=lambda one: -min(one.children, 1)):
            typed = line.name[:3]
            hits = families.find_families(vault, typed, 1)
            if hits and hits[0].line.id == line.id:
                return line, typed
        return None

    found = hands.vatra.tasks.records.call(look)
    if found is None:
        raise NotSeen("a family that three letters find")
    return found


def _names(hands: Hands, family: bytes) -> list[str]:
    """What the vault knows of a family by name and place, long enough to be no accident in encrypted bytes."""
    file = hands.vatra.tasks.records.call(lambda: families.open_family(deeds.vault_of(hands), family))
    known = [
        file.family.name,
        file.family.village or "",
        *(member.person.full_name for member in file.members),
    ]
    return [word for word in known if len(word) >= 6]


def _record_visit(hands: Hands, out: Path) -> None:
    """The whole form with the keyboard: F8 to what is not answered, a key or a word, and record."""
    hands.press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hands.wait_until(lambda: hands.screen() == "visit", "the visit form")
    form = hands.window.findChild(VisitPresenter)
    if form is None:
        raise NotSeen("the visit form")
    hands.wait_until(lambda: form.state is not None, "the questions")
    hands.picture("visit")
    for _ in range(200):
        if not _state(form).to_answer:
            break
        hands.press(Key.Key_F8)
        _answer(hands, form)
    form.go_to("v_agreed")
    hands.type(AGREED)
    hands.settle()
    hands.picture("visit-agreed")
    while not _state(form).on_last_part:
        hands.press(Key.Key_PageDown)
    hands.settle()
    hands.picture("visit-last")
    hands.press_filled()
    hands.wait_until(lambda: hands.screen() == "family", "the family after the visit was recorded")
    hands.settle()
    vault, family = deeds.vault_of(hands), deeds.family_on_screen(hands)
    evidence.print_latest_visit(hands.vatra.tasks, vault, family, out / "visit.pdf")


def _state(form: VisitPresenter) -> VisitState:
    if form.state is None:
        raise NotSeen("the visit form")
    return form.state


def _answer(hands: Hands, form: VisitPresenter) -> None:
    """A calm visit: the first answer everywhere but where it would be a danger sign."""
    key = _state(form).current
    hands.wait_until(
        lambda: any(editor.hasFocus() or _holds_focus(editor) for editor in hands.visible(Editor)), "focus"
    )
    question = next(asked.question for asked in _state(form).to_answer if asked.key == key)
    if question.type in ("yn", "ynu", "one", "many", "people", "person", "sign"):
        hands.press(Key.Key_2 if any(option.red for option in question.options[:1]) else Key.Key_1)
    elif question.type == "date":
        hands.type("=")
    elif question.type == "time":
        hands.type("2359")
    else:
        hands.type(SHORT_ANSWER)


def _holds_focus(editor: Editor) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and editor.isAncestorOf(focused)
