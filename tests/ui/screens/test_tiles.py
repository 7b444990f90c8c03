"""Who works now, with one person and with a dozen: order, arrows, first letters, digits, and room for every name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.domain.ids import random_id
from app.keys.slots import FLOOR
from app.services import session
from app.services.session import WorkerTile
from app.services.workers import take_in
from tests.fixtures.vault import InventedVault
from tests.fixtures.window import SIZES, MakeSitting, Sitting
from tests.ui import looking
from ui.preferences import Language
from ui.screens.unlock.presenter import UnlockPresenter
from ui.screens.unlock.view import UnlockView
from ui.widgets import paint
from ui.widgets.unlock_tile import UnlockTile

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TWELVE = (
    ("Alexandrina-Maria P.", "family_assistant"),
    ("Ana S.", "social_worker"),
    ("Ecaterina S.", "social_technician"),
    ("Elena V.", "school_counsellor"),
    ("Ioana G.", "social_worker"),
    ("Maria B.", "community_nurse"),
    ("Maria B.", "school_mediator"),
    ("Mihaela A.", "health_mediator"),
    ("Radu E.", "community_nurse"),
    ("Ștefan I.", "school_mediator"),
    ("Vasile C.", "social_technician"),
    ("Zoltán K.", "health_mediator"),
)


def gate(sitting: Sitting) -> UnlockView:
    view = sitting.window.content()
    assert isinstance(view, UnlockView)
    return view


def presenter(sitting: Sitting) -> UnlockPresenter:
    return gate(sitting)._presenter


def shows(sitting: Sitting, number: int) -> tuple[WorkerTile, ...]:
    """As if so many people worked here; the first is chosen."""
    workers = tuple(WorkerTile(random_id(), *one) for one in TWELVE[:number])
    presenter(sitting)._show(workers=workers, chosen=workers[0].id)
    sitting.settle()
    return workers


def chosen(sitting: Sitting) -> str:
    state = presenter(sitting).state
    return next(f"{one.name} {one.profession}" for one in state.workers if one.id == state.chosen)


def in_the_passphrase(sitting: Sitting) -> bool:
    return isinstance(sitting.focus, QLineEdit)


def presses(sitting: Sitting, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(sitting.focus, key)
        sitting.settle()


@pytest.fixture
def twelve(make_sitting: MakeSitting) -> Sitting:
    sitting = make_sitting()
    shows(sitting, 12)
    return sitting


def test_people_stand_in_the_order_of_their_names(invented_vault: InventedVault) -> None:
    with invented_vault.open() as vault:
        for name in ("Ștefan Ilie", "Stela Ababei", "Ábel Kiss", "Zoltán Kiss"):
            take_in(vault, name, "guard", f"{name} at the gate", costs=FLOOR)
    tiles = session.vault_workers(invented_vault.folder)
    assert [one.name for one in tiles] == ["Ábel K.", "Ana S.", "Ștefan I.", "Stela A.", "Zoltán K."]


def test_arrows_in_the_passphrase_go_from_tile_to_tile(twelve: Sitting) -> None:
    assert in_the_passphrase(twelve)
    presses(twelve, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert chosen(twelve) == "Ecaterina S. social_technician"
    presses(twelve, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert chosen(twelve) == "Alexandrina-Maria P. family_assistant"
    assert in_the_passphrase(twelve)


def test_arrows_at_the_side_stay_with_what_is_typed(twelve: Sitting) -> None:
    field = twelve.focus
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "abc")
    presses(twelve, Qt.Key.Key_Left)
    assert chosen(twelve) == "Alexandrina-Maria P. family_assistant"
    assert field.cursorPosition() == 2
    presses(twelve, Qt.Key.Key_Down)
    assert chosen(twelve) == "Ana S. social_worker"
    assert field.text() == ""  # it was typed for another's tile


def test_arrows_and_letters_move_among_the_tiles_and_enter_goes_to_the_passphrase(twelve: Sitting) -> None:
    view = gate(twelve)
    next(iter(view._tiles.tiles.values())).setFocus()
    presses(twelve, Qt.Key.Key_Right)
    assert chosen(twelve) == "Ana S. social_worker"
    assert isinstance(twelve.focus, UnlockTile)
    presses(twelve, Qt.Key.Key_Down)
    assert chosen(twelve) == "Maria B. community_nurse"
    presses(twelve, Qt.Key.Key_M)
    assert chosen(twelve) == "Maria B. school_mediator"
    presses(twelve, Qt.Key.Key_M)
    assert chosen(twelve) == "Mihaela A. health_mediator"
    QTest.keyClicks(twelve.focus, "s")
    assert chosen(twelve) == "Ștefan I. school_mediator"
    QTest.keyClicks(twelve.focus, "q")
    assert chosen(twelve) == "Ștefan I. school_mediator"
    presses(twelve, Qt.Key.Key_Return)
    assert in_the_passphrase(twelve)


def test_digits_choose_the_first_nine(twelve: Sitting) -> None:
    QTest.keyClick(twelve.window, Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert chosen(twelve) == "Radu E. community_nurse"
    next(iter(gate(twelve)._tiles.tiles.values())).setFocus()
    QTest.keyClicks(twelve.focus, "2")
    assert chosen(twelve) == "Ana S. social_worker"
    field = twelve.focus
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "9")
    assert field.text() == "9"
    assert chosen(twelve) == "Ana S. social_worker"


@pytest.mark.parametrize("language", ["en", "ro", "pl", "hu"])
def test_every_name_has_room(make_sitting: MakeSitting, language: Language) -> None:
    sitting = make_sitting(language)
    found: list[str] = []
    for number in (1, 2, 5, 12):
        shows(sitting, number)
        for name, size in SIZES.items():
            sitting.resize(size)
            view = gate(sitting)
            found += [f"{number} {name}: {one}" for one in looking.cut_texts(view)]
            tiles = view._tiles
            right = max(tile.mapTo(view, tile.rect().topRight()).x() for tile in tiles.tiles.values())
            if right > view.width():
                found.append(f"{number} {name}: tiles go on beyond the edge")
            # The passphrase is in view without scrolling.
            below = view._field.mapTo(view, view._field.rect().bottomLeft()).y()
            if below > view.height() - 40:
                found.append(f"{number} {name}: the passphrase is out of sight")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", ["tall", "low", "small"])
def test_a_long_name_widens_its_tile(make_sitting: MakeSitting, size: str) -> None:
    make_sitting()
    long = UnlockTile("Alexandrina-Maria-Magdalena Ș.", "", 1)
    long.set_size(size)  # type: ignore[arg-type]
    assert long.sizeHint().width() > paint.width_of("Alexandrina-Maria-Magdalena Ș.", "strong") + 20
