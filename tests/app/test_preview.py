"""An author's form in the real window: read as `check` does, filled in with keys, told when it closes, nothing kept."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from app import preview
from app.forms.xform.errors import FormRefused
from tests.app.forms.instruments.answering import path_of, shipped_amounts
from ui import theme
from ui.screens.assessment.view import AssessmentView

ROOT = Path(__file__).resolve().parents[2]
BROKEN = """
| survey | type | name | label | relevant |
|---|---|---|---|---|
| | text | a | A | |
| | text | b | B | ${a} = |
"""


KNOWS_MEMBERS = """
| settings | form_title | form_id | version | namespaces |
|---|---|---|---|---|
| | Names | names | 1 | vatra="urn:vatra:xlsform:1" |

| survey | type | name | label | bind::vatra:roster | bind::vatra:member | bind::vatra:unit |
|---|---|---|---|---|---|---|
| | begin_repeat | kid | Child | child | | |
| | text | who | Who | person | | |
| | text | given | Given names | | given_names | |
| | decimal | cost | Cost of school | | | lei |
| | end_repeat | kid | | | | |
"""


@pytest.fixture
def keeping(tmp_path: Path) -> preview.Throwaway:
    amounts = tmp_path / "amounts.csv"
    amounts.write_text(shipped_amounts("ro_risk_sheet"), encoding="utf-8")
    instrument = preview.read_instrument(path_of("ro_risk_sheet"), {"amounts.csv": str(amounts)})
    return preview.Throwaway(instrument, None)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot, keeping: preview.Throwaway) -> Iterator[AssessmentView]:
    with shown(qapp, qtbot, keeping) as page:
        yield page


@contextmanager
def shown(qapp: QApplication, qtbot: QtBot, keeping: preview.Throwaway) -> Iterator[AssessmentView]:
    theme.register_fonts()
    theme.apply(qapp, theme.load("light"))
    window = preview.show(qapp, keeping)
    (page,) = window.findChildren(AssessmentView)
    qtbot.waitUntil(lambda: page._presenter.state is not None, timeout=20_000)
    yield page
    window.close()
    page._presenter._tasks.close()
    window.deleteLater()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_it_is_filled_in_like_in_the_program(view: AssessmentView, keeping: preview.Throwaway) -> None:
    view._presenter.go_to("rs_place")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    view._presenter.answer("rs_refused", "no")
    assert "<rs_place>stay</rs_place>" in keeping.told()
    state = view._presenter.state
    assert state is not None
    assert [page.person for page in state.pages if page.title == "Risk 2. For each child"] == [
        "Alin, 15",
        "Ioana, 9",
        "Dan, 0",
    ]


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_what_is_known_of_a_member_is_there_and_what_is_said_otherwise_is_shown_before_the_seal(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    form = tmp_path / "names.md"
    form.write_text(KNOWS_MEMBERS, encoding="utf-8")
    with shown(qapp, qtbot, preview.Throwaway(preview.read_instrument(form, {}), None)) as page:
        presenter = page._presenter
        assert presenter.state is not None
        question, cost = presenter.state.questions
        assert (question.answer, question.from_record) == ("Alin", True)
        row = page.form.row(question.key)
        assert row is not None
        assert row.editor.accessibleDescription() == "From the family's record"
        field = page.form.row(cost.key).editor.focusProxy()  # type: ignore[union-attr]
        assert field.accessibleName() == "Cost of school (optional), lei"
        presenter.answer(cost.key, "12.5")
        assert next(one.shown for one in presenter.state.questions if one.key == cost.key) == "12.5 lei"
        presenter.answer(question.key, "Alin Ion")
        assert row.editor.accessibleDescription() == ""
        presenter.go_to_page(len(presenter.state.pages))
        keys = page.result.edits.keys
        assert keys is not None
        (one,) = keys.findChildren(QCheckBox)
        assert one.accessibleName() == "Vatra Alin · Given names: before Alin, now Alin Ion"
        assert one.isChecked()
        QTest.keyClick(one, Qt.Key.Key_1)
        assert presenter._draft is not None
        assert presenter._draft.left_out == (question.key,)
        presenter.answer(question.key, "Alin")
        assert not page.result.edits.isVisible()


def test_a_broken_form_is_refused_with_its_place(tmp_path: Path) -> None:
    form = tmp_path / "broken.md"
    form.write_text(BROKEN, encoding="utf-8")
    with pytest.raises(FormRefused) as refused:
        preview.read_instrument(form, {})
    (problem,) = refused.value.errors
    assert (problem.sheet, problem.row, problem.column) == ("survey", 3, "relevant")


def test_the_command_answers_for_a_broken_form_as_the_others_do(tmp_path: Path) -> None:
    form = tmp_path / "broken.md"
    form.write_text(BROKEN, encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "app.forms.cli", "preview", str(form)]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    answer = json.loads(ran.stdout)
    assert (ran.returncode, answer["ok"], answer["error"]["code"]) == (1, False, "form")
    assert answer["error"]["problems"][0]["row"] == 3
