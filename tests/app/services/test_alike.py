"""Whom somebody new in a household may be already, and taking that person in instead of making a second record."""

import pytest

from app.domain.partial_date import PartialDate
from app.services import families, registering
from app.services.alike import Described, people_like, take_in
from storage.vault import Vault

Shown = list[tuple[str, str]]


@pytest.fixture
def household(vault: Vault) -> bytes:
    """Ștefan lives here, Alin left, and another family has an Ioana and a Ștefan."""
    here, _ = registering.register_family(
        vault, registering.NewFamily(family_name="Rusu", given_names="Ștefan")
    )
    families.add_member(vault, here, "son", family_name="Rusu", given_names="Alin Ion", birth="2013-04-02")
    gone = next(
        one for one in families.open_family(vault, here).members if one.person.given_names == "Alin Ion"
    )
    families.end_membership(vault, gone.membership.id, "2026-01-10")
    there, _ = registering.register_family(
        vault, registering.NewFamily(family_name="Rusu", given_names="Dan")
    )
    for name, surname in (("Ioana", "Rusu"), ("Ștefan", "Pop")):
        families.add_member(vault, there, "child", family_name=surname, given_names=name, birth="2016")
    return here


@pytest.mark.parametrize(
    ("family_name", "given", "born", "expected"),
    [
        ("Rusu", "stefan", None, [("Rusu Ștefan", "here")]),
        ("Rusu", "Alin", PartialDate(2013), [("Rusu Alin Ion", "left")]),
        ("Popescu", "Alin", PartialDate(2013, 4, 2), [("Rusu Alin Ion", "left")]),
        ("Rusu", "Alin", PartialDate(2014), []),
        ("Rusu", "Ioana", PartialDate(2016, 3, 9), [("Rusu Ioana", "elsewhere")]),
        ("Popescu", "Ioana", None, []),
        ("Rusu", "", PartialDate(2016), []),
    ],
)
def test_who_may_be_the_same(
    vault: Vault, household: bytes, family_name: str, given: str, born: PartialDate | None, expected: Shown
) -> None:
    found = people_like(vault, household, Described(family_name, given, born))
    assert [(one.person.full_name, one.where) for one in found] == expected


def test_whoever_is_known_is_taken_in_with_the_same_record(vault: Vault, household: bytes) -> None:
    for given in ("Alin", "Ioana"):
        (one,) = people_like(vault, household, Described("Rusu", given))
        take_in(vault, household, one.person.id, "child")
        (again,) = people_like(vault, household, Described("Rusu", given))
        assert (again.person.id, again.where) == (one.person.id, "here")
    names = {member.person.given_names for member in families.open_family(vault, household).members}
    assert names == {"Ștefan", "Alin Ion", "Ioana"}
