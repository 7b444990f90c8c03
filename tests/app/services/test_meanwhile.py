"""A colleague's change of another field of the same record: told once to whom it concerns, and only when neither had seen it."""

import time

import pytest

from app.services.families import change_family, open_family
from app.services.meanwhile import TOLD_FOR_DAYS, changed_meanwhile, noticed
from app.services.registering import NewFamily, register_family
from storage.compartment import Write
from storage.vault import Vault
from tests.fixtures.county_log import CountyLog, meet
from tests.fixtures.vault import STREAM

MARIA = b"m" * 16


class Story:
    """A family that everybody has; ``changes`` is Maria, who had seen no more than that."""

    def __init__(self, vault: Vault) -> None:
        self.vault, self.county = vault, CountyLog(STREAM)
        self.county._clock_s = int(time.time()) - 3600
        self.family = register_family(vault, NewFamily(family_name="Dobre"))[0]
        maria = {"name": "Maria Bejan", "profession": "community_nurse", "status": "active"}
        self.county.write(bytes(16), [Write("worker", MARIA, None, {"worker": maria})])
        meet(vault.team, self.county)
        self.seen = self.county.csn

    def changes(self, group: str, value: object, *, seen: int | None = None) -> None:
        self.county.write(
            MARIA, [Write("family", self.family, None, {group: {group: value}})], seen=seen or self.seen
        )
        meet(self.vault.team, self.county)

    def told(self) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        return [
            (one.author, one.groups, one.own_groups) for one in changed_meanwhile(self.vault, self.family)
        ]


@pytest.fixture
def story(vault: Vault) -> Story:
    return Story(vault)


@pytest.mark.parametrize("sent_before", [True, False])
def test_another_field_changed_meanwhile_is_told_once(story: Story, sent_before: bool) -> None:
    change_family(story.vault, story.family, village="Poiana")
    if sent_before:
        meet(story.vault.team, story.county)
    story.changes("phone", "2")
    assert story.told() == [("Maria Bejan", ("phone",), ("address",))]
    assert open_family(story.vault, story.family).conflicts == ()
    noticed(story.vault, story.family, changed_meanwhile(story.vault, story.family))
    assert story.told() == []
    story.changes("status", "closed")
    assert story.told() == [("Maria Bejan", ("status",), ("address",))], "what is new is told"


def test_who_had_seen_it_is_not_told_of(story: Story) -> None:
    change_family(story.vault, story.family, village="Poiana")
    meet(story.vault.team, story.county)
    story.changes("phone", "2", seen=story.county.csn)
    assert story.told() == []
    change_family(story.vault, story.family, status="closed")
    assert story.told() == [], "the phone had been pulled"


def test_what_waits_on_the_desk_is_not_told_twice_and_old_things_not_at_all(story: Story) -> None:
    change_family(story.vault, story.family, phone="1", village="Poiana")
    story.changes("phone", "2")
    assert story.told() == []
    assert open_family(story.vault, story.family).conflicts != ()
    story.changes("status", "closed")
    assert len(story.told()) == 1
    later = int(time.time()) + (TOLD_FOR_DAYS + 1) * 86_400
    assert changed_meanwhile(story.vault, story.family, later) == ()
