"""What the county keeps aside: listed without a word of it, applied as it was written, or sent back with a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.ids import random_id
from sync.protocol import Outcome, Reply, Txn, TxnHeader, decode, encode
from sync.server import accounts, journal, overview, parked
from sync.server.accounts import AccountProblem
from sync.server.cli import main
from tests.fixtures.county import COMMUNE, MakeLaptop, PlainLaptop, RunningCounty, rows_of

NOW_S = 1_795_100_000
CANARY = "Zzyzxcanary"


def _revoke(county: RunningCounty, laptop: PlainLaptop) -> None:
    with county.store.writing() as (connection, _row):
        accounts.revoke_device(connection, laptop.device)


def _approve(county: RunningCounty, number: int) -> int:
    with county.store.writing() as (connection, row):
        return parked.approve(connection, row, number, "Vera", NOW_S)


def _return(county: RunningCounty, number: int, why: str = "Please write this as two visits.") -> int:
    with county.store.writing() as (connection, row):
        return parked.send_back(connection, row, number, why, "Vera", NOW_S)


def _waiting(county: RunningCounty) -> list[parked.ParkedLine]:
    with county.store.reading() as connection:
        return parked.lines(connection)


def test_a_revoked_laptop_is_parked_listed_and_applied_under_its_authors_name(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    ana, ion = plain_laptop(county, worker="Ana Pop"), plain_laptop(county, worker="Ion")
    family = ana.family(name="Lupu", phone="0")
    _revoke(county, ana)
    answers = ana.push().answers
    assert [(one.outcome, one.reason) for one in answers] == [(Outcome.PARKED, "device_revoked")]
    (line,) = _waiting(county)
    assert (line.number, line.reason, line.worker, line.device_id, line.kinds) == (
        answers[0].csn,
        "device_revoked",
        "Ana Pop",
        ana.device.hex(),
        {"family": 1},
    )
    csn = _approve(county, line.number)
    assert csn == overview.counts(county.store).csn == answers[0].csn + 1
    assert _waiting(county) == []
    (effect,) = [one for one in ion.pull() if one.csn == csn]
    assert (effect.txn_id, effect.author, effect.device) == (
        answers[0].txn_id,
        ana.enrolled.worker,
        ana.device,
    )
    assert ion.values(family, "name") == [{"name": "Lupu"}]
    ion.change(family, "family", {"phone": {"phone": "1"}}, family)
    assert ion.push().answers[0].outcome is Outcome.APPLIED, "the family's key came along"
    assert overview.status(county.store).communes[0].parked == 0


def test_the_log_stays_whole_and_no_save_stands_twice(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    laptop.save(laptop.op("note", random_id(), {"text": {"text": "?"}}), author=random_id())
    first = laptop.push().answers[0]
    _approve(county, first.csn)
    assert laptop.push().answers[0] == first, "one answer for ever"
    rows = rows_of(county.store, "log")
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert len({row[2] for row in rows}) == len(rows)
    assert rows[first.csn - 1][5] == "parked", "what was answered is not rewritten"


def test_an_approved_save_replaces_only_what_its_author_had_seen(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    family = ana.family(name="Lupu", phone="0")
    ana.push()
    ana.pull()
    ion.pull()
    parked_save = ana.change(family, "family", {"phone": {"phone": "1"}, "name": {"name": "L."}}, family)
    _rewrite(ana, parked_save, author=random_id())
    number = ana.push(2).answers[0].csn
    ana.change(family, "family", {"name": {"name": "Lupu-Albu"}}, family)
    ana.push(3)
    ion.change(family, "family", {"phone": {"phone": "2"}}, family)
    ion.push()
    _approve(county, number)
    ion.pull()
    assert ion.values(family, "phone") == [{"phone": "2"}, {"phone": "1"}], "neither saw the other"
    assert ion.values(family, "name") == [{"name": "Lupu-Albu"}], "its author went on from there"


def _rewrite(laptop: PlainLaptop, txn: Txn, author: bytes) -> None:
    """The last save of a laptop once more, by another author."""
    header = decode(txn.header, TxnHeader)
    del laptop.txns[-1], laptop.hashes[-1]
    laptop.chain(Txn(encode(TxnHeader(header.txn_id, header.n, author, header.wall_s, None)), txn.ops))


def test_a_returned_save_is_kept_and_its_laptop_reads_why(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    record = random_id()
    laptop.save(laptop.op("note", record, {"text": {"text": CANARY}}), author=random_id())
    answer = laptop.push().answers[0]
    before = rows_of(county.store, "record")
    _return(county, answer.csn)
    laptop.pull()
    (word,) = laptop.values(answer.txn_id, "decision")
    assert word == {
        "verdict": "returned",
        "sentence": "Please write this as two visits.",
        "decided_at": NOW_S,
    }
    assert record not in laptop.states
    kept = [row for row in rows_of(county.store, "record") if row not in before]
    assert [row[1] for row in kept] == ["decision"]
    assert CANARY.encode() in bytes(str(rows_of(county.store, "log")[answer.csn - 1][7]), "utf-8")


def test_a_laptop_cannot_decide_for_the_county(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    laptop.save(laptop.op("decision", random_id(), {"decision": {"verdict": "approved"}}))
    assert laptop.push().answers[0].reason == "county_decides"


def test_a_save_of_another_commune_is_applied_where_its_family_lives(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    county.add_commune("ro-22999", "Răcăciuni")
    ana, far = plain_laptop(county), plain_laptop(county, commune="ro-22999", worker="Vasile")
    family = ana.family(name="Lupu", phone="0")
    ana.push()
    far.families[family] = ana.families[family]
    far.change(family, "family", {"phone": {"phone": "1"}}, family)
    answer = far.push().answers[0]
    assert answer.reason == "out_of_scope"
    _approve(county, answer.csn)
    ana.pull()
    assert {"phone": "1"} in ana.values(family, "phone")
    far.pull()
    assert family not in far.states, "approving opens no stream"


@pytest.mark.parametrize(
    ("kind", "groups", "sentence"),
    [
        ("worker", {"worker": {"name": "X"}}, "Change it with the county's own commands"),
        ("decision", {"decision": {"verdict": "approved"}}, "Change it with the county's own commands"),
    ],
)
def test_what_cannot_be_applied_is_said(
    small_county: RunningCounty,
    plain_laptop: MakeLaptop,
    kind: str,
    groups: dict[str, dict[str, str]],
    sentence: str,
) -> None:
    laptop = plain_laptop(small_county)
    laptop.save(laptop.op(kind, random_id(), groups))
    number = laptop.push().answers[0].csn
    before = rows_of(small_county.store, "log")
    with pytest.raises(AccountProblem, match=sentence):
        _approve(small_county, number)
    with pytest.raises(AccountProblem, match="No parked save has the number"):
        _approve(small_county, 1)
    with pytest.raises(AccountProblem, match="Say why"):
        _return(small_county, number, "  ")
    assert rows_of(small_county.store, "log") == before
    _return(small_county, number)
    with pytest.raises(AccountProblem, match="was returned already"):
        _return(small_county, number)


def test_every_decision_is_in_the_journal_without_a_word_of_the_record(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    for _number in range(2):
        laptop.save(laptop.op("note", random_id(), {"text": {"text": CANARY}}), author=random_id())
    first, second = laptop.push().answers
    _approve(county, first.csn)
    _return(county, second.csn)
    with county.store.reading() as connection:
        acts = journal.entries(connection)
        assert journal.first_broken(connection) is None
    assert [(one.by, one.act, one.facts["txn"]) for one in acts] == [
        ("Vera", "parked approved", first.txn_id.hex()),
        ("Vera", "parked returned", second.txn_id.hex()),
    ]
    assert CANARY not in str(acts)


def test_a_journal_that_was_changed_does_not_add_up(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    for _number in range(3):
        laptop.save(laptop.op("note", random_id(), {"text": {"text": "?"}}), author=random_id())
    for answer in laptop.push().answers:
        _approve(county, answer.csn)
    for harm in (
        "UPDATE office_act SET by = 'Somebody' WHERE n = 2",
        "DELETE FROM office_act WHERE n = 2",
        "UPDATE office_act SET n = 9 WHERE n = 3",
    ):
        with county.store.rebuilding() as connection:
            quoted = harm.replace(" by ", ' "by" ')
            connection.exec_driver_sql(quoted)
            assert journal.first_broken(connection) is not None
            connection.rollback()
    with county.store.reading() as connection:
        assert journal.first_broken(connection) is None


def test_the_commands_say_who_and_how_much_and_never_what(
    small_county: RunningCounty, plain_laptop: MakeLaptop, capsys: pytest.CaptureFixture[str]
) -> None:
    laptop = plain_laptop(small_county, worker="Ana Pop")
    laptop.family(name=CANARY)
    laptop.save(laptop.op("note", random_id(), {"text": {"text": CANARY}}))
    laptop.save(laptop.op("note", random_id(), {"text": {"text": CANARY}}))
    _revoke(small_county, laptop)
    reply: Reply = laptop.push()
    numbers = [answer.csn for answer in reply.answers]
    folder = small_county.folder.path
    listed = _said(capsys, folder, "parked", "list")
    assert listed.count("the laptop was revoked") == 3
    assert f"{COMMUNE}/team  Ana Pop on laptop" in listed
    shown = json.loads(_said(capsys, folder, "parked", "list", "--json"))
    assert [line["number"] for line in shown] == numbers
    assert "1 returned" in _said(capsys, folder, "parked", "return", str(numbers[2]), "--why", "Twice.")
    assert "2 applied" in _said(capsys, folder, "parked", "approve", "--of", laptop.device.hex())
    assert "Nothing waits" in _said(capsys, folder, "parked", "list")
    after = _said(capsys, folder, "parked", "list", "--all")
    assert (after.count("approved"), after.count("returned")) == (2, 1)
    assert CANARY not in listed + str(shown) + after
    assert main(["--data", str(folder), "parked", "approve"]) == 1
    assert "Name the numbers" in capsys.readouterr().err


def _said(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> str:
    assert main(["--data", str(folder), *arguments]) == 0
    return capsys.readouterr().out
