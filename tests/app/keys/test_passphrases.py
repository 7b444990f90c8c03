"""Generated passphrases are four words anybody can type; chosen ones must be worth about as much."""

import math
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import PassphraseTooWeak
from app.keys.passphrases import (
    LANGUAGES,
    MIN_BITS,
    USUAL,
    WORDS,
    bits,
    check_own_passphrase,
    new_passphrase,
    word_list,
)

NAMES = ("Ana S.", "Ionuț Crâmpoșie", "Colonești", "Laptop 1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_words_that_every_keyboard_types(language: str) -> None:
    words = word_list(language)
    assert len(words) == len(set(words)) >= 7776
    assert list(words) == sorted(words)
    assert all(re.fullmatch(r"[a-z]{4,8}", word) for word in words)
    assert WORDS * math.log2(len(words)) > 51


def slips(word: str) -> set[str]:
    """Every word one letter away: wrong, missing or too many (as patterns with one open letter)."""
    wrong = {f"{word[:at]}?{word[at + 1 :]}" for at in range(len(word))}
    return wrong | {f"{word[:at]}?{word[at:]}" for at in range(len(word) + 1)}


def confused(words: tuple[str, ...]) -> list[str]:
    counted = Counter(slip for word in words for slip in slips(word))
    return [slip for slip, times in counted.items() if times > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_slip_of_one_letter_makes_another_word_of_the_list(language: str) -> None:
    assert not confused(word_list(language))


@pytest.mark.parametrize("pair", [("casa", "masa"), ("casa", "casan"), ("lapte", "lape")])
def test_a_pair_that_could_be_confused_would_be_found(pair: tuple[str, str]) -> None:
    assert confused((*pair, "umbrela"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passphrase_is_four_words_of_the_language(language: str) -> None:
    made = {new_passphrase(language) for _ in range(200)}
    assert len(made) == 200
    for passphrase in made:
        words = passphrase.split(" ")
        assert len(words) == WORDS
        assert set(words) <= set(word_list(language))


def test_each_word_is_drawn_from_the_whole_list() -> None:
    drawn = [word for _ in range(4000) for word in new_passphrase("ro").split()]
    first_letters = Counter(word[0] for word in drawn)
    of_list = Counter(word[0] for word in word_list("ro"))
    for letter, times in of_list.most_common(10):
        expected = times / len(word_list("ro")) * len(drawn)
        assert abs(first_letters[letter] - expected) < 6 * math.sqrt(expected)


def test_another_language_gives_english_words() -> None:
    assert set(new_passphrase("de").split()) <= set(word_list("en"))


WEAK = {
    "short": [
        "",
        "Colonești1",
        "parola2026",
        "x" * 14,
        "a b c d e f g h i j k l m n",
        "Tr0ub4dor&3",
        " " * 20 + "laptop1",
    ],
    "guessable": [
        "x" * 1000,
        "hai " * 200,
        "12345678901234567890",
        "qwertyuiopasdfghjkl",
        "abcabcabcabcabcabcabc",
        "parolaparolaparola",
        "Colonești Colonești 2026",
        "ionutcramposie1986",
        "AnaIonutColonesti2026!",
        "primariaColonesti2026",
        "31.12.2026 31.12.2026",
    ],
}


@pytest.mark.parametrize(("reason", "text"), [(why, text) for why, texts in WEAK.items() for text in texts])
def test_what_people_would_guess_is_refused_with_the_reason(reason: str, text: str) -> None:
    with pytest.raises(PassphraseTooWeak) as told:
        check_own_passphrase(text, NAMES)
    assert told.value.facts["reason"] == reason
    assert text not in str(told.value) or not text


@pytest.mark.parametrize(
    "text",
    [
        "h7km-x2ab-9wqe-rt4d-mm3z",
        "bunica ascunde cheia sub ghiveciul albastru",
        "żółty rower stoi pod starą gruszą",
        "a sárga bicikli a diófa alatt áll",
        "my kettle sings louder than the neighbour",
        "Pod starą gruszą 7 kotów śpi!",
    ],
)
def test_a_sentence_of_ones_own_is_taken(text: str) -> None:
    check_own_passphrase(text, NAMES)


def test_a_name_of_the_place_counts_for_less_than_another_word() -> None:
    assert bits("cramposie verde umbrela fulger", NAMES) < bits("cramposie verde umbrela fulger")


@given(st.text(max_size=60))
def test_any_text_is_judged_calmly_and_more_of_it_is_never_worth_less(text: str) -> None:
    assert 0 <= bits(text) <= bits(text + " 7&k")


@given(st.lists(st.sampled_from(word_list("pl")), min_size=4, max_size=6))
def test_four_different_words_of_a_list_reach_the_floor(words: list[str]) -> None:
    if len(set(words)) >= 4 and not USUAL & set(words):
        assert bits(" ".join(words)) >= MIN_BITS
