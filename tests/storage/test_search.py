"""A worker finds a family by what she remembers, with or without diacritics, and nothing finds what does not match."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.compartment import Compartment, Write
from storage.search import find
from tests.fixtures.vault import InventedVault


def record(number: int) -> bytes:
    return number.to_bytes(16, "big")


def household(
    number: int,
    name: str,
    village: str,
    *people: dict[str, str],
    phone: str | None = None,
    case: str | None = None,
) -> list[Write]:
    """A family ``number`` with people ``number * 10``, ``number * 10 + 1`` ..."""
    groups: dict[str, dict[str, str]] = {
        "name": {"name": name},
        "address": {"village": village, "street": "uliţa din deal"},
    }
    if phone:
        groups["phone"] = {"phone": phone}
    if case:
        groups["number"] = {"number": case}
    writes = [Write("family", record(number), record(number), groups, family_key=bytes(32))]
    for place, person in enumerate(people):
        who = record(number * 10 + place)
        identity = {"identity_number": person["number"]} if "number" in person else {}
        name_of = {"family_name": person["family"], "given_names": person["given"]}
        writes += [
            Write("person", who, record(number), {"name": name_of, "identity": identity}),
            Write(
                "membership", record(number * 100 + place), record(number), {"membership": {"person": who}}
            ),
        ]
    return writes


@pytest.fixture
def team(invented_vault: InventedVault) -> Iterator[Compartment]:
    opened = invented_vault.open_team()
    households = (
        household(
            1, "Dobre Ștefan", "Valea Mare",
            {"family": "Dobre", "given": "Ștefan", "number": "1850312040018"},
            {"family": "Dobre", "given": "Iulia-Măriuca"},
            phone="0745 123 456", case="17/2026",
        ),
        household(2, "Łapiński Wacław", "Jabłoń Kościelna", {"family": "Łapiński", "given": "Wacław", "number": "85031204518"}),
        household(3, "Popa Maria", "Țigănești", {"family": "Popa", "given": "Maria"}, {"family": "Văcaru", "given": "Ion"}),
        household(4, "Popescu Ion", "Valea Mare", {"family": "Popescu", "given": "Ion"}, {"family": "Popescu", "given": "Valeria"}),
        household(5, "Şerban Toma", "Poiana", {"family": "Şerban", "given": "Toma"}, phone="0754321000"),
        household(6, "Zidaru Radu", "Poiana", {"family": "Zidaru", "given": "Radu"}, phone="+40 766 888 111"),
    )  # fmt: skip
    with opened.writing():
        for writes in households:
            opened.save(bytes(16), writes)
    yield opened
    opened.close()


def families(team: Compartment, typed: str, limit: int = 8) -> list[int]:
    return [int.from_bytes(one.family, "big") for one in find(team, typed, limit)]


FOUND = {
    "dobre": [1],
    "DOBRE": [1],
    "stefan": [1],
    "ștefan": [1],
    "ştefan": [1],  # cedilla, as old keyboards type it
    "Ște": [1],
    "lapinski": [2],
    "Łapiń": [2],
    "wacław": [2],
    "tiganesti": [3],
    "țigănești": [3],
    "ţigăneşti": [3],
    "vacaru": [3],
    "serban": [5],
    "șerban": [5],
    "măriuca": [1],
    "iulia dobre": [1],
    "dobre iul": [1],
    "ion popescu": [4],
    "popescu i": [4],
    "jablon kosc": [2],
    "17": [1],
    "17/2026": [1],
    # across the people of a family and its village
    "popa vacaru": [3],
    "stefan iulia": [1],
    "dobre valea": [1],
    "valea dobre mar": [1],
    "popescu @valea": [4],
    "ion @tig": [3],
    # numbers
    "0745": [1],
    "0745 123": [1],
    "074512": [1],
    "3456": [1],
    "123456": [1],
    "1850312": [1],
    "040018": [1],
    "4518": [2],
    # a number with a country code, as it stands and as people dial it at home
    "+40 766": [6],
    "40766888": [6],
    "0766 888": [6],
    "766888": [6],
}
NOTHING = [
    "", " ", "d", "@", "@v", "xy", "dobre popa", "popescu @poiana", "dobre @dobre", "1234", "6543210", "000 4570", "0018 04",
    "dobre*", '"dobre', "dobre OR popa", "a b c d e f g", "words : dobre)", "(", "-", "^dobre popa", "NEAR(dobre)",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "found"), FOUND.items())
def test_what_is_remembered_is_found(team: Compartment, typed: str, found: list[int]) -> None:
    assert families(team, typed) == found


@pytest.mark.parametrize("typed", [one for one in NOTHING if one not in ("dobre*", '"dobre')])
def test_what_does_not_match_finds_nothing(team: Compartment, typed: str) -> None:
    assert families(team, typed) == []


@pytest.mark.parametrize("typed", ["dobre*", '"dobre', "dobre!", "(dobre)", "dobre:"])
def test_signs_around_a_word_do_not_matter(team: Compartment, typed: str) -> None:
    assert families(team, typed) == [1]


def test_an_at_sign_narrows_to_villages(team: Compartment) -> None:
    assert sorted(families(team, "@valea")) == [1, 4]
    assert sorted(families(team, "valea")) == [1, 4]
    assert sorted(families(team, "vale")) == [1, 4]


def test_a_number_written_backwards_is_no_hit(team: Compartment) -> None:
    assert families(team, "654321") == []  # the tail of 0745123456, turned round
    assert families(team, "0754") == [5]


def test_whole_words_come_before_begun_ones(team: Compartment) -> None:
    assert families(team, "popa") == [3]
    assert sorted(families(team, "pop")) == [3, 4]
    with team.writing():
        team.save(bytes(16), household(6, "Pop Ana", "Poiana", {"family": "Pop", "given": "Ana"}))
    assert families(team, "pop")[0] == 6


def test_one_person_with_all_words_comes_before_two_together(team: Compartment) -> None:
    with team.writing():
        team.save(bytes(16), household(7, "Văcaru Popa", "Poiana", {"family": "Văcaru", "given": "Popa"}))
    assert families(team, "popa vacaru") == [7, 3]


def test_the_matching_records_are_told(team: Compartment) -> None:
    assert find(team, "iulia", 8)[0].records == (record(11),)
    assert find(team, "dobre iulia", 8)[0].records == (record(11),)
    assert set(find(team, "dobre", 8)[0].records) == {record(1), record(10), record(11)}
    assert find(team, "04518", 8)[0].records == (record(20),)
    assert find(team, "popa vacaru", 8)[0].by_one is False


def test_the_limit_holds(team: Compartment) -> None:
    assert len(find(team, "valea", 1)) == 1


def test_a_new_name_is_found_and_the_old_one_is_not(team: Compartment) -> None:
    with team.writing():
        name = {"family_name": "Zamfir", "given_names": "Maria"}
        team.save(bytes(16), [Write("person", record(30), record(3), {"name": name})])
    assert families(team, "zamfir") == [3]
    assert families(team, "popa") == [3]  # the household still has the name
    with team.writing():
        team.save(bytes(16), [Write("family", record(3), record(3), {"name": {"name": "Zamfir Maria"}})])
    assert families(team, "popa") == []


def test_a_family_taken_back_is_not_found_nor_kept_in_the_index(team: Compartment) -> None:
    with team.writing():
        team.save(
            bytes(16),
            [Write("family", record(1), record(1), {"void": {"void_reason": "undo", "voided_at": 1}})],
        )
    for typed in ("dobre", "0745", "iulia"):
        assert families(team, typed) == []
    blobs = [bytes(row[0]) for row in team.connection.execute("SELECT block FROM search_data")]
    assert not any(
        b"mariuca" in blob for blob in blobs
    )  # secure-delete took the words out of the index itself
    assert any(b"lapinski" in blob for blob in blobs)


@given(st.text(max_size=30))
def test_anything_may_be_typed(searched: Compartment, typed: str) -> None:
    find(searched, typed, 8)


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory, _made_once: InventedVault) -> Iterator[Compartment]:
    opened = _made_once.copy(tmp_path_factory.mktemp("searched") / "vault").open_team()
    yield opened
    opened.close()
