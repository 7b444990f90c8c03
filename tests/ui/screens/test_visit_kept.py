"""An answer typed a moment before the window is locked or closed is kept: the vault closes after the save."""

from collections.abc import Callable

import msgspec
import pytest

from app.errors import DiskFull
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
    sitting.enter()
    family = sitting.a_family()
    page = sitting.go("visit", family)
    assert isinstance(page, VisitView)
    page._presenter.answer("v_announced", "yes")
    end(sitting)
    sitting.settle()
    with sitting.vault.open() as vault:
        assert visits.begin_visit(vault, family).answers["v_announced"] == "yes"


def test_an_answer_the_disk_refused_is_kept_by_the_lock(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull()

    family = sitting.a_family()
    page = sitting.go("visit", family)
    assert isinstance(page, VisitView)
    with monkeypatch.context() as patched:
        patched.setattr("storage.drafts.keep_draft", full)
        page._presenter.answer("v_announced", "yes")
        page._presenter.save()
        sitting.settle()
    sitting.window.lock()
    sitting.settle()
    with sitting.vault.open() as vault:
        assert visits.begin_visit(vault, family).answers["v_announced"] == "yes"


def test_recorded_in_the_moment_of_the_lock_is_no_draft_any_more(sitting: Sitting) -> None:
    family = sitting.a_family()
    page = sitting.go("visit", family)
    assert isinstance(page, VisitView)
    presenter = page._presenter
    presenter.answer("v_result", "moved")
    assert presenter.state is not None
    draft = msgspec.structs.replace(presenter.state.draft, answers=dict(presenter.state.answers))
    sitting.tasks.records.run(lambda: presenter._record(draft))
    sitting.window.lock()
    sitting.settle()
    with sitting.vault.open() as vault:
        assert visits.open_visit(vault, draft.visit_id).answers["v_result"] == "moved"
        assert visits.open_draft(vault, draft.draft_id) is None
