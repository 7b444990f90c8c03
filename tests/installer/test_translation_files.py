"""Texts go from the sources into one .ts per language and, once translated, into a .qm, by Qt's own tools."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

INSTALLER = Path(__file__).resolve().parents[2] / "installer"
TOOLS = Path(sys.executable).parent
UNFINISHED = '<translation type="unfinished"></translation>'


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(INSTALLER)
    return importlib.import_module("translation_files")


@pytest.fixture
def project(tmp_path: Path, texts: ModuleType) -> Path:
    view = tmp_path / "ui" / "screens" / "today" / "view.py"
    view.parent.mkdir(parents=True)
    view.write_text(
        "class Today(QWidget):\n    def title(self):\n        return self.tr('Due today')\n", "utf-8"
    )
    assert texts.collect(tmp_path, TOOLS / "pyside6-lupdate") == 0
    return tmp_path


def _romanian(project: Path) -> Path:
    return project / "resources" / "translations" / "vatra_ro.ts"


def _translate(project: Path, sentence: str) -> None:
    source = _romanian(project)
    text = source.read_text("utf-8")
    assert UNFINISHED in text
    source.write_text(text.replace(UNFINISHED, f"<translation>{sentence}</translation>"), "utf-8")


def _spoken(project: Path) -> str | None:
    translator = QTranslator()
    assert translator.load(str(_romanian(project).with_suffix(".qm")))
    return translator.translate("Today", "Due today")


def test_every_language_gets_the_texts(project: Path, texts: ModuleType) -> None:
    files = sorted((project / "resources" / "translations").iterdir())
    assert [file.name for file in files] == sorted(f"vatra_{language}.ts" for language in texts.LANGUAGES)
    assert all("Due today" in file.read_text("utf-8") for file in files)


def test_collecting_again_keeps_what_people_translated(project: Path, texts: ModuleType) -> None:
    _translate(project, "De făcut azi")
    before = _romanian(project).read_text("utf-8")
    assert texts.collect(project, TOOLS / "pyside6-lupdate") == 0
    assert _romanian(project).read_text("utf-8") == before


def test_a_changed_translation_is_compiled_and_an_old_one_left(project: Path, texts: ModuleType) -> None:
    _translate(project, "De făcut azi")
    compiled = _romanian(project).with_suffix(".qm")
    assert texts.compile_changed(project, TOOLS / "pyside6-lrelease") == 0
    assert _spoken(project) == "De făcut azi"

    os.utime(compiled, (later := _romanian(project).stat().st_mtime + 10, later))
    assert texts.compile_changed(project, TOOLS / "pyside6-lrelease") == 0
    assert compiled.stat().st_mtime == later

    edited = _romanian(project).read_text("utf-8").replace("De făcut azi", "Pentru astăzi")
    _romanian(project).write_text(edited, "utf-8")
    os.utime(_romanian(project), (later + 10, later + 10))
    assert texts.compile_changed(project, TOOLS / "pyside6-lrelease") == 0
    assert _spoken(project) == "Pentru astăzi"


def test_without_translations_nothing_fails(
    tmp_path: Path, texts: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert texts.compile_changed(tmp_path, TOOLS / "pyside6-lrelease") == 0
    assert "No translations yet" in capsys.readouterr().out


@pytest.mark.parametrize("count", ["2", "found", "len(rows)", "state.pending", "max(2, len(rows)),"])
def test_a_count_gives_plural_forms(tmp_path: Path, texts: ModuleType, count: str) -> None:
    view = tmp_path / "ui" / "view.py"
    view.parent.mkdir(parents=True)
    view.write_text(f'words = translate("rows", "%n rows", "", {count})\n', "utf-8")
    assert texts.collect(tmp_path, TOOLS / "pyside6-lupdate") == 0
    polish = (tmp_path / "resources" / "translations" / "vatra_pl.ts").read_text("utf-8")
    assert '<message numerus="yes">' in polish
    assert polish.count("<numerusform></numerusform>") == 3


def test_the_rest_of_a_source_stays_as_it_is(texts: ModuleType) -> None:
    source = 'a = [translate("x", "ș %n", "", len(b)), translate("x", "ț %n", "", c.d,)]\nż = f(1, 2, 3, 4)\n'
    plain = 'a = [translate("x", "ș %n", "", 1), translate("x", "ț %n", "", 1)]\nż = f(1, 2, 3, 4)\n'
    assert texts.with_plain_counts(source) == plain
