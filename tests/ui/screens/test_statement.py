"""A printed assessment is checked at the window: from the search box, by its checksum, and opened to compare."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.kinds import ASSESSMENT, groups_of
from app.domain.records import Assessment
from app.reports.assessment import assessment_checksum
from storage import reading
from storage.compartment import Write
from tests.fixtures.window import Sitting
from ui.screens.assessment.view import AssessmentView
from ui.screens.statement.view import StatementView

ID = b"z" * 16


def a_sealed_one(sitting: Sitting) -> str:
    """The checksum of an assessment of the first family."""
    assert sitting.door.desk is not None
    vault, family = sitting.door.desk.vault, sitting.a_family()
    groups = groups_of(ASSESSMENT, {"form_id": "ro_observation", "form_version": 1, "on": "2026-11-20"})
    groups |= groups_of(ASSESSMENT, {"sealed_at": 1_790_000_000, "roster": [], "suggested_level": "high"})

    def save() -> str:
        with vault.team.writing():
            vault.team.save(vault.worker.id, [Write("assessment", ID, family, groups)])
        return assessment_checksum(reading.get(vault.team, ID, Assessment))

    return sitting.tasks.records.call(save)


def test_a_checksum_typed_into_the_search_box_leads_to_its_record(sitting: Sitting) -> None:
    checksum = a_sealed_one(sitting)
    search = sitting.frame.search
    search.setFocus()
    QTest.keyClicks(search, checksum[:16])
    sitting.wait_for(search.results_shown)
    QTest.keyClick(search, Qt.Key.Key_Return)
    sitting.settle()
    page = sitting.frame.page()
    assert isinstance(page, StatementView)
    assert page.told.text().startswith("This checksum is right")
    page._open.click()
    sitting.settle()
    read = sitting.frame.page()
    assert isinstance(read, AssessmentView)
    assert read._presenter.state is not None
    assert read._presenter.state.sealed is not None
    assert read._presenter.state.sealed.id == ID


def test_a_wrong_one_says_what_to_do(sitting: Sitting) -> None:
    a_sealed_one(sitting)
    page = sitting.go("statement")
    assert isinstance(page, StatementView)
    QTest.keyClicks(page.typed, "0000 0000 0000")
    QTest.keyClick(page.typed, Qt.Key.Key_Return)
    sitting.settle()
    assert page.told.text().startswith("No sealed assessment on this laptop")
    assert not page._open.isVisible()
    sitting.go("families")
    assert sitting.go("statement") is page
    assert (page.typed.text(), page.told.isVisible()) == ("", False)
