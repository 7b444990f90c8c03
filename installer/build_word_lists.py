"""Makes resources/words/<language>.txt, the words that generated passphrases are drawn from. Run it from the root of the project:

    python3 -m venv build/words
    build/words/bin/pip install wordfreq==3.1.1 simplemma==2.0.0
    build/words/bin/python installer/build_word_lists.py

A word is the base form of a noun, verb or other word that simplemma's dictionary of the language knows, lower case, without
its diacritics, so that it can be typed on any keyboard. Words come in the order of wordfreq's frequencies, then those too
rare for it, richest in forms first. Kept are those of 4 to 8 letters which are no name, are not in ``words_left_out.toml``
and differ in more than one letter from every word kept before: a slip of the finger never makes another word of the list.
8,192 words are 13 bits each. Nothing is drawn by chance, so the same packages always give the same lists.

The packages are needed here and nowhere else. Their licences stand in resources/words/NOTICE.md.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "resources" / "words"
LEFT_OUT = Path(__file__).with_name("words_left_out.toml")
LANGUAGES = ("en", "ro", "pl", "hu")
WORDS = 8192
PINNED = {"wordfreq": "3.1.1", "simplemma": "2.0.0"}
_FITS = re.compile(r"[a-z]{4,8}")

sys.path.insert(0, str(ROOT))

from app.domain.folding import fold  # noqa: E402


def main() -> int:
    """Write the lists; returns 1 when a language has too few words."""
    metadata = import_module("importlib.metadata")
    other = {name: metadata.version(name) for name in PINNED if metadata.version(name) != PINNED[name]}
    if other:
        print(f"The lists are made with {PINNED}; here is {other}.", file=sys.stderr)
        return 1
    left_out = tomllib.loads(LEFT_OUT.read_text(encoding="utf-8"))
    TARGET.mkdir(exist_ok=True)
    for language in LANGUAGES:
        unwanted = _unwanted(left_out["every"] + left_out[language])
        fitting = (word for word in _by_familiarity(language) if not unwanted.fullmatch(word))
        words = sorted(_apart(fitting)[:WORDS])
        if len(words) < WORDS:
            print(f"{language}: only {len(words)} words", file=sys.stderr)
            return 1
        (TARGET / f"{language}.txt").write_text("\n".join(words) + "\n", encoding="ascii", newline="\n")
        print(f"{language}: {len(words)} words")
    return 0


def _by_familiarity(language: str) -> Iterator[str]:
    """Base forms of the language, folded; the most used first."""
    base, forms = _base_forms(language)
    seen: set[str] = set()
    for form in import_module("wordfreq").top_n_list(language, 10**6):
        word = base.get(form)
        if word is not None and word in forms and word not in seen:
            seen.add(word)
            yield from _typed(word)
    for word in sorted(forms.keys() - seen, key=lambda word: (-forms[word], word)):
        yield from _typed(word)


def _typed(word: str) -> Iterator[str]:
    folded = fold(word)
    if _FITS.fullmatch(folded):
        yield folded


def _base_forms(language: str) -> tuple[dict[str, str], Counter[str]]:
    """Form -> base form, and how many forms each base form has that is no name in the same dictionary."""
    factory = import_module("simplemma.strategies.dictionaries.dictionary_factory").DefaultDictionaryFactory()
    base: dict[str, str] = {}
    forms: Counter[str] = Counter()
    names: set[str] = set()
    for form, word in factory.get_dictionary(language).items():
        form, word = _text(form), _text(word)
        if word[:1].isupper():
            names.add(word.lower())
        elif word.islower() and word.isalpha():
            base[form] = word
            forms[word] += form != word
    for name in names & forms.keys():
        del forms[name]
    return base, forms


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value


def _unwanted(patterns: Iterable[str]) -> re.Pattern[str]:
    """``word``, ``beginning*``, ``*end`` or ``*inside*``."""
    return re.compile("|".join(pattern.replace("*", ".*") for pattern in patterns))


def _apart(words: Iterable[str]) -> list[str]:
    """The words that no typing slip of one letter (wrong, missing or too many) leads to from one kept before."""
    kept: list[str] = []
    taken: set[str] = set()
    for word in words:
        slips = _slips(word)
        if not slips & taken:
            taken |= slips
            kept.append(word)
    return kept


def _slips(word: str) -> set[str]:
    """Patterns of this word with one letter open or one inserted; two words one slip apart share one."""
    replaced = {f"{word[:at]}?{word[at + 1 :]}" for at in range(len(word))}
    return replaced | {f"{word[:at]}?{word[at:]}" for at in range(len(word) + 1)}


if __name__ == "__main__":
    sys.exit(main())
