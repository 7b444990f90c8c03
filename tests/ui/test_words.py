"""The words: complete in four languages, plural forms filled, none that is forbidden, one sentence per error."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app import errors
from ui import languages, messages
from ui.preferences import LANGUAGES, Language

ROOT = Path(__file__).resolve().parents[2]
FORMS = {"en": 2, "ro": 3, "pl": 3, "hu": 1}
FORBIDDEN = {
    "en": r"\b(OK|invalid|error|database|server|token|record id|user|submit|synchroni[sz]e|conflict|failed)\b|!",
    "ro": r"\b(OK|invalid\w*|eroare|server\w*|token\w*|utilizator\w*|conflict\w*|eșuat\w*)\b|[şţŞŢ]|!",
    "pl": r"\b(OK|nieprawidłow\w*|serwer\w*|token\w*|użytkownik\w*|konflikt\w*|Pan|Pani|Pana)\b|!",
    "hu": r"\b(OK|érvénytelen\w*|szerver\w*|token\w*|felhasználó\w*|ütközés\w*)\b|!",
}
"""Words of ui.md 9.4 and 9.3 that a worker never sees; cedillas that Romanian does not use; no exclamation marks."""
INFLECTED = re.compile(r"%\d\w|‹%\d›\w|-%\d")
"""A name or word put in must stand by itself, in the nominative: no ending glued to it."""


def messages_of(language: str) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """(context, source, translations, type) of every message."""
    root = ET.parse(ROOT / "resources" / "translations" / f"vatra_{language}.ts").getroot()
    for context in root.findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")] or [
                translation.text or ""
            ]
            yield (
                context.findtext("name", ""),
                message.findtext("source", ""),
                tuple(forms),
                translation.get("type", ""),
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_said(language: Language) -> None:
    found = []
    for context, source, forms, kind in messages_of(language):
        if kind == "unfinished" or not all(forms):
            found.append(f"{context}: {source}")
        elif "%n" in source and len(forms) != FORMS[language]:
            found.append(f"{context}: {source} has {len(forms)} forms")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_put_in_is_put_in_everywhere(language: Language) -> None:
    wanted = re.compile(r"%\d|\{\w+\}")
    for context, source, forms, _kind in messages_of(language):
        for form in forms:
            assert sorted(wanted.findall(source)) == sorted(wanted.findall(form)), (context, source, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_forbidden_word(language: Language) -> None:
    found = [
        f"{context}: {form}"
        for context, _source, forms, _ in messages_of(language)
        for form in forms
        if re.search(FORBIDDEN[language], form)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_ending_is_glued_to_a_name(language: Language) -> None:
    found = [
        f"{context}: {form}"
        for context, _source, forms, _ in messages_of(language)
        for form in forms
        if INFLECTED.search(form)
    ]
    assert not found, "\n".join(found)


def test_forbidden_words_would_be_seen() -> None:
    assert re.search(FORBIDDEN["en"], "Invalid date".lower())
    assert re.search(FORBIDDEN["ro"], "Baza de pe server")
    assert re.search(FORBIDDEN["ro"], "Colegii şi județul")
    assert re.search(FORBIDDEN["pl"], "Czy chce Pani zapisać")
    assert INFLECTED.search("fraza %1ei")


def all_errors(kind: type[errors.VatraError] = errors.VatraError) -> Iterator[type[errors.VatraError]]:
    for child in kind.__subclasses__():
        # A class without a code of its own only holds others together.
        if child.code != errors.VatraError.code:
            yield child
        yield from all_errors(child)


def test_every_error_has_a_sentence_and_no_sentence_is_left_over() -> None:
    codes = {one.code for one in all_errors() if one.__module__ == "app.errors"}
    assert len(codes) > 20
    assert codes - messages.codes() == set()
    assert {code.split(":")[0] for code in messages.codes()} - codes == set()


def test_an_unknown_error_is_told_calmly(qapp: QApplication) -> None:
    class Unheard(errors.VatraError):
        code = "unheard"

    assert "safe" in messages.sentence(Unheard())


@pytest.mark.usefixtures("translations")
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["1 child", "2 children", "5 children", "20 children"]),
        ("ro", ["1 copil", "2 copii", "5 copii", "20 de copii"]),
        ("pl", ["1 dziecko", "2 dzieci", "5 dzieci", "20 dzieci"]),
        ("hu", ["1 gyermek", "2 gyermek", "5 gyermek", "20 gyermek"]),
    ],
)
def test_numbers_are_said_as_people_say_them(
    qapp: QApplication, language: Language, expected: list[str]
) -> None:
    assert languages.use(qapp, language)
    said = [QCoreApplication.translate("families", "%n children", "", number) for number in (1, 2, 5, 20)]
    languages.use(qapp, "en")
    assert said == expected


def test_every_kind_of_failure_has_its_own_sentence() -> None:
    said = {messages.sentence_for(one) for one in messages.finer()}
    assert len(said) == len(messages.finer()) > 15
    assert said.isdisjoint({messages.sentence_for(code) for code in messages.codes()})
    assert {one.partition(".")[0] for one in messages.finer()} <= messages.codes()


def test_a_kind_nobody_knows_is_told_as_its_error() -> None:
    error = errors.CountyUnreachable(why="something new")
    assert messages.sentence(error) == messages.sentence_for(errors.CountyUnreachable.code)
