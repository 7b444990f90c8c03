"""Pictures in the real window: added from a file, seen, described, opened in full, taken back - by keys, and nothing of it on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fixtures.window import Sitting
from tests.ui import looking
from ui.attachments.dialog import AttachmentDialog
from ui.attachments.strip import AttachmentStrip
from ui.attachments.tile import Tile
from ui.screens.family.view import FamilyView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _photograph(folder: Path, name: str = "IMG_2041.jpg") -> Path:
    picture = QImage(800, 600, QImage.Format.Format_RGB32)
    picture.fill(QColor("darkGreen"))
    path = folder / name
    assert picture.save(str(path))
    return path


def _strip(sitting: Sitting) -> AttachmentStrip:
    page = sitting.go("family", sitting.a_family())
    assert isinstance(page, FamilyView)
    page._presenter.choose_tab("pictures")
    sitting.settle()
    return page._pictures.strip


def _tiles(sitting: Sitting, strip: AttachmentStrip) -> list[Tile]:
    sitting.settle()
    return strip.tiles()


def _dialog(sitting: Sitting, tile: Tile) -> AttachmentDialog:
    QTest.keyClick(tile, Qt.Key.Key_Return)
    sitting.settle()
    (found,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, AttachmentDialog))
    return found


def _close(sitting: Sitting, dialog: QWidget) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    sitting.settle()


def test_a_photograph_is_added_described_and_taken_back(sitting: Sitting, tmp_path: Path) -> None:
    strip = _strip(sitting)
    assert strip.tiles() == []
    strip.add_paths([_photograph(tmp_path), tmp_path / "no such file.jpg"])
    (tile,) = _tiles(sitting, strip)
    assert tile.accessibleName().endswith(", to send")
    assert strip._told.isVisible(), "what could not be read is told, and hinders nothing else"

    dialog = _dialog(sitting, tile)
    assert looking.cut_texts(dialog) == []
    dialog.description.setFocus()
    QTest.keyClicks(dialog.description, "The stove")
    _close(sitting, dialog)
    (tile,) = _tiles(sitting, strip)
    assert tile.accessibleName().startswith("The stove, ")

    dialog = _dialog(sitting, tile)
    dialog._ask_why()
    QTest.keyClick(dialog.really, Qt.Key.Key_Return)
    assert _tiles(sitting, strip) == []
    page = sitting.frame.page()
    assert isinstance(page, FamilyView)
    assert page.undo()
    assert len(_tiles(sitting, strip)) == 1


def test_a_picture_is_pasted_and_another_copied_out(sitting: Sitting, tmp_path: Path) -> None:
    strip = _strip(sitting)
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(picture)
    strip.add_button.setFocus()
    QTest.keyClick(strip.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(_tiles(sitting, strip)) == 1
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(_photograph(tmp_path)))])
    QGuiApplication.clipboard().setMimeData(held)
    QTest.keyClick(strip.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    tiles = _tiles(sitting, strip)
    assert len(tiles) == 2

    copy = tmp_path / "copy.jpg"
    strip._presenter.save_copy(tiles[0].one, copy)
    sitting.settle()
    assert QImage(str(copy)).width() in (40, 800)


def test_what_is_added_at_a_visit_is_seen_there_and_with_the_family(sitting: Sitting, tmp_path: Path) -> None:
    page = sitting.go("family", sitting.a_family())
    assert isinstance(page, FamilyView)
    page._presenter.choose_tab("visits")
    sitting.settle()
    page._visits.strip.add_paths([_photograph(tmp_path)])
    assert len(_tiles(sitting, page._visits.strip)) == 1
    assert len(_tiles(sitting, page._pictures.strip)) == 1
    other = page._presenter.state.file.visits[-1]  # type: ignore[union-attr]
    page._presenter.choose_visit(other.id)
    assert _tiles(sitting, page._visits.strip) == []
