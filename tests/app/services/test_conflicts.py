"""Who may decide between two versions, and what keeping both means; the county's rules over a dictionary."""

from typing import Any

import pytest

from app.domain.ids import random_id
from app.domain.kinds import Settler
from app.domain.records import Assessment
from app.errors import NoRight, NothingChosen
from app.services.assessment_levels import confirm_level
from app.services.conflicts import (
    conflict_lines,
    conflict_view,
    count_conflicts,
    kept_together,
    settle_conflict,
)
from app.services.families import open_family, write_note
from app.services.registering import NewFamily, register_family
from storage import reading
from storage.compartment import Write
from storage.vault import Vault
from sync.core.merge import group_of
from tests.fixtures.county_log import CountyLog, meet
from tests.fixtures.vault import STREAM, make_invented_vault

IRINA = b"i" * 16


class Story:
    """A vault with a family that the county knows, and colleagues who write without having seen what is new."""

    def __init__(self, vault: Vault) -> None:
        self.vault, self.county = vault, CountyLog(STREAM)
        self.family = register_family(vault, NewFamily(family_name="Dobre"))[0]
        meet(vault.team, self.county)
        self.knows(IRINA, "Irina Marin", "supervisor")
        self.knows(b"m" * 16, "Maria Bejan", "community_nurse")
        self.seen = self.county.csn

    def knows(self, worker: bytes, name: str, profession: str, status: str = "active") -> None:
        told = {"name": name, "profession": profession, "commune": "ro-21891", "status": status}
        self.county.write(bytes(16), [Write("worker", worker, None, {"worker": told})])
        meet(self.vault.team, self.county)

    def two(self, kind: str, group: str, mine: Any, theirs: Any, *, both_theirs: bool = False) -> bytes:
        """A conflict between this worker (or Irina) and Maria; the record."""
        record = self.family if kind == "family" else random_id()
        first = IRINA if both_theirs else self.vault.worker.id
        for author, value in ((first, mine), (b"m" * 16, theirs)):
            self.county.write(author, [Write(kind, record, self.family, {group: value})], seen=self.seen)
        meet(self.vault.team, self.county)
        return record


@pytest.fixture
def story(vault: Vault) -> Story:
    return Story(vault)


@pytest.mark.parametrize(
    ("profession", "may"),
    [("supervisor", True), ("social_worker", False), ("community_nurse", False), ("case_manager", False)],
)
def test_a_level_is_decided_by_a_supervisor_only(tmp_path: Any, profession: str, may: bool) -> None:
    with make_invented_vault(tmp_path / "vault", profession=profession).open() as vault:
        story = Story(vault)
        record = story.two("assessment", "level", {"confirmed_level": "low"}, {"confirmed_level": "high"})
        view = conflict_view(vault, record, "level")
        assert [one.values["confirmed_level"] for one in view.versions] == ["high", "low"], (
            "the higher one leads"
        )
        assert view.versions[0].shown
        assert view.line.may_settle == may
        assert "Irina Marin" in view.line.settlers
        assert "Maria Bejan" not in view.line.settlers, "having written one of them is not enough"
        if may:
            settle_conflict(vault, record, "level", {"confirmed_level": "low"}, "Am fost acolo.")
            assert conflict_lines(vault) == ()
        else:
            with pytest.raises(NoRight):
                settle_conflict(vault, record, "level", {"confirmed_level": "low"}, "Am fost acolo.")
            assert count_conflicts(vault) == 1

        # The same holds where the assessment itself offers another level.
        with pytest.raises(NothingChosen):
            confirm_level(vault, record, "medium", " ")
        with pytest.raises(NothingChosen):
            confirm_level(vault, record, "worst", "Am fost acolo.")
        again = story.two("assessment", "level", {"confirmed_level": "low"}, {"confirmed_level": "high"})
        if may:
            confirm_level(vault, again, "medium", "Am fost acolo.")
            assert (conflict_lines(vault), reading.get(vault.team, again, Assessment).level) == ((), "medium")
        else:
            with pytest.raises(NoRight):
                confirm_level(vault, again, "high", "Am fost acolo.")
            assert count_conflicts(vault) == 2


def test_an_answer_is_decided_by_whoever_gave_one_of_them(story: Story) -> None:
    own = story.two("visit", "q/v_agreed", {"v_agreed": "lemne"}, {"v_agreed": "haine"})
    foreign = story.two("visit", "q/v_agreed", {"v_agreed": "lemne"}, {"v_agreed": "haine"}, both_theirs=True)
    assert conflict_view(story.vault, own, "q/v_agreed").line.may_settle
    assert conflict_view(story.vault, foreign, "q/v_agreed").line.settlers == ("Irina Marin", "Maria Bejan")
    with pytest.raises(NoRight):
        settle_conflict(story.vault, foreign, "q/v_agreed", {"v_agreed": "lemne"}, "Am văzut.")
    for gone in (IRINA, b"m" * 16):
        story.knows(gone, "", "community_nurse", "revoked")
    assert conflict_view(story.vault, foreign, "q/v_agreed").line.may_settle, "nobody else is left"


def test_what_is_confidential_is_decided_where_it_lies(tmp_path: Any) -> None:
    with make_invented_vault(tmp_path / "vault", readable=("team", "social")).open() as vault:
        story = Story(vault)
        write_note(vault, story.family, "numai pentru noi", "social")
        social, county = vault.compartments["social"], CountyLog("ro-21891/social")
        meet(social, county)
        seen, record = county.csn, random_id()
        for author, said in ((vault.worker.id, "da"), (IRINA, "nu")):
            answer = {"q/v_viol": {"v_viol": said}}
            county.write(author, [Write("section_answers", record, story.family, answer)], seen=seen)
        meet(social, county)
        (line,) = conflict_lines(vault)
        assert (line.kept_in, line.may_settle) == ("social", True)
        settle_conflict(vault, record, "q/v_viol", {"v_viol": "nu"}, "Am vorbit cu ea.")
        assert conflict_lines(vault) == ()
        team = vault.team.connection.execute("SELECT group_concat(hex(fields)) FROM shown").fetchone()[0]
        assert b"Am vorbit cu ea.".hex().upper() not in team


def test_the_table_says_whom_to_ask() -> None:
    assert group_of("task", "done").settler is Settler.WHO_IT_IS_FOR
    assert group_of("family", "phone").settler is Settler.AUTHOR_OR_CASE_MANAGER
    assert group_of("of a newer Vatra", "x").settler is Settler.AUTHOR_OR_CASE_MANAGER


def test_a_decision_keeps_its_reason_with_the_family(story: Story) -> None:
    story.two("family", "phone", {"phone": "1"}, {"phone": "2"})
    settle_conflict(story.vault, story.family, "phone", {"phone": "1, 2"}, "Amândouă răspund.")
    file = open_family(story.vault, story.family)
    assert (file.family.phone, file.conflicts) == ("1, 2", ())
    assert [note.text for note in file.notes if note.regarding == "phone"] == ["Amândouă răspund."]


@pytest.mark.parametrize(
    ("versions", "together"),
    [
        ([{"phone": "1"}, {"phone": "2"}], {"phone": "1, 2"}),
        ([{"phone": "1"}, {}], {"phone": "1"}),
        ([{"who": ["a", "b"]}, {"who": ["b", "c"]}], {"who": ["a", "b", "c"]}),
        ([{"phone": "1", "n": 3}, {"phone": "2", "n": 3}], {"phone": "1, 2", "n": 3}),
        ([{"n": 3}, {"n": 4}], None),
        ([{"choice": "yes"}, {"choice": "no"}], None),
    ],
)
def test_both_are_kept_together_where_that_makes_sense(
    versions: list[dict[str, Any]], together: dict[str, Any] | None
) -> None:
    assert kept_together(versions, frozenset({"phone"}), ", ") == together
