"""An answer typed a moment before the window is locked or closed is kept: the vault closes after the save."""

from collections.abc import Callable

import pytest

from app.services import visits
from tests.fixtures.window import MakeSitting, Sitting
from ui.screens.visit.view import VisitView


@pytest.mark.parametrize(
    "end",
    [lambda sitting: sitting.window.lock(), lambda sitting: sitting.window.close()],
    ids=["locked", "closed"],
)
def test_the_last_answer_is_kept(make_sitting: MakeSitting, end: Callable[[Sitting], object]) -> None:
    sitting = make_sitting("en")
    sitting.unlock()
    family = sitting.a_family()
    page = sitting.go("visit", family)
    assert isinstance(page, VisitView)
    page._presenter.answer("v_announced", "yes")
    end(sitting)
    sitting.settle()
    with sitting.vault.open() as vault:
        assert visits.begin_visit(vault, family).answers["v_announced"] == "yes"
