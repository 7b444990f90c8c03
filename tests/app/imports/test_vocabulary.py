"""Words of headers, relations and totals per country: data that the readers look up, folded."""

from app.domain.folding import words
from app.imports.mapping import PEOPLE_FIELDS, VISIT_FIELDS
from app.imports.vocabulary import vocabulary


def test_one_phrase_belongs_to_one_field() -> None:
    for fields in (vocabulary().people, vocabulary().visits):
        owners: dict[tuple[str, ...], set[str]] = {}
        for field, phrases in fields.items():
            for phrase in phrases:
                owners.setdefault(phrase, set()).add(field)
        assert {phrase: owned for phrase, owned in owners.items() if len(owned) > 1} == {}


def test_the_files_name_known_fields_and_every_field_has_words() -> None:
    assert set(vocabulary().people) == {*PEOPLE_FIELDS, "other"}
    assert set(vocabulary().visits) == {*VISIT_FIELDS, "other"}


def test_words_are_written_as_they_are_compared() -> None:
    texts = [
        *vocabulary().roles,
        *vocabulary().sexes,
        *vocabulary().months,
        *vocabulary().total,
        *vocabulary().footer,
    ]
    assert [text for text in texts if " ".join(words(text)) != text] == []


def test_every_month_is_named_in_four_languages() -> None:
    named = list(vocabulary().months.values())
    assert [month for month in range(1, 13) if named.count(month) < 4] == []
    for name, month in (("ianuarie", 1), ("luty", 2), ("lutego", 2), ("marcius", 3), ("december", 12)):
        assert vocabulary().months[name] == month
