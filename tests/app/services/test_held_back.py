"""What the office returned: sent again as a save of today, written anew, or put away; never lost, never over a colleague's."""

import pytest

from app.errors import NoRight, RecordMissing
from app.services import held_back, typed
from app.services.families import change_family, open_family, write_note
from app.services.registering import NewFamily, register_family
from app.services.syncing import sync_state
from storage.compartment import Write
from storage.vault import Vault
from sync.core.merge import shown_groups
from sync.protocol import Answer, Outcome
from tests.fixtures.county_log import CountyLog, meet, pull
from tests.fixtures.vault import STREAM

MARIA = b"m" * 16


class Story:
    """A family that the county knows, with one telephone number."""

    def __init__(self, vault: Vault) -> None:
        self.vault, self.county = vault, CountyLog(STREAM)
        self.family = register_family(vault, NewFamily(family_name="Dobre"))[0]
        change_family(vault, self.family, phone="1")
        meet(vault.team, self.county)

    def parked(self) -> bytes:
        """The last save was kept aside; its id."""
        (n, txn_id) = self.vault.team.connection.execute(
            "SELECT n, txn_id FROM outbox ORDER BY n DESC LIMIT 1"
        ).fetchone()
        answer = Answer(n, bytes(txn_id), Outcome.PARKED, self.county.csn + 1, "unknown_author")
        with self.vault.team.writing():
            self.vault.team.take_answers([answer])
        self.county._taken[self.vault.team.tip().replica] = n
        return bytes(txn_id)

    def returned(self) -> bytes:
        """... and came back with a sentence."""
        txn_id = self.parked()
        word = {"verdict": "returned", "sentence": "Scrieți mai pe scurt.", "decided_at": 1}
        self.county.write(bytes(16), [Write("decision", txn_id, None, {"decision": word})])
        pull(self.vault.team, self.county)
        return txn_id

    def states(self) -> tuple[int, int]:
        state = sync_state(self.vault)
        return state.pending, state.held_back

    def phones_at_county(self) -> list[object]:
        siblings = self.county.states[self.family].groups["phone"]
        state = self.county.states[self.family]
        return [len(siblings), shown_groups(state)["phone"].get("phone")]


@pytest.fixture
def story(vault: Vault) -> Story:
    return Story(vault)


def test_a_returned_save_is_sent_again_as_a_save_of_its_own(story: Story) -> None:
    change_family(story.vault, story.family, phone="2")
    txn_id = story.returned()
    (held,) = held_back.held(story.vault)
    assert (held.txn_id, held.returned, held.answer) == (txn_id, True, "Scrieți mai pe scurt.")
    assert story.states() == (0, 1)
    held_back.send_again(story.vault, txn_id)
    assert held_back.held(story.vault) == ()
    assert story.states() == (1, 0)
    assert open_family(story.vault, story.family).family.phone == "2"
    meet(story.vault.team, story.county)
    assert story.states() == (0, 0)
    assert story.phones_at_county() == [1, "2"]
    with pytest.raises(RecordMissing):
        held_back.send_again(story.vault, txn_id)


def test_what_a_colleague_wrote_meanwhile_comes_to_stand_beside_it(story: Story) -> None:
    change_family(story.vault, story.family, phone="2")
    txn_id = story.returned()
    story.county.write(MARIA, [Write("family", story.family, None, {"phone": {"phone": "3"}})])
    pull(story.vault.team, story.county)
    held_back.send_again(story.vault, txn_id)
    meet(story.vault.team, story.county)
    assert story.phones_at_county()[0] == 2, "nobody is overruled unseen"
    assert open_family(story.vault, story.family).conflicts == ((story.family, "phone"),)


def test_what_was_corrected_here_since_is_not_sent_again(story: Story) -> None:
    change_family(story.vault, story.family, phone="2", name="Dobre-Popa")
    txn_id = story.returned()
    change_family(story.vault, story.family, phone="4")
    held_back.send_again(story.vault, txn_id)
    meet(story.vault.team, story.county)
    family = open_family(story.vault, story.family).family
    assert (family.phone, family.name, family.conflicts) == ("4", "Dobre-Popa", 0)


def test_a_returned_note_is_written_anew_where_notes_are_written(story: Story) -> None:
    typed.keep(story.vault, typed.Place("note", story.family), {"text": "Lemne."})
    write_note(story.vault, story.family, "Foarte lung")
    story.returned()
    (held,) = held_back.held(story.vault)
    assert held.is_note
    place = held_back.write_anew(story.vault, held.txn_id)
    kept = typed.read(story.vault, place)
    assert kept is not None
    assert kept.fields["text"] == "Lemne.\nFoarte lung"
    assert (story.states(), open_family(story.vault, story.family).notes) == ((0, 0), ())


def test_what_is_put_away_shows_what_the_county_has(story: Story) -> None:
    change_family(story.vault, story.family, phone="2")
    txn_id = story.returned()
    held_back.put_away(story.vault, txn_id)
    assert open_family(story.vault, story.family).family.phone == "1"
    assert story.states() == (0, 0)
    answer = Answer(1, txn_id, Outcome.PARKED, 9, "unknown_author")
    with story.vault.team.writing():
        story.vault.team.take_answers([answer])
    assert held_back.held(story.vault) == (), "also when the county says it again"


def test_the_office_decides_first_and_only_the_author_after_it(story: Story) -> None:
    change_family(story.vault, story.family, phone="2")
    txn_id = story.parked()
    for act in (held_back.send_again, held_back.put_away, held_back.write_anew):
        with pytest.raises(NoRight):
            act(story.vault, txn_id)
    with story.vault.team.writing():
        story.vault.team.save(MARIA, [Write("note", b"n" * 16, story.family, {"text": {"text": "?"}})])
    foreign = story.returned()
    (_, held) = held_back.held(story.vault)
    assert (held.txn_id, held.own, held.returned) == (foreign, False, False)
    with pytest.raises(NoRight):
        held_back.send_again(story.vault, foreign)
