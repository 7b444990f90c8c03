"""One code, one laptop, once - and nobody gets in by guessing."""

from __future__ import annotations

import secrets
import time

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import update

from app.domain.ids import random_id
from app.errors import CountyRefused, EnrolmentRefused, VatraError
from app.keys.card import READABLE_ALPHABET
from sync.client.transport import CountyLine
from sync.protocol import EnrolReply
from sync.server import accounts, tables
from tests.fixtures.county import COMMUNE, MakeLaptop, RunningCounty, enrol_request, rows_of


class Newcomer:
    """A laptop that has keys and no county yet."""

    def __init__(self, county: RunningCounty) -> None:
        self.key = Ed25519PrivateKey.generate()
        self.device = random_id()
        self.line = CountyLine(county.card, self.device, self.key.sign, county.url)
        self.asked = enrol_request("", self.device, self.key)

    def tries(self, code: str) -> EnrolReply:
        try:
            return self.line.enrol(msgspec.structs.replace(self.asked, code=code))
        finally:
            self.line.close()


def _reason(newcomer: Newcomer, code: str) -> str:
    with pytest.raises(VatraError) as refused:
        newcomer.tries(code)
    assert isinstance(refused.value, EnrolmentRefused | CountyRefused)
    return str(refused.value.facts["reason"])


def test_a_code_makes_a_laptop_and_its_worker_known(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    colleague = plain_laptop(county, worker="Ion Rusu")
    reply = Newcomer(county).tries(county.enrolment_code(worker="Ana Pop", profession="nurse"))
    assert (reply.county, reply.county_name, reply.country) == (county.card.county, "Bacău", "ro")
    assert (reply.commune, reply.commune_name, reply.streams) == (COMMUNE, "Colonești", (f"{COMMUNE}/team",))
    assert (reply.worker_name, reply.profession, len(reply.commune_key)) == ("Ana Pop", "nurse", 32)
    colleague.pull()
    assert colleague.values(reply.worker, "worker") == [
        {"name": "Ana Pop", "profession": "nurse", "commune": COMMUNE, "status": "active"}
    ]


def test_a_code_has_ten_characters_that_nobody_confuses(small_county: RunningCounty) -> None:
    code = small_county.enrolment_code()
    assert len(code) == 10
    assert set(code) <= set(READABLE_ALPHABET)
    assert not set("01OI") & set(READABLE_ALPHABET)


def test_a_code_is_read_as_people_write_it(small_county: RunningCounty) -> None:
    code = small_county.enrolment_code().lower()
    assert Newcomer(small_county).tries(f" {code[:4]}-{code[4:7]} {code[7:]} ").worker_name == "Ana Pop"


def test_a_code_works_once(county: RunningCounty) -> None:
    code = county.enrolment_code()
    Newcomer(county).tries(code)
    assert _reason(Newcomer(county), code) == "code_used"
    assert len(rows_of(county.store, "device")) == 1


def test_a_laptop_whose_answer_was_lost_asks_again(county: RunningCounty) -> None:
    code, newcomer = county.enrolment_code(), Newcomer(county)
    assert newcomer.tries(code) == newcomer.tries(code)
    assert [len(rows_of(county.store, table)) for table in ("device", "worker", "log")] == [1, 1, 1]


def test_a_code_lasts_72_hours(county: RunningCounty) -> None:
    now_s = int(time.time())
    codes = []
    for age_h in (71, 72):
        with county.store.writing() as (connection, row):
            at = now_s - age_h * 3600
            codes.append(
                accounts.invite(
                    connection, row, commune=COMMUNE, name="Ana", profession="nurse", now_s=at
                ).code
            )
    assert Newcomer(county).tries(codes[0]).worker_name == "Ana"
    assert _reason(Newcomer(county), codes[1]) == "code_expired"


def test_five_wrong_guesses_block_a_code(county: RunningCounty) -> None:
    code, other = county.enrolment_code(), county.enrolment_code(worker="Ion")
    wrong = code[:-1] + next(letter for letter in READABLE_ALPHABET if letter != code[-1])
    for _ in range(accounts.MOST_ATTEMPTS):
        assert _reason(Newcomer(county), wrong) == "code_unknown"
    assert _reason(Newcomer(county), code) == "code_blocked"
    assert Newcomer(county).tries(other).worker_name == "Ion", "only that code"


def test_a_guess_at_nothing_leaves_nothing(small_county: RunningCounty) -> None:
    code = small_county.enrolment_code()
    before = rows_of(small_county.store, "enrolment_code")
    free = next(letter for letter in READABLE_ALPHABET if letter != code[0])
    assert _reason(Newcomer(small_county), free + code[1:]) == "code_unknown"
    assert _reason(Newcomer(small_county), "") == "code_unknown"
    assert rows_of(small_county.store, "enrolment_code") == before


def test_the_code_itself_is_not_kept(small_county: RunningCounty) -> None:
    code = small_county.enrolment_code()
    assert code[4:] not in repr(rows_of(small_county.store, "enrolment_code"))


def test_only_who_holds_the_key_can_enrol_it(small_county: RunningCounty) -> None:
    newcomer, thief = Newcomer(small_county), Newcomer(small_county)
    newcomer.line = CountyLine(small_county.card, newcomer.device, thief.key.sign, small_county.url)
    assert _reason(newcomer, small_county.enrolment_code()) == "bad_signature"


def test_a_known_laptop_is_not_taken_over(small_county: RunningCounty) -> None:
    first = Newcomer(small_county)
    first.tries(small_county.enrolment_code())
    thief = Newcomer(small_county)
    thief.device = first.device
    thief.line = CountyLine(small_county.card, first.device, thief.key.sign, small_county.url)
    thief.asked = enrol_request("", first.device, thief.key)
    assert _reason(thief, small_county.enrolment_code(worker="Ion")) == "device_known"


def test_a_second_worker_joins_a_laptop_and_may_write(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    second = laptop.line.enrol(enrol_request(county.enrolment_code(worker="Ion"), laptop.device, laptop.key))
    family = random_id()
    op = laptop.op("family", family, {"name": {"name": "Lupu"}}, family=family)
    laptop.save(op, author=second.worker)
    assert laptop.push().answers[0].reason is None


def test_a_worker_gets_a_second_laptop_without_becoming_two(county: RunningCounty) -> None:
    first = Newcomer(county).tries(county.enrolment_code())
    with county.store.writing() as (connection, row):
        code = accounts.issue_code(connection, row, first.worker, int(time.time())).code
    second = Newcomer(county).tries(code)
    assert second.worker == first.worker
    assert [len(rows_of(county.store, table)) for table in ("device", "worker", "log")] == [2, 1, 2], (
        "the second laptop is news, the worker is not"
    )


def test_a_worker_who_left_writes_no_more(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    with county.store.writing() as (connection, _row):
        connection.execute(update(tables.worker).values(status="left"))
    laptop.family(name="Lupu")
    assert laptop.push().answers[0].reason == "unknown_author"


def test_keys_of_the_wrong_size_are_refused_and_the_code_stays(small_county: RunningCounty) -> None:
    code, newcomer = small_county.enrolment_code(), Newcomer(small_county)
    newcomer.asked = msgspec.structs.replace(newcomer.asked, worker_receive_key=secrets.token_bytes(31))
    assert _reason(newcomer, code) == "malformed"
    assert Newcomer(small_county).tries(code).worker_name == "Ana Pop"
