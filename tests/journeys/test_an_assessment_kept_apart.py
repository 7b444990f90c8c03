"""What is answered in a confidential section of an assessment: asked of, kept for and shown to those who read it, nobody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from app.domain.access import TEAM
from app.forms.package import Prepared, prepare
from app.reports.document import Document
from app.services import assessment_papers, assessments
from app.services.assessment_parts import SIGN_APART
from app.services.assessments import AssessmentDraft, OpenDraft
from storage.drafts import drafts_of
from tests.fixtures import forms
from tests.fixtures.cells import every_cell
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import PASSPHRASE, Laptop, MakeLaptop
from tests.journeys.test_kept_apart import NURSES_WORDS, SECRET, comes_too, everything_shown, signs_in

AtCounty = Callable[[RunningCounty], MakeLaptop]
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
FORM_ID = "bacau_together"
SHEETS = f"""
| settings | form_title | form_id | version | default_language | namespaces | vatra:date |
| | Together | {FORM_ID} | 1 | Română (ro) | vatra="urn:vatra:xlsform:1" | seen_on |
| survey | type | name | label::Română (ro) | required | calculation | bind::vatra:compartment | bind::vatra:red |
| | begin_group | house | Casa | | | | |
| | date | seen_on | Ziua | yes | | | |
| | select_one yn | warm | Cald | yes | | | |
| | end_group | house | | | | | |
| | begin_group | soc | Asistență | | | social | |
| | text | soc_own | Doar asistenții | | | | |
| | end_group | soc | | | | | |
| | begin_group | med | Sănătate | | | health | |
| | text | med_own | Doar sănătatea | | | | |
| | select_one yn | med_ill | Grav bolnav | yes | | | yes |
| | calculate | med_long | | | string-length(${{med_own}}) | | |
| | end_group | med | | | | | |
| | begin_group | edu | Școală | | | education | |
| | text | edu_own | Doar școala | | | | |
| | end_group | edu | | | | | |
| | calculate | level | | | if(${{warm}} = 'no', 'medium', 'none') | | |
| choices | list_name | name | label::Română (ro) |
| | yn | yes | Da |
| | yn | no | Nu |
"""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A form of the county with a section for each profession, ready to be published."""
    path: Path = tmp_path_factory.mktemp("forms") / "together.md"
    path.write_text(SHEETS, encoding="utf-8")
    prepared, problems = prepare(str(path))
    assert prepared is not None, problems
    return prepared


@pytest.fixture
def ana(small_county: RunningCounty, laptops: AtCounty, form: Prepared) -> Laptop:
    """A social worker's laptop with one family and the form."""
    forms.publish(small_county, form)
    laptop = laptops(small_county)("Ana Sandu", "social_worker")
    laptop.registers(family_name="Dobre", village="Bălăneasa")
    laptop.goes_online()
    return laptop


@pytest.fixture
def maria(ana: Laptop) -> Callable[[], None]:
    """The community nurse on the same laptop, signed in; call it to let Ana sign in again."""
    anas = ana.vault.worker.id
    joined = comes_too(ana, "Maria Dinu", "community_nurse", NURSES_WORDS)
    signs_in(ana, joined.worker, NURSES_WORDS)
    return lambda: signs_in(ana, anas, PASSPHRASE)


def begins(laptop: Laptop) -> OpenDraft:
    draft = assessments.begin_assessment(laptop.vault, laptop.finds("dobre"), FORM_ID)
    return assessments.open_draft(laptop.vault, draft, "ro", NOW)


def keeps(laptop: Laptop, opened: OpenDraft, **answers: str) -> AssessmentDraft:
    entry = opened.paper.entry
    for name, said in answers.items():
        field = next(one for one in entry.form.fields if one.name == name)
        entry.answer(field.path, said)
    signs = tuple(map(opened.paper.key, opened.paper.danger_signs()))
    draft = msgspec.structs.replace(opened.draft, record=entry.draft(), signs=signs)
    return assessments.keep_draft(laptop.vault, draft)[0]


def finishes(laptop: Laptop, **answers: str) -> bytes:
    opened = begins(laptop)
    draft = keeps(laptop, opened, **{"seen_on": "2026-11-21", "warm": "no", **answers})
    return assessments.seal_assessment(laptop.vault, draft, opened.paper, "ro", NOW)[0]


def sections(opened: assessments.Open) -> list[str]:
    return [page.field.name for page in opened.paper.pages()]


def printed(laptop: Laptop, assessment: bytes) -> Document:
    return assessment_papers.prints_of(laptop.vault, assessment, "ro", now=NOW).whole


def everything_told(laptop: Laptop, assessment: bytes) -> str:
    """Whatever the family's page, print, copies and files say, as one text."""
    vault = laptop.vault
    family = laptop.finds("dobre")
    opened = assessments.open_assessment(vault, assessment, "ro")
    return everything_shown(vault, family) + repr(
        (
            opened.paper.entry.draft(),
            opened.assessment.answers,
            opened.assessment.calculated,
            assessments.of_family(vault, family),
            assessment_papers.prints_of(vault, assessment, "ro", now=NOW),
            assessment_papers.export_answers(vault, FORM_ID),
        )
    )


def test_one_form_three_professions_two_more_laptops(
    ana: Laptop, maria: Callable[[], None], small_county: RunningCounty, laptops: AtCounty
) -> None:
    """The nurse fills it in, and her words are read by nurses."""
    opened = begins(ana)
    assert sections(opened) == ["house", "med"]
    family = keeps(ana, opened, med_own=SECRET, med_ill="yes", warm="no").family_id
    assert SECRET.encode() not in every_cell(ana.vault.team)
    assert SECRET.encode() in every_cell(ana.vault.compartments["health"])
    assert begins(ana).paper.entry.draft() == opened.paper.entry.draft()
    (task,) = assessments.open_tasks(ana.vault, family)
    assert task.signs == (SIGN_APART,)

    sealed = finishes(ana, med_own=SECRET, med_ill="yes")
    mine = assessments.open_assessment(ana.vault, sealed, "ro")
    assert mine.assessment.apart == {"med_own": SECRET, "med_ill": "yes", "med_long": str(len(SECRET))}
    assert mine.assessment.danger == (SIGN_APART,)
    assert SECRET in everything_told(ana, sealed)
    checksum = printed(ana, sealed).checksum
    assert all(drafts_of(store, ana.vault.worker.id) == [] for store in ana.vault.compartments.values())
    ana.goes_online()

    def sees_nothing(laptop: Laptop) -> None:
        told = everything_told(laptop, sealed)
        assert all(word not in told for word in (SECRET, "med_own", "Sănătate", "Grav bolnav"))
        read = assessments.open_assessment(laptop.vault, sealed, "ro")
        assert (sections(read), read.assessment.level, read.part_missing) == (["house"], "medium", False)
        assert printed(laptop, sealed).checksum == checksum
        assert SECRET.encode() not in every_cell(laptop.vault.team)

    maria()
    assert sections(begins(ana)) == ["house", "soc"]
    sees_nothing(ana)
    ioana = comes_too(ana, "Ioana Petrescu", "school_counsellor", "four words of hers")
    signs_in(ana, ioana.worker, "four words of hers")
    assert sections(begins(ana)) == ["house", "edu"]
    sees_nothing(ana)

    vasile, elena = (
        laptops(small_county)(name, profession)
        for name, profession in (("Vasile Cojocaru", "health_mediator"), ("Elena Matei", "social_worker"))
    )
    vasile.goes_online()
    theirs = assessments.open_assessment(vasile.vault, sealed, "ro")
    assert msgspec.structs.replace(mine.assessment, pending=False) == theirs.assessment
    assert sections(theirs) == ["house", "med"]
    assert printed(vasile, sealed).checksum == checksum
    table = assessment_papers.export_answers(vasile.vault, FORM_ID)[f"{FORM_ID}-v1.csv"]
    assert SECRET in table
    elena.goes_online()
    sees_nothing(elena)


def test_without_the_sorting_it_would_be_read_by_all(
    ana: Laptop, maria: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above."""
    with monkeypatch.context() as patched:
        patched.setattr("app.forms.xform.kept.kept_in", lambda _field: TEAM)
        patched.setattr("app.services.assessment_parts.sections_of", lambda _form: {})
        keeps(ana, begins(ana), med_own=SECRET)
        assert SECRET.encode() in every_cell(ana.vault.team)
        finishes(ana, med_ill="no")
    maria()
    assert SECRET.encode() in every_cell(ana.vault.team)
