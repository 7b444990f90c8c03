"""What a worker does at the window, step by step with the keyboard: set up, find, change, register, sync, settle, carry.

Each returns when what was done can be seen; NotSeen when it does not come.
"""

from __future__ import annotations

import re
from pathlib import Path

from hands import Hands, Key, NotSeen, translate
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QRadioButton

from storage.vault import Vault
from ui.screens.setup.presenter import SetupPresenter

_RECEIPT = re.compile(r"\b[0-9A-F]{4} [0-9A-F]{4}\b")


def set_up(hands: Hands, card: Path, code: str, laptop: str) -> str:
    """The first start, up to Today; returns the passphrase that was offered and taken."""
    gate = hands.window.findChild(SetupPresenter)
    if gate is None:
        raise NotSeen("the set-up of a new laptop")
    gate.take_card(card)
    hands.wait_until(lambda: gate.state.may_go_on, "the county's name and fingerprint")
    hands.picture("setup-1-card")
    hands.click(translate("setup", "Go on"))
    hands.type(code, hands.field(translate("setup", "Code from the county")))
    hands.replace(hands.field(translate("setup", "Name of this laptop")), laptop)
    hands.picture("setup-2-laptop")
    hands.click(translate("setup", "Go on"))
    hands.wait_until(lambda: gate.state.offered, "four words for a passphrase")
    passphrase = gate.state.offered
    for field in (translate("team", "New passphrase"), translate("team", "Once more")):
        hands.type(passphrase, hands.field(field))
    hands.click(translate("setup", "I have written it on paper"))
    hands.click(translate("setup", "Set up this laptop"))
    hands.wait_until(lambda: hands.screen() == "today", "Today on a new laptop")
    return passphrase


def bring_in(hands: Hands, path: Path, number: int) -> None:
    """The import wizard with the mapping as detected; ``number`` counts the lists of one sitting from 1."""
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
    hands.wait_until(hands.filled_is_ready, "the button that brings the list in")
    hands.picture(f"import-{number}-rows")
    hands.press_filled()
    hands.button(translate("importing", "Open families"))
    hands.picture(f"import-{number}-report")
    hands.press_filled()
    hands.wait_until(lambda: hands.screen() == "families", "the list of families")


def sync(hands: Hands, picture: str) -> None:
    """The Sync screen: let the trip end that may be under way, and try now."""
    hands.go("sync")
    hands.settle()
    hands.wait_until(hands.filled_is_ready, "a way to the county")
    hands.press_filled()
    hands.settle()
    hands.picture(picture)


def find(hands: Hands, typed: str, family: bytes | None) -> None:
    """Ctrl+K, some letters, Enter; the page of the first that is found, which must be ``family`` if that is given."""
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
    if family not in (None, family_on_screen(hands)):
        raise NotSeen("the family that was looked for")
    hands.settle()


def family_on_screen(hands: Hands) -> bytes:
    """The family whose page is open."""
    desk = hands.vatra.door.desk
    here = desk.navigator.here.what if desk is not None else None
    if not isinstance(here, bytes):
        raise NotSeen("the page of a family")
    return here


def change_house(hands: Hands, values: dict[str, str]) -> None:
    """Change, type over, save; once for each of ``phone``, ``directions``, ``village``."""
    names = {
        "phone": translate("family", "Phone"),
        "directions": translate("family", "How to find the house"),
        "village": translate("family", "Village"),
    }
    for what, value in values.items():
        hands.click(translate("family", "Change"))
        hands.replace(hands.field(names[what]), value)
        hands.press(Key.Key_Return)
        hands.button(translate("family", "Change"))
        hands.settle()


def register(hands: Hands, surname: str, given: str, village: str) -> bytes:
    """A new household with a name and a village; its page is open then."""
    hands.go("new_family")
    hands.type(surname, hands.field(translate("register", "surname")))
    hands.type(given, hands.field(translate("register", "given names")))
    hands.settle()
    hands.picture("register")
    hands.press_filled()
    hands.wait_until(lambda: hands.screen() == "family", "the page of the new household")
    hands.settle()
    change_house(hands, {"village": village})
    return family_on_screen(hands)


def settle_conflict(hands: Hands, value: str, reason: str) -> None:
    """The conflict desk: the version that has ``value``, how one knows, Ctrl+Enter."""

    def version() -> QAbstractButton | None:
        cards = [one for one in hands.visible(QRadioButton) if value in one.accessibleName()]
        return next(iter(cards), None)

    hands.go("clear_up")
    hands.wait_until(version, "both versions on the desk")
    hands.picture("clear-up")
    card = version()
    if card is not None:
        card.click()
    hands.type(reason, hands.field(translate("clear_up", "How do you know?")))
    hands.wait_until(hands.filled_is_ready, "the button that decides")
    hands.picture("clear-up-decided")
    hands.press_filled()
    done = translate("clear_up", "Nothing to clear up")
    hands.wait_until(lambda: hands.sees(done), "an empty conflict desk")
    hands.picture("clear-up-empty")


def with_stick(hands: Hands, button: str, stick: Path, told: str, picture: str) -> None:
    """A button of the stick's card, the stick's folder, and what must be told then."""
    hands.go("sync")
    hands.choose_folder(stick, lambda: hands.click(button))
    hands.wait_until(lambda: hands.sees(told), f"on the Sync screen: {told}")
    hands.picture(picture)


def families_listed(hands: Hands, picture: str) -> list[str]:
    """What the list of families says, a line for each."""
    hands.go("families")
    hands.picture(picture)
    return hands.lines(translate("families", "List of families"))


def receipt_of_today(hands: Hands, picture: str) -> str:
    """The receipt that the Sync screen shows for the newest day."""
    hands.go("sync")
    days = translate("sync", "Days")
    hands.wait_until(lambda: _RECEIPT.search("".join(hands.lines(days)[:1])), "a receipt for the day")
    hands.picture(picture)
    found = _RECEIPT.search(hands.lines(days)[0])
    return found.group() if found else ""


def open_tab(hands: Hands, word: str) -> None:
    """The tab with this word, whatever number stands beside it."""

    def tab() -> QAbstractButton | None:
        names = [one for one in hands.visible(QAbstractButton) if one.accessibleName().split(",")[0] == word]
        return next(iter(names), None)

    hands.wait_until(tab, f"the tab {word}")
    found = tab()
    if found is not None:
        found.click()
    hands.settle()


def vault_of(hands: Hands) -> Vault:
    """The vault of the open desk, for the records lane only."""
    desk = hands.vatra.door.desk
    if desk is None:
        raise NotSeen("an open desk")
    return desk.vault
