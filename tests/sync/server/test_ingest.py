"""What becomes of a segment: taken once, in order, and never half - on both databases, over the real line."""

from __future__ import annotations

import msgspec
import pytest

from app.domain.ids import random_id
from app.errors import CountyRefused, CountySpeaksOtherwise
from sync.core.chain import Link, genesis
from sync.core.county import LOG_GENESIS, log_hash
from sync.protocol import Mark, Outcome, Parent, Reply, Txn, TxnHeader, decode, plain, raw
from sync.server import accounts, overview
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty, rows_of


def _log_length(county: RunningCounty) -> int:
    return len(rows_of(county.store, "log"))


def _held(county: RunningCounty, family: bytes) -> overview.RecordView:
    (record,) = overview.family_view(county.store, family).of_kind("family")
    return record


def test_a_save_is_applied_and_comes_back(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    family = laptop.family(name="Lupu", phone="0745 000 001")
    reply = laptop.push()
    assert [(answer.n, answer.outcome, answer.csn) for answer in reply.answers] == [(1, Outcome.APPLIED, 2)]
    assert (reply.have, reply.forked_at, reply.head) == (laptop.mark(), None, 2)
    assert [effect.csn for effect in laptop.pull()] == [1, 2], "the worker's own record came first"
    assert laptop.values(family, "name") == [{"name": "Lupu"}]


def test_the_same_request_three_times_is_one_save(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    first, second, third = (laptop.push() for _ in range(3))
    assert first.answers == second.answers == third.answers
    assert _log_length(county) == third.head == 2


def test_an_overlap_is_answered_again_and_the_rest_taken(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    for name in ("Lupu", "Rusu", "Munteanu", "Pavel"):
        laptop.family(name=name)
    assert [answer.csn for answer in laptop.push(1, 2).answers] == [2, 3]
    assert [answer.csn for answer in laptop.push(2, 4).answers] == [3, 4, 5]


def test_a_gap_takes_nothing_and_says_where_to_go_on(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    for name in ("Lupu", "Rusu", "Munteanu"):
        laptop.family(name=name)
    laptop.push(1, 1)
    reply = laptop.push(3, 3)
    assert (reply.answers, reply.have, reply.forked_at) == ((), laptop.mark(1), None)
    assert _log_length(county) == 2


def test_a_gap_needs_no_key_that_lies_in_it(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    family = laptop.family(name="Lupu")
    laptop.change(family, "family", {"phone": {"phone": "1"}}, family)
    reply = laptop.push(2, 2)
    assert (reply.answers, reply.have.n) == ((), 0)


def test_a_fork_takes_nothing_and_the_office_sees_it(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    copy = laptop.restored(1)
    laptop.family(name="Rusu")
    copy.family(name="Munteanu")
    laptop.push()
    for segment_from in (1, 2):
        reply = copy.push(segment_from, 2)
        assert (reply.answers, reply.forked_at, reply.have) == ((), 2, laptop.mark(1))
    assert _log_length(county) == 3
    with county.store.reading() as connection:
        (line,) = overview.device_lines(connection)
    assert (line.forks, line.hints()) == (2, ("was restored from a backup or copied",))
    copy.line.close()


def test_after_a_fork_everything_arrives_once_under_a_new_replica(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    family = laptop.family(name="Lupu")
    copy = laptop.restored(1)
    laptop.change(family, "family", {"phone": {"phone": "1"}}, family)
    copy.change(family, "family", {"phone": {"phone": "2"}}, family)
    laptop.push()
    agreed = copy.push(2, 2).have
    copy.rehome(agreed)
    reply = copy.push()
    assert [(answer.n, answer.outcome) for answer in reply.answers] == [(1, Outcome.APPLIED)]
    assert _log_length(county) == reply.head == 4
    copy.pull()
    assert copy.values(family, "phone") == [{"phone": "1"}, {"phone": "2"}], "neither had seen the other"
    copy.line.close()


def test_a_known_txn_under_a_new_replica_keeps_its_place(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    family = laptop.family(name="Lupu")
    (first,) = laptop.push().answers
    laptop.rehome(Mark(0, laptop.hashes[0]))
    laptop.change(family, "family", {"phone": {"phone": "1"}}, family)
    again, new = laptop.push().answers
    assert (again.csn, again.txn_id, again.n) == (first.csn, first.txn_id, 1)
    assert new.csn == first.csn + 1
    assert [answer.csn for answer in laptop.push().answers] == [again.csn, new.csn], (
        "its new place is held too"
    )
    txn_ids = [row[0] for row in rows_of(county.store, "log")]
    assert len(txn_ids) == len(set(txn_ids)) == 3


def test_another_save_under_a_known_txn_id_is_never_called_durable(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    (answer,) = laptop.push().answers
    other = random_id()
    laptop.save(laptop.op("family", other, {"name": {"name": "Rusu"}}, family=other), txn_id=answer.txn_id)
    with pytest.raises(CountyRefused) as refused:
        laptop.push()
    assert refused.value.facts == {"reason": "txn_id_reused"}
    assert _log_length(county) == 2


def test_a_lineage_counts_as_seen_only_when_its_hash_is_the_one_held(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    phones = []
    for true_hash in (True, False):
        laptop = plain_laptop(county, worker=f"Ana {true_hash}")
        family = laptop.family(name="Lupu", phone="1")
        laptop.push()
        laptop.rehome(laptop.mark())
        assert laptop.parent is not None
        if not true_hash:
            laptop.parent = Parent(laptop.parent.replica, laptop.parent.n, bytes(32))
        # The laptop never pulled, so only its lineage says that it knows the first phone.
        laptop.save(laptop.op("family", family, {"phone": {"phone": "2"}}, family=family, base=(1, 0)))
        laptop.push()
        phones.append([value.fields["phone"] for value in _held(county, family).siblings["phone"]])
    assert phones == [["2"], ["1", "2"]]


@pytest.mark.parametrize("ana_first", [True, False])
def test_two_who_did_not_see_each_other_both_stay(
    county: RunningCounty, plain_laptop: MakeLaptop, ana_first: bool
) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    family = ana.family(name="Lupu", phone="0", status="open")
    ana.push()
    ana.pull()
    ion.pull()
    ana.change(family, "family", {"phone": {"phone": "1"}, "status": {"status": "closed"}}, family)
    ion.change(family, "family", {"phone": {"phone": "2"}, "number": {"number": "7"}}, family)
    ana_from = 2
    for laptop, from_n in ((ana, ana_from), (ion, 1)) if ana_first else ((ion, 1), (ana, ana_from)):
        laptop.push(from_n)
    ana.pull()
    ion.pull()
    assert ana.states == ion.states
    record = _held(county, family)
    assert record.open_conflicts == ("phone",)
    assert {(value.fields["phone"], value.author_name) for value in record.siblings["phone"]} == {
        ("1", "Ana"),
        ("2", "Ion"),
    }
    assert [record.shown[group] for group in ("status", "number")] == [{"status": "closed"}, {"number": "7"}]
    assert overview.counts(county.store) == overview.Counts(
        families=1, person_records=0, visits=0, open_conflicts=1, csn=5
    )


def test_who_saw_both_values_settles(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    family = ana.family(name="Lupu", phone="0")
    ana.push()
    ana.pull()
    ion.pull()
    for laptop, phone in ((ana, "1"), (ion, "2")):
        laptop.change(family, "family", {"phone": {"phone": phone}}, family)
        laptop.push()
    assert _held(county, family).open_conflicts == ("phone",)
    ion.pull()
    ion.change(family, "family", {"phone": {"phone": "2"}}, family)
    ion.push()
    record = _held(county, family)
    assert (record.open_conflicts, record.shown["phone"]) == ((), {"phone": "2"})


def test_sets_grow_and_notes_stay(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    family = ana.family(name="Lupu", flags=["illness"])
    note = random_id()
    ana.save(ana.op("note", note, {"text": {"text": "first"}}, family=family))
    ana.push()
    ion.pull()
    ana.change(family, "family", {"flags": {"flags": ["school"]}}, family)
    ion.change(family, "family", {"flags": {"flags": ["poverty"]}}, family)
    ion.change(note, "note", {"text": {"text": "second"}}, family)
    ana.push(3)
    ion.push()
    view = overview.family_view(county.store, family)
    assert view.of_kind("family")[0].shown["flags"] == {"flags": ["poverty", "school"]}
    texts = [value.fields["text"] for value in view.of_kind("note")[0].siblings["text"]]
    assert texts == ["first", "second"]
    assert overview.counts(county.store).open_conflicts == 0


def test_nobody_has_seen_the_future(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    family = ana.family(name="Lupu", phone="1")
    ana.push()
    ion.pull()
    ion.save(ion.op("family", family, {"phone": {"phone": "2"}}, family=family, base=(1, 2**62)))
    ion.push()
    (value,) = _held(county, family).siblings["phone"]
    assert (value.fields["phone"], value.csn) == ("2", 4)
    with county.store.reading() as connection:
        states = {record: state for _commune, record, state in overview.states(connection)}
    assert states[family].groups["phone"][0].base == 3


def _revoked(laptop: PlainLaptop) -> bytes:
    family = laptop.family(name="Lupu")
    with laptop.county.store.writing() as (connection, _county):
        accounts.revoke_device(connection, laptop.device)
    return family


def _by_a_stranger(laptop: PlainLaptop) -> bytes:
    family = random_id()
    op = laptop.op("family", family, {"name": {"name": "Lupu"}}, family=family)
    laptop.save(op, author=random_id())
    return family


def _too_large(laptop: PlainLaptop) -> bytes:
    return laptop.family(name="x" * 70_000)


def _as_the_county(laptop: PlainLaptop) -> bytes:
    record = random_id()
    laptop.save(laptop.op("worker", record, {"worker": {"name": "Nobody"}}))
    return record


def _with_a_value_nobody_can_read(laptop: PlainLaptop) -> bytes:
    family = random_id()
    op = laptop.op("family", family, {"name": {"name": "Lupu"}}, family=family)
    laptop.save(msgspec.structs.replace(op, groups={"name": msgspec.Raw(b"\x81\xa1n\xa1\xff")}))
    return family


def _with_a_value_that_is_no_map(laptop: PlainLaptop) -> bytes:
    family = random_id()
    op = laptop.op("family", family, {"name": {"name": "Lupu"}}, family=family)
    laptop.save(msgspec.structs.replace(op, groups={"name": raw("Lupu")}))
    return family


def _with_a_short_id(laptop: PlainLaptop) -> bytes:
    laptop.save(laptop.op("note", b"short", {"text": {"text": "?"}}))
    return b"short"


def _at_the_end_of_time(laptop: PlainLaptop) -> bytes:
    family = random_id()
    laptop.save(laptop.op("family", family, {"name": {"name": "Lupu"}}, family=family), wall_s=2**64 - 1)
    return family


REASONS = {
    "device_revoked": _revoked,
    "unknown_author": _by_a_stranger,
    "too_large": _too_large,
    "county_decides": _as_the_county,
    "malformed": _with_a_value_nobody_can_read,
    "malformed, no map": _with_a_value_that_is_no_map,
    "malformed, short id": _with_a_short_id,
    "malformed, moment": _at_the_end_of_time,
}


@pytest.mark.parametrize("case", REASONS)
def test_what_cannot_be_used_is_kept_aside_and_hinders_nothing(
    county: RunningCounty, plain_laptop: MakeLaptop, case: str
) -> None:
    laptop, colleague = plain_laptop(county), plain_laptop(county, worker="Ion")
    record = REASONS[case](laptop)
    if case != "device_revoked":
        later = laptop.family(name="Rusu")
    answers = laptop.push().answers
    assert (answers[0].outcome, answers[0].reason) == (Outcome.PARKED, case.partition(",")[0])
    assert [answer.outcome for answer in answers[1:]] == [Outcome.APPLIED] * (laptop.n - 1)
    colleague.pull()
    assert record not in colleague.states
    assert case == "device_revoked" or later in colleague.states
    assert rows_of(county.store, "log")[2][7] == msgspec.msgpack.encode(laptop.txns[0]), "the content is kept"
    assert laptop.county.store.is_current()


def test_work_in_a_family_whose_beginning_was_parked_still_arrives(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    """Its key is kept with the parked txn; without it no later hash of this laptop could be computed."""
    laptop = plain_laptop(county)
    family = _by_a_stranger(laptop)
    assert laptop.push().answers[0].outcome is Outcome.PARKED
    laptop.change(family, "family", {"phone": {"phone": "1"}}, family)
    assert [answer.outcome for answer in laptop.push(2).answers] == [Outcome.APPLIED]


def test_another_commune_is_out_of_scope(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    county.add_commune("ro-22999", "Răcăciuni")
    laptop, neighbour = plain_laptop(county), plain_laptop(county, commune="ro-22999")
    family = laptop.family(name="Lupu")
    laptop.push()
    neighbour.families = dict(laptop.families)
    neighbour.change(family, "family", {"name": {"name": "Rusu"}}, family)
    person = random_id()
    neighbour.save(neighbour.op("person", person, {"name": {"family_name": "Rusu"}}, family=family))
    assert [answer.reason for answer in neighbour.push().answers] == ["out_of_scope"] * 2
    neighbour.pull()
    assert family not in neighbour.states
    assert _held(county, family).shown["name"] == {"name": "Lupu"}


def test_a_record_never_becomes_another_kind(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    """Otherwise a laptop could write what only the county may, by calling it something else."""
    laptop = plain_laptop(county)
    laptop.save(laptop.op("note", laptop.enrolled.worker, {"worker": {"name": "Director"}}))
    assert [answer.reason for answer in laptop.push().answers] == ["malformed"]


def test_kinds_and_fields_of_a_newer_vatra_pass_through_byte_for_byte(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop, colleague = plain_laptop(county), plain_laptop(county, worker="Ion")
    record = random_id()
    # A map whose integer is not in its shortest form: decoding and encoding it again would change it.
    value = b"\x81\xa6colour\xcd\x00\x07"
    op = msgspec.structs.replace(laptop.op("drone", record, {}), groups={"flight": msgspec.Raw(value)})
    laptop.save(op)
    laptop.push()
    colleague.pull()
    assert bytes(colleague.states[record].groups["flight"][0].value) == value


TAMPERED: dict[str, dict[str, object]] = {
    "bad_segment_signature": {"sig": bytes(64)},
    "malformed": {"from_n": 0},
    "wrong_proto": {"proto": 99},
}


@pytest.mark.parametrize("code", TAMPERED)
def test_a_segment_that_does_not_hold_is_refused_whole(
    county: RunningCounty, plain_laptop: MakeLaptop, code: str
) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    segment = laptop.segment()
    assert segment is not None
    changed = msgspec.structs.replace(segment, **TAMPERED[code])
    with pytest.raises((CountyRefused, CountySpeaksOtherwise), match=code):
        laptop.line.exchange(laptop.request(changed))
    assert _log_length(county) == 1
    assert laptop.push().head == 2, "and the nonce was not lost with it"


def test_a_replica_belongs_to_one_device(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop, other = plain_laptop(county), plain_laptop(county, worker="Ion")
    laptop.family(name="Lupu")
    laptop.push()
    other.replica = laptop.replica
    with pytest.raises(CountyRefused, match="foreign_replica"):
        other.push()


def test_a_revoked_laptop_receives_nothing(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    _revoked(laptop)
    reply: Reply = laptop.push()
    assert (reply.pages, reply.answers[0].reason) == ((), "device_revoked")
    with pytest.raises(CountyRefused, match="device_revoked"):
        laptop.pull()


def test_the_log_is_a_chain_of_everything_in_it(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    _by_a_stranger(laptop)
    reply = laptop.push()
    chain = {(row[0], row[1]): row[2] for row in rows_of(county.store, "chain")}
    previous = LOG_GENESIS
    for csn, hash_, _txn_id, replica, n, outcome, _reason, txn, *_rest in rows_of(county.store, "log"):
        read = decode(txn, Txn)
        link = Link(decode(read.header, TxnHeader), read, chain[replica, n])
        previous = log_hash(previous, csn, link, Outcome(outcome))
        assert previous == hash_
    assert (previous, csn) == (reply.head_hash, 3)


def test_ops_that_cannot_be_read_are_refused(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    segment = laptop.segment()
    assert segment is not None
    broken = msgspec.structs.replace(segment.txns[0], ops=(b"\xc1",))
    with pytest.raises(CountyRefused, match="malformed"):
        laptop.line.exchange(laptop.request(msgspec.structs.replace(segment, txns=(broken,))))
    assert _log_length(county) == 1


def test_a_family_whose_key_never_came_is_refused(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    laptop.families[family := random_id()] = bytes(32)
    laptop.save(laptop.op("note", random_id(), {"text": {"text": "?"}}, family=family))
    with pytest.raises(CountyRefused, match="unknown_family"):
        laptop.push()


def test_a_segment_that_brings_the_key_a_county_lost_is_taken(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    """As after a restore: whoever wrote to a family holds its key, and need not wait for the one who opened it."""
    laptop = plain_laptop(county)
    laptop.families[family := random_id()] = b"k" * 32
    laptop.save(laptop.op("note", random_id(), {"text": {"text": "?"}}, family=family))
    segment = laptop.segment()
    assert segment is not None
    for wrong, code in ((b"x" * 32, "bad_segment_signature"), (b"short", "malformed")):
        with pytest.raises(CountyRefused, match=code):
            laptop.line.exchange(
                laptop.request(msgspec.structs.replace(segment, family_keys={family: wrong}))
            )
    stranger = {family: b"k" * 32, random_id(): b"y" * 32}
    reply = laptop.line.exchange(laptop.request(msgspec.structs.replace(segment, family_keys=stranger)))
    assert [answer.outcome for answer in reply.answers] == [Outcome.APPLIED]
    assert [(row[0], row[2]) for row in rows_of(county.store, "family")] == [(family, b"k" * 32)]


def test_what_was_chained_again_is_replaced_by_its_author_without_a_conflict(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    """The former chain is not believed (its place cannot be named), yet the new one holds the same save again."""
    laptop = plain_laptop(county)
    family = laptop.family(name="Lupu")
    laptop.push()
    (first,) = laptop.txns
    laptop.replica, laptop.hashes, laptop.txns = random_id(), [], []
    laptop.hashes.append(genesis(laptop.replica))
    laptop.parent = Parent(random_id(), 1, bytes(32))
    laptop.chain(first)
    laptop.change(family, "family", {"name": {"name": "Lupu-Albu"}}, family)
    laptop.push()
    laptop.pull()
    assert [plain(one.value) for one in laptop.states[family].groups["name"]] == [{"name": "Lupu-Albu"}]
