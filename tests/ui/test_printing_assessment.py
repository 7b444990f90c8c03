"""An assessment as it comes out of the printer: golden text, and the pages it says.

After a wanted change delete the golden file and run once: the test writes it again and fails, and the difference is read in
the commit.
"""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.app.reports.test_assessment import document
from ui import printing, theme

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    theme.register_fonts()


@pytest.mark.parametrize("language", ["ro", "pl"])
def test_an_assessment_prints_as_the_golden_text_says(language: str) -> None:
    pages = printing.page_texts(document(language))
    text = "\n\f\n".join("\n".join(page) for page in pages) + "\n"
    golden = GOLDEN / f"assessment_{language}.txt"
    if not golden.exists():
        golden.write_text(text, "utf-8")
        pytest.fail(f"{golden.name} was missing and has been written: read it")
    assert text == golden.read_text("utf-8")


def test_the_pdf_has_the_pages_it_says(tmp_path: Path) -> None:
    target = tmp_path / "assessment.pdf"
    pages = printing.write_pdf(document("ro"), target)
    assert pages == len(re.findall(rb"/Type\s*/Page\b(?!s)", target.read_bytes())) == 6
