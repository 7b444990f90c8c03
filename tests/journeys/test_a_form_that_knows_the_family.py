"""A county's form begins with what is known of a child; what it says otherwise reaches the child's record at a colleague, with the seal.

The office records the check against the law, and the form is no working document any more. What was printed is found by its
checksum on the colleague's laptop.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.forms.package import prepare
from app.reports.document import Document, Paragraph
from app.services import assessment_papers, assessments, families
from app.services.statements import check_statement
from tests.fixtures import forms as published
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop

Laptops = Callable[[RunningCounty], MakeLaptop]
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
SHEETS = """
| settings | form_title | form_id | version | default_language | namespaces |
| | School | bacau_school | 1 | Română (ro) | vatra="urn:vatra:xlsform:1" |
| survey | type | name | label::Română (ro) | bind::vatra:roster | bind::vatra:member |
| | begin_group | start | Început | | |
| | note | s_working | Document de lucru | | |
| | text | where | Unde | | |
| | end_group | | | | |
| | begin_repeat | kid | Copil | child | |
| | text | who | Cine | person | |
| | text | class | Școala și clasa | | school |
| | end_repeat | | | | |
"""


def school_of(laptop: Laptop, family: bytes) -> str | None:
    (member,) = families.open_family(laptop.vault, family).members[1:]
    return member.person.school


def whole(laptop: Laptop, assessment_id: bytes) -> Document:
    return assessment_papers.prints_of(laptop.vault, assessment_id, "ro", now=NOW).whole


def test_what_a_form_says_of_a_child_goes_into_the_childs_record(
    small_county: RunningCounty, laptops: Laptops, tmp_path: Path
) -> None:
    enrol = laptops(small_county)
    ana, maria = enrol("Ana Sandu", "social_worker"), enrol("Maria Bejan", "community_nurse")
    family = ana.registers(family_name="Rusu", given_names="Ilie")
    child = {"family_name": "Rusu", "given_names": "Alin", "birth": "2013-04-02", "school": "V B"}
    families.add_member(ana.vault, family, "son", **child)
    sheet = tmp_path / "bacau_school.md"
    sheet.write_text(SHEETS, encoding="utf-8")
    form, problems = prepare(str(sheet))
    assert form is not None, problems
    published.publish(small_county, form)
    ana.goes_online()

    draft = assessments.begin_assessment(ana.vault, family, "bacau_school")
    opened = assessments.open_draft(ana.vault, draft, "ro", NOW)
    asked = opened.paper.entry.nodes("/data/kid[1]/class")
    assert (asked.text, opened.checked) == ("V B", False)
    opened.paper.entry.answer("/data/kid[1]/class", "VI B")
    draft = msgspec.structs.replace(opened.draft, record=opened.paper.entry.draft())
    draft, _ = assessments.keep_draft(ana.vault, draft)
    assert school_of(ana, family) == "V B"  # a draft changes nothing
    sealed, changed = assessments.seal_assessment(ana.vault, draft, opened.paper, "ro", NOW)
    assert changed.kinds == {"assessment", "person"}
    ana.goes_online()
    maria.goes_online()
    assert (school_of(ana, family), school_of(maria, family)) == ("VI B", "VI B")

    printed = whole(ana, sealed)
    assert "Document de lucru" in printed.working_line
    published.record_check(small_county, "bacau_school", 1, form.instrument.digest)
    ana.goes_online()
    checked = whole(ana, sealed)
    assert "Vera Munteanu" in checked.working_line
    assert not [one for one in checked.blocks if isinstance(one, Paragraph) and "lucru" in one.text]
    assert assessments.open_assessment(ana.vault, sealed, "ro").checked

    verdict = check_statement(maria.vault, printed.checksum)
    assert verdict.found is not None
    assert (verdict.found.assessment.id, verdict.found.author) == (sealed, "Ana Sandu")
