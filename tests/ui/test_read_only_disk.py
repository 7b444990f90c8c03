"""At a laptop whose disk takes no writes: everything is read, nothing is promised, what is typed stays in its field."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from app.services import registering
from tests.fixtures.disks import make_read_only, make_writable, needs_root
from tests.fixtures.vault import InventedVault
from tests.fixtures.window import SitAt
from ui.screens.family.view import FamilyView

ROOMY_KIB = 16 * 1024


def said(root: QWidget) -> str:
    """All that stands in plain labels."""
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


@needs_root
def test_families_are_read_and_what_cannot_be_kept_stays_in_its_field(
    invented_vault: InventedVault, sit_at: SitAt, mount_disk: Callable[[int], Path]
) -> None:
    disk = mount_disk(ROOMY_KIB)
    with invented_vault.open() as vault:
        known = registering.NewFamily(family_name="Dobre", given_names="Paraschiva", village="Izvoru Alb")
        family, _changed = registering.register_family(vault, known)
    there = invented_vault.copy(disk / "vault")
    make_read_only(disk)
    sitting = sit_at(there)
    sitting.unlock()
    assert "takes no writes" in said(sitting.window)

    page = sitting.go("family", family)
    assert isinstance(page, FamilyView)
    assert "Izvoru Alb" in said(page)
    page.begin_note()
    page._notes.field.setPlainText("Lemne pentru iarnă.")
    page._notes._write()
    sitting.settle()
    assert "cannot be written" in said(sitting.window)
    assert page._notes.field.toPlainText() == "Lemne pentru iarnă."

    make_writable(disk)
    sitting.lock()
    sitting.unlock()
    assert "takes no writes" not in said(sitting.window)
