"""A day of two workers, played at the real window: real vaults, the real server process, the network really off.

Laptop 1 (social worker) brings in the caseloads and syncs; laptop 2 (community nurse) pulls; the county goes away. Laptop 1
finds a family by three letters, records a visit, corrects the phone and registers a new household; laptop 2 writes another
phone for the same family and how to find the house. Then the county is back and both sync - in one order, and the whole
day again in the other. ``play`` checks what must hold, writes ``summary.json``, pictures, the visit as PDF and the
county's table, and returns 1 if anything does not hold.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import evidence
from county_process import CountyProcess
from hands import Hands, Key, NotSeen, translate
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.bootstrap import Vatra, make_application
from app.imports.caseload import check
from app.services import families
from app.services.families import FamilyLine
from storage.vault import Vault
from ui import preferences
from ui.forms.editors import Editor
from ui.preferences import Preferences
from ui.screens.setup.presenter import SetupPresenter
from ui.screens.visit.presenter import VisitPresenter
from ui.screens.visit.state import VisitState

COUNTY = "Bacău"
COMMUNE, COMMUNE_NAME = "21891", "Colonești"
ORDERS = ((0, 1), (1, 0))
SUMMARY = ("imported", "laptops", "county", "lost", "in_clear", "conflict")
NEW_FAMILY = ("Zăvoianu", "Paraschiva", "Călini")
PHONES = ("0700 000 101", "0700 000 202")
DIRECTIONS = "a doua poartă după moară"
AGREED = "Mama merge joi cu copilul la medic; lemnele vin săptămâna viitoare."
SHORT_ANSWER = "nu este cazul"


@dataclass
class Laptop:
    """One worker's laptop; ``passphrase`` is what the set-up screen showed."""

    name: str
    worker: str
    profession: str
    folder: Path
    pictures: Path
    prefix: str
    passphrase: str = ""
    done: dict[str, Any] = field(default_factory=dict)

    @contextmanager
    def window(self) -> Iterator[Hands]:
        """The program, started and in the end closed as a person does."""
        app = make_application()
        app.setQuitOnLastWindowClosed(False)
        settings = self.folder.with_suffix(".json")
        preferences.save(settings, Preferences(language="ro", colours="light", lock_after_minutes=15))
        vatra = Vatra(app, self.folder, settings)
        try:
            vatra.begin()
            yield Hands(vatra, self.pictures, self.prefix)
        finally:
            vatra.close()

    @contextmanager
    def unlocked(self) -> Iterator[Hands]:
        """The window with the passphrase typed."""
        with self.window() as hands:
            hands.wait_until(hands.secret_fields, "the field for the passphrase")
            hands.picture("unlock")
            hands.type(self.passphrase, hands.secret_fields()[0])
            hands.press(Key.Key_Return)
            hands.wait_until(lambda: hands.screen() == "today", "Today after the passphrase")
            yield hands

    def vault(self) -> Vault:
        """The closed vault opened beside the window, to look for what was kept."""
        from_tile = evidence.worker_of(self.folder)
        return Vault.open(self.folder, from_tile, self.passphrase)


def play(out: Path, caseloads: Sequence[Path]) -> int:
    """Both orders; returns 0 when everything held, 1 when not."""
    for leftover in ("orders", "pictures"):
        shutil.rmtree(out / leftover, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    summary: dict[str, Any] = {}
    problems: list[str] = []
    for order in ORDERS:
        name = "-".join(str(number + 1) for number in order)
        print(f"Playing the day; laptop {order[0] + 1} syncs first ...", flush=True)
        try:
            found = _day(out, out / "orders" / name, caseloads, order)
        except NotSeen as problem:
            print(f"Waited in vain for: {problem}", file=sys.stderr)
            return 1
        problems += [f"order {name}: {wrong}" for wrong in evidence.problems(found, len(caseloads))]
        if not summary:
            summary = {key: found[key] for key in SUMMARY}
            summary["orders"] = {}
        summary["orders"][name] = {key: found[key] for key in SUMMARY if key != "imported"}
    summary["problems"] = problems
    (out / "summary.json").write_text(
        json.dumps(summary, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    for wrong in problems:
        print(f"Does not hold: {wrong}", file=sys.stderr)
    if not problems:
        print(f"Everything held: {out / 'summary.json'}")
    return 1 if problems else 0


def _day(out: Path, folder: Path, caseloads: Sequence[Path], order: tuple[int, int]) -> dict[str, Any]:
    county = CountyProcess(folder / "county")
    county.found(COUNTY, "ro", COMMUNE, COMMUNE_NAME)
    # Pictures are kept of the first order; those of the second would show the same.
    pictures = out / "pictures" if order == ORDERS[0] else folder / "pictures"
    laptops = (
        Laptop("PC-1", "Elena Marcu", "social_worker", folder / "laptop-1", pictures, "1"),
        Laptop("PC-2", "Daniela Ionescu", "community_nurse", folder / "laptop-2", pictures, "2"),
    )
    imported = {name: counts for path in caseloads for name, counts in check(path)["imported"].items()}
    county.start()
    try:
        _set_up(laptops[0], county, caseloads)
        _set_up(laptops[1], county, ())
        county.stop()
        family = _day_of_the_social_worker(laptops[0], out)
        _day_of_the_nurse(laptops[1], laptops[0].done["typed"])
        county.start()
        for number in (*order, *order):
            _sync(laptops[number])
        _look_at_both_values(laptops[0])
        _sync(laptops[1])
    finally:
        county.stop()
    county.export(out / "communes.csv")
    words = (AGREED, DIRECTIONS, *PHONES, *NEW_FAMILY, *laptops[0].done["names"])
    return evidence.gather(folder, laptops, family, imported, words)


def _set_up(laptop: Laptop, county: CountyProcess, caseloads: Sequence[Path]) -> None:
    """First start: card, code, passphrase; then the lists, and everything to the county."""
    code = county.code(COMMUNE, laptop.worker, laptop.profession)
    with laptop.window() as hands:
        gate = hands.window.findChild(SetupPresenter)
        if gate is None:
            raise NotSeen("the set-up of a new laptop")
        gate.take_card(county.card)
        hands.wait_until(lambda: gate.state.may_go_on, "the county's name and fingerprint")
        hands.picture("setup-1-card")
        hands.click(translate("setup", "Go on"))
        hands.type(code, hands.field(translate("setup", "Code from the county")))
        hands.replace(hands.field(translate("setup", "Name of this laptop")), laptop.name)
        hands.picture("setup-2-laptop")
        hands.click(translate("setup", "Go on"))
        hands.wait_until(lambda: gate.state.offered, "four words for a passphrase")
        laptop.passphrase = gate.state.offered
        for field in (translate("team", "New passphrase"), translate("team", "Once more")):
            hands.type(laptop.passphrase, hands.field(field))
        hands.click(translate("setup", "I have written it on paper"))
        hands.click(translate("setup", "Set up this laptop"))
        hands.wait_until(lambda: hands.screen() == "today", "Today on a new laptop")
        for number, path in enumerate(caseloads, start=1):
            _bring_in(hands, path, number)
        _all_at_the_county(hands)
        hands.picture("today-after-first-sync")


def _bring_in(hands: Hands, path: Path, number: int) -> None:
    """The import wizard with the mapping as detected."""
    hands.go("importing")
    if number > 1:
        hands.click(translate("importing", "Bring in another list"))
    field_of_path = hands.field(translate("importing", "Path of the file"))
    hands.replace(field_of_path, str(path))
    hands.press(Key.Key_Return)
    hands.button(translate("importing", "Look at the rows"))
    hands.picture(f"import-{number}-columns")
    hands.press_filled()
    hands.button(translate("importing", "Back"))
    hands.wait_until(lambda: _filled_is_ready(hands), "the button that brings the list in")
    hands.picture(f"import-{number}-rows")
    hands.press_filled()
    hands.button(translate("importing", "Open families"))
    hands.picture(f"import-{number}-report")
    hands.press_filled()
    hands.wait_until(lambda: hands.screen() == "families", "the list of families")


def _filled_is_ready(hands: Hands) -> bool:
    frame = hands.vatra.door.frame
    button = frame.page().filled_button() if frame else None
    return button is not None and button.isEnabled()


def _all_at_the_county(hands: Hands) -> None:
    """The Sync screen: try now, until nothing waits."""
    hands.go("sync")
    hands.wait_until(lambda: hands.vatra.tasks.network.busy or _try_now(hands), "a way to the county")
    hands.settle()
    _try_now(hands)
    hands.settle()
    hands.picture("sync")


def _try_now(hands: Hands) -> bool:
    if not _filled_is_ready(hands):
        return False
    hands.press_filled()
    return True


def _day_of_the_social_worker(laptop: Laptop, out: Path) -> bytes:
    """Offline: find by three letters, visit, correct a phone, register a household. Returns the family."""
    with laptop.unlocked() as hands:
        hands.picture("today")
        hands.go("families")
        hands.picture("families")
        line, typed = _findable(hands)
        laptop.done.update(typed=typed, names=_names(hands, line.id))
        _find(hands, typed, line.id)
        hands.picture("family")
        _record_visit(hands, out)
        hands.picture("family-after-visit")
        _change_house(hands, {"phone": PHONES[0]})
        _register(hands)
        hands.go("sync")
        _try_now(hands)
        hands.settle()
        hands.picture("sync-offline")
    return line.id


def _day_of_the_nurse(laptop: Laptop, typed: str) -> None:
    """Offline: another phone for the same family, and how to find the house."""
    with laptop.unlocked() as hands:
        _find(hands, typed, None)
        _change_house(hands, {"phone": PHONES[1], "directions": DIRECTIONS})
        hands.picture("family")


def _findable(hands: Hands) -> tuple[FamilyLine, str]:
    """A family that three letters put first, and those letters."""

    def look() -> tuple[FamilyLine, str] | None:
        vault = _vault(hands)
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
    file = hands.vatra.tasks.records.call(lambda: families.open_family(_vault(hands), family))
    known = [
        file.family.name,
        file.family.village or "",
        *(member.person.full_name for member in file.members),
    ]
    return [word for word in known if len(word) >= 6]


def _vault(hands: Hands) -> Vault:
    desk = hands.vatra.door.desk
    if desk is None:
        raise NotSeen("an open desk")
    return desk.vault


def _find(hands: Hands, typed: str, family: bytes | None) -> None:
    """Ctrl+K, three letters, Enter."""
    frame = hands.vatra.door.frame
    if frame is None:
        raise NotSeen("an open desk")
    hands.press(Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hands.wait_until(frame.search.hasFocus, "the cursor in the search box")
    hands.type(typed)
    hands.wait_until(frame.search.results_shown, "families that match")
    hands.picture("search")
    hands.press(Key.Key_Return)
    hands.wait_until(lambda: hands.screen() == "family", "the family's page")
    desk = hands.vatra.door.desk
    if desk is None or family not in (None, desk.navigator.here.what):
        raise NotSeen("the family that was looked for")
    hands.settle()


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
    desk = hands.vatra.door.desk
    if desk is not None and isinstance(desk.navigator.here.what, bytes):
        evidence.print_latest_visit(
            hands.vatra.tasks, desk.vault, desk.navigator.here.what, out / "visit.pdf"
        )


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


def _change_house(hands: Hands, values: dict[str, str]) -> None:
    """Change, type over, save."""
    names = {
        "phone": translate("family", "Phone"),
        "directions": translate("family", "How to find the house"),
    }
    for what, value in values.items():
        hands.click(translate("family", "Change"))
        hands.replace(hands.field(names[what]), value)
        hands.press(Key.Key_Return)
        hands.button(translate("family", "Change"))
        hands.settle()


def _register(hands: Hands) -> None:
    """A new household with a name and a village."""
    surname, given, village = NEW_FAMILY
    hands.go("new_family")
    hands.type(surname, hands.field(translate("register", "surname")))
    hands.type(given, hands.field(translate("register", "given names")))
    hands.settle()
    hands.picture("register")
    hands.press_filled()
    hands.wait_until(lambda: hands.screen() == "family", "the page of the new household")
    hands.settle()
    _change_village(hands, village)


def _change_village(hands: Hands, village: str) -> None:
    hands.click(translate("family", "Change"))
    hands.replace(hands.field(translate("family", "Village")), village)
    hands.press(Key.Key_Return)
    hands.button(translate("family", "Change"))
    hands.settle()


def _sync(laptop: Laptop) -> None:
    """With a line again: unlock, and everything goes by itself."""
    with laptop.unlocked() as hands:
        _all_at_the_county(hands)


def _look_at_both_values(laptop: Laptop) -> None:
    """The desk of two versions, and who looked at the family; that somebody did goes to the county, too."""
    with laptop.unlocked() as hands:
        hands.go("clear_up")
        hands.picture("clear-up")
        hands.click(translate("clear_up", "Open the family"))
        hands.wait_until(lambda: hands.screen() == "family", "the family of the two versions")
        hands.settle()
        _open_tab(hands, translate("family", "Who looked"))
        hands.picture("who-looked")
        _all_at_the_county(hands)


def _open_tab(hands: Hands, word: str) -> None:
    """The tab with this word, whatever number stands beside it."""

    def tab() -> QAbstractButton | None:
        names = [one for one in hands.visible(QAbstractButton) if one.accessibleName().split(",")[0] == word]
        return next(iter(names), None)

    hands.wait_until(tab, f"the tab {word}")
    found = tab()
    if found is not None:
        found.click()
    hands.settle()
