"""The lists of words that ship are what their script says: apart from each other, and nothing that was left out."""

import tomllib

import pytest

from installer import build_word_lists
from installer.build_word_lists import LANGUAGES, LEFT_OUT, WORDS
from resources import resource_text

PATTERNS = tomllib.loads(LEFT_OUT.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_was_left_out_is_in_a_list(language: str) -> None:
    unwanted = build_word_lists._unwanted(PATTERNS["every"] + PATTERNS[language])
    words = resource_text(f"words/{language}.txt").split()
    assert len(words) == WORDS
    assert [word for word in words if unwanted.fullmatch(word)] == []


@pytest.mark.parametrize("language", ["every", *LANGUAGES])
def test_patterns_are_ours_alphabet_and_said_once(language: str) -> None:
    patterns = PATTERNS[language]
    assert len(patterns) == len(set(patterns))
    assert all(pattern.strip("*").isascii() and pattern.strip("*").isalpha() for pattern in patterns)


def test_patterns_mean_what_they_say() -> None:
    unwanted = build_word_lists._unwanted(["whole", "front*", "*end", "*inside*"])
    for word in ("whole", "front", "frontal", "weekend", "end", "goinsides"):
        assert unwanted.fullmatch(word), word
    for word in ("wholes", "affront", "ending", "inner"):
        assert not unwanted.fullmatch(word), word


def test_of_two_words_one_slip_apart_the_more_familiar_stays() -> None:
    familiar_first = ["casa", "masa", "casan", "cas", "umbrela", "acsa"]
    assert build_word_lists._apart(familiar_first) == ["casa", "umbrela", "acsa"]


@pytest.mark.parametrize(
    ("written", "typed"), [("łódka", ["lodka"]), ("ștearsă", ["stearsa"]), ("żółw", ["zolw"]), ("őz", [])]
)
def test_words_are_typed_without_their_marks(written: str, typed: list[str]) -> None:
    assert list(build_word_lists._typed(written)) == typed
