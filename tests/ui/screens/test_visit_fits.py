"""Every page of the visit in four languages and three sizes: nothing cut, everything named, one filled button."""

import pytest

from app.services import families
from tests.fixtures.window import SIZES, MakeSitting, Sitting
from tests.ui import looking
from ui.preferences import Language
from ui.screens.visit.view import VisitView


def at_a_visit(sitting: Sitting) -> VisitView:
    """The visit of a household with a child of school age, everything asked that can be asked."""
    assert sitting.door.desk is not None
    vault, family = sitting.door.desk.vault, sitting.a_family()
    sitting.tasks.records.call(
        lambda: families.add_member(
            vault,
            family,
            "child",
            family_name="Lăcătuș",
            given_names="Ștefania Lăcrămioara",
            birth="2016-03-04",
        )
    )
    page = sitting.go("visit", family)
    assert isinstance(page, VisitView)
    presenter = page._presenter
    answers = {
        "v_type": "follow",
        "v_result": "done",
        "v_serv": "part",
        "v_danger": "yes",
        "v_from": "10:00",
        "v_to": "09:00",
    }
    for key, value in answers.items():
        presenter.answer(key, value)
    assert presenter.state is not None
    for person in presenter.state.filled.children():
        presenter.answer(f"{person.hex()}/vc_seen", "seen")
    page.facts._toggle_level()
    return page


@pytest.mark.parametrize("language", ["en", "ro", "pl", "hu"])
def test_every_page_fits_at_every_size(make_sitting: MakeSitting, language: Language) -> None:
    sitting = make_sitting(language, country="pl" if language == "pl" else "ro")
    sitting.enter()
    page = at_a_visit(sitting)
    presenter = page._presenter
    for size, pixels in SIZES.items():
        sitting.resize(pixels)
        if page.facts_hidden():
            page.toggle_facts()
        assert presenter.state is not None
        for part in range(len(presenter.state.parts)):
            presenter.go_to_page(part)
            sitting.settle()
            found = looking.cut_texts(sitting.window) + looking.small_texts(sitting.window)
            found += looking.nameless(sitting.window) + looking.small_targets(sitting.window)
            assert not found, f"{language} {size} {presenter.state.part_name}: " + "\n".join(found)
            assert len(looking.filled_buttons(page)) == 1


def test_a_confidential_section_says_who_reads_it(make_sitting: MakeSitting) -> None:
    sitting = make_sitting("en")
    sitting.enter()
    page = at_a_visit(sitting)
    for key, said in (("v_from", ""), ("vs_own", "only social workers")):
        page._presenter.go_to(key)
        sitting.settle()
        assert page.head.readers.text() == said
        assert page.head.readers.isVisible() == bool(said)


def test_the_largest_letters_fit(make_sitting: MakeSitting) -> None:
    sitting = make_sitting("hu", text_scale=1.3)
    sitting.enter()
    page = at_a_visit(sitting)
    sitting.resize(SIZES["100 %"])
    assert page._presenter.state is not None
    for part in range(len(page._presenter.state.parts)):
        page._presenter.go_to_page(part)
        sitting.settle()
        found = looking.cut_texts(sitting.window)
        assert not found, f"{page._presenter.state.part_name}: " + "\n".join(found)
