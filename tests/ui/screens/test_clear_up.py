"""Two versions of one fact, decided at the desk by keyboard."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.kinds import FAMILY, KINDS, changed_groups
from app.domain.records import Family
from app.errors import RecordMissing
from app.services import conflicts, families, importing, typed
from storage import reading
from storage.compartment import Write
from storage.vault import Vault
from tests.fixtures.county_log import CountyLog, meet, pull, push
from tests.fixtures.people import invented_caseload
from tests.fixtures.vault import PASSPHRASE, STREAM
from tests.ui import looking
from ui import theme
from ui.field_words import group_name
from ui.half_typed import HalfTyped
from ui.screens.clear_up import rules
from ui.screens.clear_up.compared import ComparedText, changed_words
from ui.screens.clear_up.faces import Face, faces_of
from ui.screens.clear_up.presenter import ClearUpPresenter
from ui.screens.clear_up.view import ClearUpView
from ui.screens.clear_up.writing import WritingPane
from ui.tasks import Tasks
from ui.widgets.text import LongText, Text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PATIENCE_MS = 20_000
MARIA, IRINA = b"m" * 16, b"i" * 16
LONG = "lângă magazinul vechi, a treia casă după fântână, gard alb și poartă verde; câinele este legat"


class Colleague:
    """Maria, on a laptop of her own: what she changes reaches the county after what Ana has sent."""

    def __init__(self, ana: Vault) -> None:
        self._ana = ana
        self.waiting: list[Write] = []

    def changes(self, family: bytes, **fields: str) -> None:
        known = reading.get(self._ana.team, family, Family)
        before = {field: getattr(known, field) for group in FAMILY.groups for field in group.fields}
        groups = changed_groups(FAMILY, before, {**before, **fields})
        self.waiting.append(Write(FAMILY.name, family, family, groups))


class Office:
    """Ana's laptop at the window and Maria beside her; the rules of the county over a dictionary."""

    def __init__(self, qtbot: QtBot, ana: Vault) -> None:
        self.qtbot, self.ana, self.county = qtbot, ana, CountyLog(STREAM)
        importing.import_caseload(ana, invented_caseload(3), "lista.xlsx")
        told = {"name": "Maria Bejan", "profession": "community_nurse", "status": "active"}
        self.county.write(bytes(16), [Write("worker", MARIA, None, {"worker": told})])
        meet(ana.team, self.county)
        self.seen = self.county.csn
        self.maria = Colleague(ana)
        self.families = [line.id for line in families.list_families(ana).lines]
        self.tasks: Tasks | None = None

    def changes(self, family: bytes, **fields: str) -> None:
        """Ana changes a family."""
        families.change_family(self.ana, family, **fields)

    def meets(self) -> None:
        """Both send, neither having seen the other's, and receive until they know the same."""
        push(self.ana.team, self.county)
        for write in self.maria.waiting:
            self.county.write(MARIA, [write], seen=self.seen)
        pull(self.ana.team, self.county)

    def sits_down(self) -> ClearUpView:
        """The desk on Ana's laptop, its vault on the records lane."""
        folder, worker = self.ana.folder, self.ana.worker.id
        self.ana.close()
        self.tasks = tasks = Tasks()
        self.vault = tasks.records.call(lambda: Vault.open(folder, worker, PASSPHRASE))
        self.presenter = ClearUpPresenter(self.vault, tasks)
        self.went: list[tuple[object, ...]] = []
        view = ClearUpView(self.presenter, lambda *place: self.went.append(place))
        self.qtbot.addWidget(view)
        view.resize(1150, 640)
        view.show()
        view.activateWindow()
        self.qtbot.waitUntil(view.isActiveWindow, timeout=PATIENCE_MS)
        view.arrive(None)
        self.settles()
        view.activateWindow()
        self.qtbot.waitUntil(view.isActiveWindow, timeout=PATIENCE_MS)
        return view

    def settles(self) -> None:
        tasks = self.tasks
        assert tasks is not None
        self.qtbot.waitUntil(lambda: not tasks.records.busy, timeout=PATIENCE_MS)
        for _ in range(4):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def lines(self) -> tuple[conflicts.ConflictLine, ...]:
        assert self.tasks is not None
        return self.tasks.records.call(lambda: conflicts.conflict_lines(self.vault))

    def family(self, number: int) -> families.FamilyFile:
        assert self.tasks is not None
        return self.tasks.records.call(lambda: families.open_family(self.vault, self.families[number]))

    def leaves(self) -> None:
        if self.tasks is not None:
            self.tasks.records.call(self.vault.close)
            self.tasks.close()


@pytest.fixture
def office(qtbot: QtBot, vault: Vault) -> Iterator[Office]:
    made = Office(qtbot, vault)
    yield made
    made.leaves()


def two_phones(office: Office) -> None:
    office.changes(office.families[0], phone="0700 000 101")
    office.maria.changes(office.families[0], phone="0700 000 202")
    office.meets()


def test_a_version_is_kept_by_digits_a_reason_and_ctrl_enter(office: Office) -> None:
    two_phones(office)
    view = office.sits_down()
    pane = view._pane
    assert pane is not None
    shown = [card.radio.accessibleName() for card in pane._cards]
    assert "0700 000 101" in shown[0]
    assert "Maria Bejan" in shown[1]
    button = view._decide
    assert not button.isEnabled()
    QTest.keyClick(view._list, Qt.Key.Key_2)
    assert button.text() == "Keep version 2"
    assert not button.isEnabled(), "a reason is needed"
    pane.reason.setFocus()
    QTest.keyClicks(pane.reason, "1 call today, 2 answers")
    assert button.text() == "Keep version 2", "digits in the reason choose nothing"
    assert pane.reason.text() == "1 call today, 2 answers"
    assert button.isEnabled()
    button.click()
    office.settles()
    assert office.lines() == ()
    assert view._stack.currentWidget() is view._nothing
    file = office.family(0)
    assert file.family.phone == "0700 000 202"
    assert [note.text for note in file.notes if note.regarding == "phone"] == ["1 call today, 2 answers"]


def test_something_else_begins_with_the_fullest_version(office: Office) -> None:
    office.changes(office.families[0], directions=LONG)
    office.maria.changes(office.families[0], directions=LONG.replace("verde", "albastră"))
    office.meets()
    view = office.sits_down()
    pane = view._pane
    assert pane is not None
    marked = [text.marked() for text in pane.findChildren(ComparedText)]
    assert marked == [("verde;",), ("albastră;",)]
    QTest.keyClick(view, Qt.Key.Key_4)
    assert pane._writing is not None
    assert pane._writing.isVisible()
    values = pane._writing.values()
    assert values is not None
    assert "albastră" in values["directions"]
    assert values["commune"], "what has no editor travels along"
    editor = pane._writing._editors["directions"]
    editor.setPlainText("după pod, la dreapta")  # type: ignore[attr-defined]
    pane.reason.setText("Am fost acolo.")
    view._decide.click()
    office.settles()
    assert office.family(0).family.directions == "după pod, la dreapta"
    assert office.lines() == ()


@pytest.mark.parametrize("keeps", [True, False], ids=["kept", "control"])
def test_a_third_text_and_the_reason_outlive_a_lock(
    office: Office, monkeypatch: pytest.MonkeyPatch, keeps: bool
) -> None:
    if not keeps:
        monkeypatch.setattr(HalfTyped, "_keep", lambda _self: None)
    two_phones(office)
    view = office.sits_down()
    QTest.keyClick(view, Qt.Key.Key_4)
    assert view._pane is not None
    assert view._pane._writing is not None
    editor = view._pane._writing._editors["phone"]
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "0700 000 3")
    QTest.keyClicks(view._pane.reason, "Am su")
    view.leave()
    assert office.tasks is not None
    office.tasks.records.call(office.vault.close)
    office.tasks.close()

    view = office.sits_down()
    pane = view._pane
    assert pane is not None
    assert (pane.typed() == {"written": {"phone": "0700 000 3"}, "reason": "Am su"}) == keeps
    assert pane.half_typed.isVisible() == keeps
    assert (view._decide.text() == "Keep what I wrote") == keeps
    if keeps:
        view._decide.click()
        office.settles()
        assert office.family(0).family.phone == "0700 000 3"
        assert office.tasks.records.call(lambda: typed.left_by(office.vault)) == ()


def test_a_third_text_is_thrown_away(office: Office) -> None:
    two_phones(office)
    view = office.sits_down()
    assert view._pane is not None
    QTest.keyClicks(view._pane.reason, "Am su")
    view.leave()
    view._throw_away()
    office.settles()
    assert view._pane.typed() == {}
    assert office.tasks is not None
    assert office.tasks.records.call(lambda: typed.left_by(office.vault)) == ()


@pytest.mark.parametrize(("digit", "stands"), [(Qt.Key.Key_1, False), (Qt.Key.Key_2, True)])
def test_taken_back_by_one_and_edited_by_another(office: Office, digit: Qt.Key, stands: bool) -> None:
    import_id = importing.imports_done(office.ana)[0].import_id
    office.maria.changes(office.families[0], phone="0700 000 202")
    importing.undo_import(office.ana, import_id)
    office.meets()
    view = office.sits_down()
    assert [line.group for line in office.lines()] == ["void"]
    pane = view._pane
    assert pane is not None
    assert [choice.what for choice in pane.choices()] == ["take_back", "stand"]
    QTest.keyClick(view, digit)
    pane.reason.setText("Familia s-a mutat înapoi.")
    view._decide.click()
    office.settles()
    assert office.lines() == ()
    if stands:
        assert office.family(0).family.void_reason is None
    else:
        with pytest.raises(RecordMissing):
            office.family(0)


def test_who_may_not_decide_reads_and_tells_what_he_knows(office: Office) -> None:
    for author, level in ((MARIA, "low"), (IRINA, "high")):
        found = {"level": {"confirmed_level": level}}
        write = Write("assessment", b"a" * 16, office.families[0], found)
        office.county.write(author, [write], seen=office.seen)
    office.meets()
    view = office.sits_down()
    pane = view._pane
    assert pane is not None
    QTest.keyClick(view, Qt.Key.Key_1)
    assert pane.decision() is None
    assert {choice.what for choice in pane.choices()} == {"version"}
    assert not any(card.radio.isEnabled() for card in pane._cards)
    assert view._decide.text() == "Tell what you know"
    assert not view._decide.isEnabled()
    pane.reason.setText("Am fost acolo marți.")
    view._decide.click()
    office.settles()
    assert len(office.lines()) == 1, "it waits as before"
    assert view._pane is not None
    assert view._pane.reason.text() == ""
    assert [(one.author, one.text) for one in view._pane.matter.view.said] == [
        ("Ana Sandu", "Am fost acolo marți.")
    ]
    assert "Am fost acolo marți." in {text.text() for text in view._pane.findChildren(LongText)}


def test_both_are_kept_together_by_one_digit(office: Office) -> None:
    two_phones(office)
    view = office.sits_down()
    pane = view._pane
    assert pane is not None
    assert [choice.what for choice in pane.choices()] == ["version", "version", "together", "write"]
    QTest.keyClick(view, Qt.Key.Key_3)
    assert view._decide.text() == "Keep both"
    pane.reason.setText("Amândouă răspund.")
    view._decide.click()
    office.settles()
    assert office.family(0).family.phone == "0700 000 101, 0700 000 202"


def test_both_are_true_one_after_the_other(office: Office) -> None:
    office.changes(office.families[0], name="Popa")
    office.maria.changes(office.families[0], name="Popescu")
    office.meets()
    view = office.sits_down()
    pane = view._pane
    assert pane is not None
    QTest.keyClick(view, Qt.Key.Key_3)
    turn = pane._turn
    assert turn is not None
    assert turn._now.hasFocus()
    pane.reason.setText("S-a căsătorit.")
    assert pane.decision() is None
    assert pane.missing_words() == "Say what is true now, and since when."
    QTest.keyClick(turn._now, Qt.Key.Key_Down)
    QTest.keyClick(turn._now, Qt.Key.Key_Down)
    turn.changed.emit()
    turn._since.setText("31.2.2026")
    assert pane.decision() is None
    turn._since.setText("3.2026")
    assert pane.typed()["turn"] == {"now": "1", "since": "3.2026"}
    view._decide.click()
    office.settles()
    file = office.family(0)
    assert file.family.name == "Popescu"
    (told,) = [note.text for note in file.notes if note.regarding == "name"]
    assert told == "S-a căsătorit.\nSince 03.2026. Before: Popa"


def test_the_desk_says_why_it_asks_and_who_decides(office: Office) -> None:
    two_phones(office)
    view = office.sits_down()
    pane = view._pane
    assert pane is not None
    card = pane.findChild(rules.RulesCard)
    assert isinstance(card, rules.RulesCard)
    said = " ".join(text.text() for text in card.findChildren(Text))
    assert "Both versions are kept until somebody decides." in said
    assert "Ana Sandu, Maria Bejan" in said
    assert "Only a supervisor." not in said
    card._unfold.click()
    assert card._unfold.text() == "Hide the rules"
    said = " ".join(text.text() for text in card.findChildren(Text))
    assert "Only a supervisor." in said
    assert "the higher level is shown meanwhile" in said


def test_every_rule_of_the_table_has_words() -> None:
    told = rules.table()
    for row in told:
        assert rules.kind_words(row.kind.name) != row.kind.name
        assert rules.rule_words(row.rule)
        assert bool(rules.settler_words(row.settler)) == row.rule.asks_a_person
        for group in row.groups:
            is_answer = group.name.startswith("q/")
            assert is_answer or group_name(row.kind.name, group.name) != group.name, group.name
    shown = {(row.kind.name, group.name) for row in told for group in row.groups}
    assert {
        (kind.name, group.name)
        for kind in KINDS.values()
        for group in kind.groups
        if group.rule.asks_a_person
    } <= shown


def test_what_another_decided_meanwhile_is_told(office: Office) -> None:
    two_phones(office)
    view = office.sits_down()
    tasks = office.tasks
    assert tasks is not None
    line = office.lines()[0]
    tasks.records.call(
        lambda: conflicts.settle_conflict(
            office.vault, line.record, line.group, {"phone": "0700 000 303"}, "din altă fereastră"
        )
    )
    pane = view._pane
    assert pane is not None
    QTest.keyClick(view, Qt.Key.Key_1)
    pane.reason.setText("Am sunat.")
    notices: list[object] = []
    view.notice_changed.connect(notices.append)
    view._decide.click()
    office.settles()
    office.settles()
    assert any(notices), "a sentence says that it is gone"
    assert view._pane is None
    assert office.family(0).family.phone == "0700 000 303"


def test_the_list_is_walked_and_the_family_opened(office: Office) -> None:
    two_phones(office)
    office.maria.changes(office.families[1], name="Alt Nume")
    office.changes(office.families[1], name="Alt Alt Nume")
    office.meets()
    view = office.sits_down()
    first = office.presenter.state.matter
    view._list.setFocus()
    QTest.keyClick(view._list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    office.settles()
    second = office.presenter.state.matter
    assert first is not None
    assert second is not None
    assert first.key != second.key
    assert view._list.current_record() == second.view.line
    assert view._pane is not None
    line = second.view.line.family_line
    assert line is not None
    view._pane.open_family.emit(line.id)
    assert office.went == [("family", line.id)]


@pytest.mark.parametrize("width", [1154, 1037, 855])
def test_nothing_is_cut_at_any_width(office: Office, width: int) -> None:
    office.changes(office.families[0], directions=LONG)
    office.maria.changes(office.families[0], directions=LONG.replace("verde", "albastră"))
    office.meets()
    theme.register_fonts()
    view = office.sits_down()
    view.resize(width, 408)
    for digit in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_4):
        QTest.keyClick(view, digit)
        office.settles()
        assert not looking.cut_texts(view)
        assert not looking.nameless(view)
        assert len(looking.filled_buttons(view)) == 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_of_a_compared_text_are_the_text(text: str, other: str) -> None:
    pieces = changed_words(text, other)
    assert "".join(piece for piece, _ in pieces) == text
    assert not any(differs for _, differs in changed_words(text, text))
    assert any(differs for _, differs in pieces) == (text.split() != other.split())


def test_what_differs_is_told_without_colour(qtbot: QtBot) -> None:
    shorter, longer = ComparedText("gard și poartă", "gard alb și poartă"), ComparedText("gard alb", "gard")
    for one in (shorter, longer):
        qtbot.addWidget(one)
    assert shorter.shown() == "gard […] și poartă"
    assert shorter.accessibleDescription() == "Only here: […]"
    assert longer.accessibleDescription() == "Only here: alb"
    assert {one.format.fontUnderline() for one in longer._laid_out(300).formats()} == {True}  # type: ignore[attr-defined]


def test_groups_and_fields_have_words() -> None:
    assert group_name("family", "phone") == "Phone"
    assert group_name("person", "name") == "Name of the person"
    assert group_name("family", "name") == "Name of the family"
    faces = faces_of(("person", "role", "since_on"), {}, {})
    assert [face.field for face in faces] == ["role", "since_on"]
    assert faces[1].say("2015-09") == "09.2015"
    assert faces[0].editor == "choice"


def test_what_cannot_be_understood_is_not_written(qtbot: QtBot) -> None:
    birth = faces_of(("birth",), {}, {})[0]
    pane = WritingPane([birth], {"birth": "2015-09-03"})
    qtbot.addWidget(pane)
    editor = pane._editors["birth"]
    assert editor.text() == "03.09.2015"  # type: ignore[attr-defined]
    editor.setText("31.02.2015")  # type: ignore[attr-defined]
    assert pane.values() is None
    editor.setText("2015")  # type: ignore[attr-defined]
    assert pane.values() == {"birth": "2015"}
    editor.setText("")  # type: ignore[attr-defined]
    assert pane.values() == {}


def test_a_number_stays_a_number(qtbot: QtBot) -> None:
    pane = WritingPane([Face("declared_members", "Number", str, "number")], {"declared_members": 5})
    qtbot.addWidget(pane)
    pane._editors["declared_members"].setText("6")  # type: ignore[attr-defined]
    assert pane.values() == {"declared_members": 6}
    pane._editors["declared_members"].setText("many")  # type: ignore[attr-defined]
    assert pane.values() is None
