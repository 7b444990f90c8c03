"""Preferences survive, and a broken file never keeps anybody out."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from ui import preferences
from ui.appearance import Appearance
from ui.preferences import Preferences


def test_they_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "preferences.json"
    wanted = Preferences(language="pl", colours="dark", text_scale=1.15)
    preferences.save(path, wanted)
    assert preferences.load(path) == wanted


@pytest.mark.parametrize("text", ["", "{", '{"language": "xx"}', "[1]", "\x00\x01", '{"text_scale": "big"}'])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(text)
    assert preferences.load(path) == Preferences()


def test_a_newer_file_is_read_as_far_as_it_is_known(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"language": "hu", "from_the_future": 1}')
    assert preferences.load(path) == Preferences(language="hu")


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    preferences.save(tmp_path / "file" / "preferences.json", Preferences())


def test_nothing_personal_is_in_them() -> None:
    assert set(Preferences.__struct_fields__) == {
        "language",
        "colours",
        "text_scale",
        "move_on_after_choosing",
        "single_key_shortcuts",
        "lock_after_minutes",
        "window",
    }


def test_the_next_window_stands_where_the_last_one_stood(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    asking, working = Appearance(qapp, path), Appearance(qapp, path)
    first, second = QWidget(), QWidget()
    first.setGeometry(40, 30, 500, 300)
    asking.keep_place(first)
    working.read()
    working.place(second)
    assert second.geometry() == first.geometry()
    asking.deleteLater()
    working.deleteLater()


@pytest.mark.parametrize("window", ["", "not base64", "AAAA"])
def test_a_place_nobody_understands_is_left_alone(qapp: QApplication, tmp_path: Path, window: str) -> None:
    path = tmp_path / "preferences.json"
    preferences.save(path, Preferences(window=window))
    appearance, widget = Appearance(qapp, path), QWidget()
    before = widget.geometry()
    appearance.place(widget)
    assert widget.geometry() == before
    appearance.deleteLater()
