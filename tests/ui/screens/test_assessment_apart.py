"""A confidential section in the window: its page says who reads it, and what is typed there lies with them from the first key."""

from app.services import assessments
from tests.fixtures.cells import every_cell
from tests.fixtures.window import MakeSitting
from ui.screens.assessment.view import AssessmentView
from ui.screens.assessment_places import Begin

WHY = "Siniaki po upadku, potwierdza lekarz."


def test_a_page_for_social_workers_says_so_and_is_kept_with_them(make_sitting: MakeSitting) -> None:
    sitting = make_sitting("pl", country="pl")
    sitting.enter()
    assert sitting.door.desk is not None
    vault, family = sitting.door.desk.vault, sitting.a_family()
    page = sitting.go("assessment", Begin(family, "pl_wywiad_i"))
    assert isinstance(page, AssessmentView)
    presenter = page._presenter
    presenter.answer("w_viol", "suspicion")
    presenter.answer("w_bluecard", "unfounded")
    presenter.answer("w_bluewhy", WHY)
    presenter.go_to("w_bluewhy")
    presenter.save()
    sitting.settle()
    assert page.head.readers.text() == "tylko pracownicy socjalni"
    assert page.head.readers.isVisible()

    def lies() -> list[bool]:
        return [WHY.encode() in every_cell(vault.compartments[name]) for name in ("team", "social")]

    assert sitting.tasks.records.call(lies) == [False, True]
    presenter.go_to("w_viol")
    sitting.settle()
    assert not page.head.readers.isVisible()
    left = sitting.tasks.records.call(lambda: assessments.unfinished(vault, family))
    assert WHY in (left[0].record or "")
