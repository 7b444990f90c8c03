"""Members of an invented household, as the file of a family lists them."""

import datetime as dt

import msgspec

from app.domain.records import Membership, Person

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 9, 38, tzinfo=dt.timezone(dt.timedelta(hours=2)))


class HouseholdMember(msgspec.Struct, frozen=True):
    person: Person
    membership: Membership


def member(
    number: int, birth: str | None = None, role: str | None = None, name: str = "Dobre"
) -> HouseholdMember:
    """A member whose id is sixteen times ``number``."""
    person = Person(id=bytes([number]) * 16, family_name=name, given_names=f"Member {number}", birth=birth)
    return HouseholdMember(person, Membership(id=bytes([number, 0]) * 8, person=person.id, role=role))


def child_aged(number: int, years: int) -> HouseholdMember:
    return member(number, f"{TODAY.year - years}-01-05", "child")
