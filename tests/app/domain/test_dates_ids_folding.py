"""Partial dates keep their precision, ids tell nothing, and folded text is what people type without diacritics."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import comma_below, digits, fold, words
from app.domain.ids import ID_BYTES, random_id, time_ordered_id
from app.domain.partial_date import PartialDate, readable_date
from app.domain.records import Person


@pytest.mark.parametrize("text", ["1987", "1987-08", "1987-08-03", "0987"])
def test_a_date_keeps_its_precision(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@given(st.dates())
def test_a_whole_day_is_a_day(day: dt.date) -> None:
    assert str(PartialDate.of(day)) == day.isoformat()
    assert PartialDate.parse(day.isoformat()) == PartialDate.of(day)


@pytest.mark.parametrize(
    "text", ["", "x", "1987-13", "1987-02-30", "1987-08-03-01", "0000", "-5", "03.08.1987"]
)
def test_no_day_is_refused_and_read_as_unknown(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the calendar says
        PartialDate.parse(text)
    assert readable_date(text) is None
    assert Person(id=bytes(16), birth=text).age_on(dt.date(2026, 1, 1)) is None


AGES = [
    ("2008-11-21", "2026-11-20", 17), ("2008-11-21", "2026-11-21", 18), ("2008-02-29", "2026-02-28", 17),
    ("2008-02-29", "2026-03-01", 18), ("2008", "2026-01-01", 18), ("2008-11", "2026-11-01", 18), ("2008-12", "2026-11-30", 17),
]  # fmt: skip


@pytest.mark.parametrize(("birth", "on", "age"), AGES)
def test_an_age_counts_completed_years(birth: str, on: str, age: int) -> None:
    assert PartialDate.parse(birth).age_on(dt.date.fromisoformat(on)) == age


def test_ids_are_uuids_and_only_one_kind_tells_its_time() -> None:
    made = [random_id() for _ in range(200)] + [time_ordered_id(1_000 + n) for n in range(200)]
    assert len(set(made)) == 400
    assert {len(one) for one in made} == {ID_BYTES}
    assert {one[6] >> 4 for one in made[:200]} == {4}
    assert {one[6] >> 4 for one in made[200:]} == {7}
    assert {one[8] >> 6 for one in made} == {2}
    assert made[200:] == sorted(made[200:])


FOLDED = {
    "Ștefan Țurcanu": "stefan turcanu", "Ştefan Ţurcanu": "stefan turcanu", "Łapiński Wacław": "lapinski waclaw",
    "Őry Űr": "ory ur", "ÎNTÂI ĂĂ": "intai aa", "Żochy Źrebię Ćma Ń Ó": "zochy zrebie cma n o", "Straße": "strasse",
}  # fmt: skip


@pytest.mark.parametrize(("text", "folded"), FOLDED.items())
def test_letters_of_all_our_languages_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert fold(folded) == folded


@given(st.text())
def test_words_are_only_letters_and_digits(text: str) -> None:
    for word in words(text):
        assert word
        assert set(word) <= set("abcdefghijklmnopqrstuvwxyz0123456789")
    assert words(" ".join(words(text))) == words(text)


def test_old_keyboards_are_put_right() -> None:
    assert comma_below("Şţ şi Ţ") == "Șț și Ț"
    assert digits("+40 745-12.34") == "407451234"
