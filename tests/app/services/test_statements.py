"""The checksum of a printed assessment: found, typed wrongly, too short, of another record."""

import msgspec
import pytest

from app.domain.kinds import ASSESSMENT, groups_of
from app.domain.records import Assessment, answer_groups
from app.reports.anonymous import anonymous_checksum
from app.reports.assessment import assessment_checksum
from app.services import registering
from app.services.statements import check_statement, looks_like_checksum
from storage import reading
from storage.compartment import Write
from storage.vault import Vault
from ui.printing import checksum_groups

ID = b"z" * 16


@pytest.fixture
def sealed(vault: Vault) -> Assessment:
    family, _ = registering.register_family(vault, registering.NewFamily(family_name="Rusu"))
    groups = groups_of(ASSESSMENT, {"form_id": "ro_risk_sheet", "form_version": 1, "on": "2026-11-20"})
    groups |= groups_of(ASSESSMENT, {"sealed_at": 1_790_000_000, "roster": []})
    groups |= answer_groups(ASSESSMENT, {"rs_no": "12"})
    with vault.team.writing():
        vault.team.save(vault.worker.id, [Write("assessment", ID, family, groups)])
    return reading.get(vault.team, ID, Assessment)


def test_a_checksum_finds_its_record_as_it_stands_on_paper(vault: Vault, sealed: Assessment) -> None:
    printed = checksum_groups(assessment_checksum(sealed))
    for typed in (
        printed,
        printed.upper(),
        printed.replace(" ", "-"),
        printed[:14],
        printed.replace("0", "O"),
    ):
        verdict = check_statement(vault, typed)
        assert verdict.found is not None, typed
        assert (verdict.found.assessment, verdict.found.family.name) == (sealed, "Rusu")
        assert not verdict.found.anonymous
    copy = check_statement(vault, anonymous_checksum(sealed)).found
    assert copy is not None
    assert (copy.assessment, copy.anonymous) == (sealed, True)


def test_a_paper_that_says_something_else_is_not_known(vault: Vault, sealed: Assessment) -> None:
    for other in (
        msgspec.structs.replace(sealed, answers={"rs_no": "13"}),
        msgspec.structs.replace(sealed, confirmed_level="low"),
    ):
        assert check_statement(vault, assessment_checksum(other)).outcome == "unknown"


def test_mistyped_digits_are_pointed_at(vault: Vault, sealed: Assessment) -> None:
    right = assessment_checksum(sealed)
    other = "0" if right[9] != "0" else "1"
    verdict = check_statement(vault, right[:9] + other + right[10:])
    assert (verdict.outcome, verdict.wrong, verdict.found) == ("mistyped", (3,), None)
    assert check_statement(vault, "").outcome == "unreadable"
    assert check_statement(vault, right[:11]).outcome == "short"
    assert check_statement(vault, right + "0").outcome == "unreadable"


@pytest.mark.parametrize(
    ("typed", "it_does"), [("c702 2297 238a", True), ("Rusu Ana", False), ("0745 112", False)]
)
def test_what_the_search_box_offers_to_check(typed: str, it_does: bool) -> None:
    assert looks_like_checksum(typed) is it_does
