"""The words offices use: headers of columns, roles in a family, months, totals; read from headers*.toml as data.

All languages are read together, because a Romanian office may keep an English list. Everything is held folded
(lower case, no diacritics, single spaces).
"""

from functools import lru_cache

import msgspec

from app.domain.folding import words
from resources import resource_names, resource_text


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    total: tuple[str, ...]
    footer: tuple[str, ...]
    page: tuple[str, ...]
    village_heading: tuple[str, ...]
    visits_sheet: tuple[str, ...]
    people_sheet: tuple[str, ...]
    plain_sheet: tuple[str, ...]
    given_first: tuple[str, ...]
    surname_first: tuple[str, ...]
    currency: dict[str, str]
    family_prefix: tuple[str, ...]
    yes: tuple[str, ...]


class _Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    language: str
    months: tuple[str, ...]
    people: dict[str, tuple[str, ...]]
    visits: dict[str, tuple[str, ...]]
    words: _Words
    roles: dict[str, tuple[str, ...]]
    sexes: dict[str, tuple[str, ...]]
    month_forms: tuple[str, ...] = ()


class Vocabulary(msgspec.Struct, frozen=True):
    """`people` and `visits`: field -> phrases (each a tuple of folded words). `months`: folded name -> 1..12."""

    people: dict[str, tuple[tuple[str, ...], ...]]
    visits: dict[str, tuple[tuple[str, ...], ...]]
    header_languages: dict[tuple[str, ...], frozenset[str]]
    roles: dict[str, str]
    sexes: dict[str, str]
    months: dict[str, int]
    currencies: dict[str, str]
    total: frozenset[str]
    footer: frozenset[str]
    page: frozenset[str]
    village_heading: frozenset[str]
    visits_sheet: frozenset[str]
    people_sheet: frozenset[str]
    plain_sheet: frozenset[str]
    given_first: frozenset[str]
    surname_first: frozenset[str]
    family_prefix: frozenset[str]
    yes: frozenset[str]


_NUMBER_WORDS = frozenset({"numar", "numarul", "numer", "number", "no", "num", "szam", "szama", "numero"})


def header_words(text: str) -> tuple[str, ...]:
    """The words of a header, with every way to write "number" as "nr"."""
    spelled = text.replace("#", " nr ").replace("№", " nr ").replace("º", " ").replace("°", " ")
    return tuple("nr" if word in _NUMBER_WORDS else word for word in words(spelled))


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """Folded words joined by single spaces."""
    return " ".join(words(text))


@lru_cache
def vocabulary() -> Vocabulary:
    languages = [
        msgspec.toml.decode(resource_text(path).encode(), type=_Language) for path in _header_files()
    ]
    return Vocabulary(
        people=_phrases([language.people for language in languages]),
        visits=_phrases([language.visits for language in languages]),
        header_languages=_header_languages(languages),
        roles=_inverse([language.roles for language in languages]),
        sexes=_inverse([language.sexes for language in languages]),
        months=_months(languages),
        currencies={folded(word): code for lang in languages for word, code in lang.words.currency.items()},
        total=_all(languages, "total"),
        footer=_all(languages, "footer"),
        page=_all(languages, "page"),
        village_heading=_all(languages, "village_heading"),
        visits_sheet=_all(languages, "visits_sheet"),
        people_sheet=_all(languages, "people_sheet"),
        plain_sheet=_all(languages, "plain_sheet"),
        given_first=_all(languages, "given_first"),
        surname_first=_all(languages, "surname_first"),
        family_prefix=_all(languages, "family_prefix"),
        yes=_all(languages, "yes"),
    )


def _header_files() -> tuple[str, ...]:
    folders = ["countries"] + [f"countries/{name}" for name in resource_names("countries") if "." not in name]
    return tuple(
        f"{folder}/{name}"
        for folder in folders
        for name in resource_names(folder)
        if name.startswith("headers") and name.endswith(".toml")
    )


def _phrases(sections: list[dict[str, tuple[str, ...]]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    gathered: dict[str, dict[tuple[str, ...], None]] = {}
    for section in sections:
        for field, phrases in section.items():
            gathered.setdefault(field, {}).update({header_words(phrase): None for phrase in phrases})
    return {field: tuple(phrases) for field, phrases in gathered.items()}


def _header_languages(languages: list[_Language]) -> dict[tuple[str, ...], frozenset[str]]:
    gathered: dict[tuple[str, ...], set[str]] = {}
    for language in languages:
        for section in (language.people, language.visits):
            for phrases in section.values():
                for phrase in phrases:
                    gathered.setdefault(header_words(phrase), set()).add(language.language)
    return {phrase: frozenset(codes) for phrase, codes in gathered.items()}


def _inverse(sections: list[dict[str, tuple[str, ...]]]) -> dict[str, str]:
    """Word -> code; the first language to claim a word keeps it ("m" is the same everywhere)."""
    inverse: dict[str, str] = {}
    for section in sections:
        for code, phrases in section.items():
            for phrase in phrases:
                inverse.setdefault(folded(phrase), code)
    return inverse


def _months(languages: list[_Language]) -> dict[str, int]:
    months: dict[str, int] = {}
    for language in languages:
        for names in (language.months, language.month_forms):
            months.update({name: number for number, name in enumerate(names, start=1)})
    return months


def _all(languages: list[_Language], name: str) -> frozenset[str]:
    return frozenset(folded(phrase) for language in languages for phrase in getattr(language.words, name))
