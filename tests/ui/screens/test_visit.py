"""A visit at the keyboard: real vault, real lanes, real window on the offscreen platform."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.countries.phones import emergency_phones
from app.domain.records import Visit
from app.services import families, registering, visits
from storage.vault import Vault
from tests.fixtures.vault import InventedVault
from ui import theme
from ui.attachments.presenter import AttachmentsPresenter
from ui.forms.editors import LineEditor, LongEditor
from ui.screens.visit.presenter import VisitPresenter
from ui.screens.visit.state import VisitState
from ui.screens.visit.view import VisitView
from ui.tasks import Tasks
from ui.widgets.banner import Notice
from ui.widgets.buttons import Button

# The offscreen platform says so of every window it opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

Key = Qt.Key
PATIENCE_MS = 5000
NOW = dt.datetime(2026, 11, 21, 9, 38, tzinfo=dt.timezone(dt.timedelta(hours=2)))


@dataclass
class Desk:
    """A worker at the visit screen of one family; speaks in keys."""

    qtbot: QtBot
    vault: Vault
    tasks: Tasks
    family_id: bytes
    children: list[str]
    view: VisitView
    presenter: VisitPresenter
    went: list[tuple[str, object]] = field(default_factory=list)
    notices: list[Notice | None] = field(default_factory=list)

    def state(self) -> VisitState:
        assert self.presenter.state is not None
        return self.presenter.state

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            self.qtbot.keyClick(focused, key, modifier)

    def type(self, text: str) -> None:
        """As a keyboard of any country sends letters; the test library itself knows only those of English."""
        for letter in text:
            focused = QApplication.focusWidget()
            assert focused is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(focused, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def at(self, key: str) -> None:
        """Go to a question as the list of missing answers does, and see that focus arrived."""
        self.presenter.go_to(key)
        row = self.view.form.row(key)
        assert row is not None
        assert row.isAncestorOf(QApplication.focusWidget() or self.view)

    def wait_until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=PATIENCE_MS)

    def on_records(self, work: Callable[[], Any]) -> Any:
        return self.tasks.records.call(work)

    def drafts(self) -> dict[str, Any]:
        return dict(self.on_records(lambda: visits.begin_visit(self.vault, self.family_id)).answers)

    def recorded(self) -> list[Visit]:
        return list(self.on_records(lambda: families.open_family(self.vault, self.family_id)).visits)


def register(vault: Vault) -> bytes:
    family_id, _ = registering.register_family(
        vault,
        registering.NewFamily(
            family_name="Dobre", given_names="Paraschiva", birth="1991-04-02", village="Izvoru Alb"
        ),
    )
    for name, birth in (("Alin", "2013-02-11"), ("Iulia", "2021-06-30")):
        families.add_member(vault, family_id, "child", family_name="Dobre", given_names=name, birth=birth)
    return family_id


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, invented_vault: InventedVault) -> Iterator[Desk]:
    theme.register_fonts()
    theme.apply(qapp, theme.load("light"))
    tasks = Tasks()
    crashes: list[Exception] = []
    tasks.crashed.connect(crashes.append)
    vault = tasks.records.call(invented_vault.open)
    family_id = tasks.records.call(lambda: register(vault))
    members = tasks.records.call(lambda: families.open_family(vault, family_id)).members
    presenter = VisitPresenter(vault, tasks, lambda: NOW)
    went: list[tuple[str, object]] = []
    view = VisitView(
        presenter,
        AttachmentsPresenter(vault, tasks),
        ("Ana Sandu", "social_worker"),
        emergency_phones("ro"),
        lambda: went.append(("back", None)),
        lambda screen, what: went.append((screen, what)),
    )
    qtbot.addWidget(view)
    view.resize(1310, 640)
    desk = Desk(
        qtbot, vault, tasks, family_id, [one.person.id.hex() for one in members[1:]], view, presenter, went
    )
    view.notice_changed.connect(desk.notices.append)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.arrive(family_id)
    desk.wait_until(lambda: presenter.state is not None)
    desk.wait_until(lambda: view.form.isAncestorOf(QApplication.focusWidget() or view))
    yield desk
    view.leave()
    tasks.records.call(vault.close)
    tasks.close()
    assert crashes == []


def test_a_whole_visit_with_the_keyboard_only(desk: Desk) -> None:
    alin, iulia = desk.children
    assert desk.state().current == "v_announced"
    desk.press(Key.Key_1, Key.Key_Return, Key.Key_1, Key.Key_Return, Key.Key_1, Key.Key_2)
    assert desk.state().answers["v_present"] == [desk.state().file.members[0].person.id.hex(), alin]
    desk.press(Key.Key_PageDown, Key.Key_2, Key.Key_Down, Key.Key_1, Key.Key_Down, Key.Key_1)
    desk.press(Key.Key_PageDown, Key.Key_1, Key.Key_Return, Key.Key_1, Key.Key_Return, Key.Key_1)
    desk.press(Key.Key_PageDown, Key.Key_2, Key.Key_Return, Key.Key_2)
    desk.press(Key.Key_PageDown, Key.Key_2, Key.Key_Return, Key.Key_1, Key.Key_Return)
    desk.type("Joi la medic.")
    desk.press(Key.Key_Tab, Key.Key_2, Key.Key_4)
    desk.press(Key.Key_F8)
    assert desk.state().current == "v_next"
    desk.type("=")
    desk.press(Key.Key_F8)
    assert desk.state().current == "v_sign"
    desk.press(Key.Key_1, Key.Key_F8)
    assert desk.state().current == "v_to"
    desk.type("2359")
    assert desk.state().to_answer == ()
    desk.press(Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    assert desk.state().on_last_part
    desk.view._next.click()
    desk.wait_until(lambda: desk.went == [("family", desk.family_id)])
    (visit,) = desk.recorded()
    assert visit.form_id == "vatra_home_visit"
    assert dict(visit.answers) == {
        "v_type": "first",
        "v_date": NOW.date().isoformat(),
        "v_from": visit.answers["v_from"],
        "v_to": "23:59",
        "v_announced": "yes",
        "v_result": "done",
        "v_present": [
            desk.on_records(lambda: families.open_family(desk.vault, desk.family_id))
            .members[0]
            .person.id.hex(),
            alin,
        ],
        "v_warm": "no",
        "v_food": "yes",
        "v_clean": "ok",
        f"{alin}/vc_seen": "alone",
        f"{alin}/vc_state": "well",
        f"{alin}/vc_school": "yes",
        f"{iulia}/vc_seen": "seen",
        f"{iulia}/vc_state": "tired",
        "v_danger": "no",
        "v_worker": "safe",
        "v_agreed": "Joi la medic.",
        "v_need": ["health", "housing"],
        "v_next": visit.answers["v_next"],
        "v_sign": {"name": "Ana Sandu", "role": "social_worker", "on": "2026-11-21"},
    }
    assert "v_announced" not in desk.drafts()


def test_nobody_home_leaves_two_sections(desk: Desk) -> None:
    desk.at("v_result")
    desk.press(Key.Key_2)
    assert [part.section.id for part in desk.state().parts] == ["va", "ve"]
    desk.press(Key.Key_PageDown)
    assert desk.state().current == "v_danger"


def test_every_answer_is_kept_within_two_seconds(desk: Desk) -> None:
    began = time.monotonic()
    desk.press(Key.Key_2)
    assert desk.state().unsaved
    desk.wait_until(lambda: not desk.state().unsaved)
    assert time.monotonic() - began < 2
    assert desk.drafts()["v_announced"] == "no"
    assert desk.state().saved_at is not None


def test_leaving_keeps_what_is_not_kept_yet(desk: Desk) -> None:
    desk.press(Key.Key_2, Key.Key_Escape)
    assert desk.went == [("back", None)]
    desk.view.leave()
    assert desk.drafts()["v_announced"] == "no"


def test_an_untouched_visit_leaves_no_draft(desk: Desk) -> None:
    before = desk.drafts()
    desk.view.leave()
    assert set(before) == {"v_type", "v_date", "v_from"}
    assert desk.on_records(lambda: visits.drafts_of(desk.vault.team, desk.vault.worker.id)) == []


def test_a_save_that_fails_is_told_in_red_and_tried_again(desk: Desk) -> None:
    desk.on_records(lambda: desk.vault.team.connection.execute("PRAGMA query_only = ON"))
    desk.press(Key.Key_2)
    desk.wait_until(lambda: desk.state().trouble is not None)
    notice = desk.view.notice()
    assert notice is not None
    assert notice.tone == "red"
    assert desk.state().answers["v_announced"] == "no"
    desk.on_records(lambda: desk.vault.team.connection.execute("PRAGMA query_only = OFF"))
    desk.press(Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    desk.wait_until(lambda: desk.state().trouble is None)
    assert desk.view.notice() is None
    assert desk.drafts()["v_announced"] == "no"


def test_a_danger_sign_brings_112_at_once(desk: Desk) -> None:
    desk.at("v_result")
    desk.press(Key.Key_1)
    desk.at(f"{desk.children[0]}/vc_seen")
    desk.press(Key.Key_2, Key.Key_Return)
    assert desk.view.notice() is None
    began = time.monotonic()
    desk.press(Key.Key_3)
    notice = desk.view.notice()
    assert time.monotonic() - began < 0.3
    assert notice is not None
    assert notice.tone == "red"
    assert "112" in notice.bold
    assert "119" in notice.plain
    assert desk.notices[-1] == notice
    desk.press(Key.Key_1)
    assert desk.view.notice() is None


def test_f9_shows_the_phones_and_asks(desk: Desk) -> None:
    desk.press(Key.Key_F9)
    assert desk.state().current == "v_danger"
    notice = desk.view.notice()
    assert notice is not None
    assert "112" in notice.bold
    assert "v_danger" not in desk.state().answers


def test_hidden_answers_are_set_aside_and_not_recorded(desk: Desk) -> None:
    desk.at("v_result")
    desk.press(Key.Key_1, Key.Key_PageDown, Key.Key_2, Key.Key_PageUp)
    desk.at("v_result")
    desk.press(Key.Key_3)
    assert desk.state().answers["v_warm"] == "no"
    assert "v_warm" not in desk.state().filled.kept
    assert desk.view.below.aside.isVisible()
    desk.press(Key.Key_1)
    assert "v_warm" in desk.state().filled.kept
    assert not desk.view.below.aside.isVisible()


def test_digits_in_a_text_are_text_and_del_clears_a_choice(desk: Desk) -> None:
    desk.at("v_agreed") if "v_agreed" in {one.key for one in desk.state().filled.visible} else desk.at(
        "v_result"
    )
    desk.press(Key.Key_1)
    desk.at("v_agreed")
    desk.type("2 lemne, 112")
    assert desk.state().answers["v_agreed"] == "2 lemne, 112"
    assert set(desk.state().answers) == {"v_type", "v_date", "v_from", "v_result", "v_agreed"}
    desk.at("v_result")
    desk.press(Key.Key_Delete)
    assert "v_result" not in desk.state().answers


def test_what_does_not_fit_is_told_after_leaving_the_question(desk: Desk) -> None:
    desk.at("v_date")
    row = desk.view.form.row("v_date")
    assert row is not None
    assert isinstance(row.editor, LineEditor)
    row.editor.field.selectAll()
    desk.type("31.2.2026")
    assert row.message() == ""
    desk.press(Key.Key_Return)
    assert row.message() != ""
    assert row.editor.field.text() == "31.2.2026"
    desk.at("v_date")
    row.editor.field.selectAll()
    desk.type("y")
    desk.press(Key.Key_Return)
    assert row.message() == ""
    assert row.editor.field.text() == "20.11.2026"
    assert desk.state().answers["v_date"] == "2026-11-20"


def test_a_soft_problem_may_stand(desk: Desk) -> None:
    desk.at("v_from")
    row = desk.view.form.row("v_to")
    assert row is not None
    field = QApplication.focusWidget()
    assert field is not None
    field.selectAll()  # type: ignore[attr-defined]
    desk.type("940")
    desk.press(Key.Key_Return)
    desk.type("910")
    desk.press(Key.Key_Return)
    assert row.message() != ""
    assert "v_to" in {asked.key for asked in desk.state().to_answer}
    confirm = next(button for button in row.findChildren(Button) if button.isVisible())
    confirm.click()
    assert row.message() == ""
    assert "v_to" not in {asked.key for asked in desk.state().to_answer}


def test_the_missing_answers_are_links(desk: Desk) -> None:
    desk.at("v_result")
    desk.press(Key.Key_2, Key.Key_PageDown)
    links = desk.view.below.links.buttons
    assert len(links) == len(desk.state().to_answer)
    desk.wait_until(lambda: all(link.isVisible() for link in links))
    links[0].click()
    assert desk.state().current == desk.state().to_answer[0].key


def test_finishing_too_early_shows_what_is_missing(desk: Desk) -> None:
    desk.presenter.finish()
    assert desk.state().current == desk.state().to_answer[0].key
    assert desk.view.below.isVisible()
    assert desk.recorded() == []


def test_the_next_child_by_ctrl_tab_and_the_last_answers_beside(desk: Desk) -> None:
    desk.at("v_result")
    desk.press(Key.Key_1)
    alin, iulia = desk.children
    desk.at(f"{alin}/vc_seen")
    desk.press(Key.Key_Tab, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.state().current == f"{iulia}/vc_seen"
    assert desk.view.form.row(f"{alin}/vc_seen") is None


def test_a_member_who_comes_by_sync_appears_and_focus_stays(desk: Desk) -> None:
    desk.at("v_result")
    desk.press(Key.Key_1)
    focused = QApplication.focusWidget()
    parts = len(desk.state().parts)
    _, changed = desk.on_records(
        lambda: families.add_member(
            desk.vault, desk.family_id, "child", family_name="Dobre", given_names="Matei", birth="2024-01-01"
        )
    )
    desk.tasks.data_changed.emit(changed)
    desk.wait_until(lambda: len(desk.state().parts) == parts + 1)
    assert QApplication.focusWidget() is focused


def test_every_alphabet_can_be_typed_into_a_note_and_nothing_else_happens(desk: Desk) -> None:
    desk.at("v_result")
    desk.press(Key.Key_1)
    desk.at("v_agreed")
    row = desk.view.form.row("v_agreed")
    assert row is not None
    assert isinstance(row.editor, LongEditor)
    letters = "aăâbcdefghiîjklmnopqrsștțuvwxyz ąćęłńóśźż áéíóöőúüű AĂÂSȘTȚ ĄĆĘŁŃÓŚŹŻ ŐŰ /=?*+-0123456789"
    desk.type(letters)
    assert row.editor.field.toPlainText() == letters
    assert desk.state().current == "v_agreed"


def test_everything_that_takes_focus_has_a_name(desk: Desk) -> None:
    desk.at("v_result")
    desk.press(Key.Key_1)
    for index in range(len(desk.state().parts)):
        desk.presenter.go_to_page(index)
        for widget in desk.view.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                name = widget.accessibleName() or getattr(widget, "text", str)()
                assert name, (desk.state().part_name, widget)


def test_one_filled_button_on_every_page(desk: Desk) -> None:
    desk.at("v_result")
    desk.press(Key.Key_1)
    for index in range(len(desk.state().parts)):
        desk.presenter.go_to_page(index)
        filled = [one for one in desk.view.findChildren(Button) if one.kind == "filled" and one.isVisible()]
        assert filled == [desk.view.filled_button()]


@pytest.mark.parametrize("size", [(1310, 640), (1037, 500), (855, 408)])
def test_the_current_question_is_in_sight_at_every_size(desk: Desk, size: tuple[int, int]) -> None:
    desk.at("v_result")
    desk.press(Key.Key_1)
    desk.view.resize(*size)
    for asked in desk.state().filled.visible:
        desk.presenter.go_to(asked.key)
        desk.qtbot.wait(20)
        row = desk.view.form.row(asked.key)
        assert row is not None
        viewport = desk.view._scroll.viewport()
        top = row.mapTo(viewport, row.rect().topLeft()).y()
        shown = min(row.height(), viewport.height())
        assert top >= 0 or row.height() > viewport.height(), asked.key
        assert top + shown <= viewport.height() + 1, asked.key
