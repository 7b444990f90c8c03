"""Pages as they come out of the printer: golden text, page count, breaks, foot.

After a wanted change of wording or layout delete the golden file and run once: the test writes it again and fails, and the
difference is read in the commit.
"""

import re
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from app.reports.document import Document, Heading, Line, Paragraph, Signature
from tests.app.reports.sample import sample_document
from ui import printing, theme

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
SIGNATURE = Signature(
    label="Signature of the worker", name="E. M.", role="", on="", caption="Name", hand="Hand"
)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    theme.register_fonts()


def with_blocks(*blocks: Heading | Line | Paragraph | Signature) -> Document:
    return msgspec.structs.replace(sample_document("en"), blocks=blocks)


def page_objects(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("language", ["en", "ro", "pl", "hu"])
def test_a_visit_prints_as_the_golden_text_says(language: str) -> None:
    pages = printing.page_texts(sample_document(language))
    text = "\n\f\n".join("\n".join(page) for page in pages) + "\n"
    golden = GOLDEN / f"visit_{language}.txt"
    if not golden.exists():
        golden.write_text(text, "utf-8")
        pytest.fail(f"{golden.name} was missing and has been written: read it")
    assert text == golden.read_text("utf-8")
    assert len(pages) == 2


def test_the_pdf_has_the_pages_it_says(tmp_path: Path) -> None:
    target = tmp_path / "visit.pdf"
    document = sample_document("ro")
    pages = printing.write_pdf(document, target)
    assert pages == page_objects(target.read_bytes()) == len(printing.page_texts(document))
    assert b"NotoSans" in target.read_bytes()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_a_pdf_reader_finds_the_words(tmp_path: Path) -> None:
    target = tmp_path / "visit.pdf"
    document = sample_document("pl")
    printing.write_pdf(document, target)
    read = subprocess.run(
        ["pdftotext", "-layout", str(target), "-"], capture_output=True, check=True, text=True
    )
    for words in (
        "Wizyta w środowisku",
        "otwarta studnia lub dół",
        "strona 2 z 2",
        printing.checksum_groups(document.checksum),
    ):
        assert words in read.stdout


def test_every_page_has_its_number_the_family_number_and_the_checksum() -> None:
    document = sample_document("en")
    pages = printing.page_texts(document)
    for number, page in enumerate(pages, start=1):
        assert page[-3].split(" · ")[1] == "Family number 41"
        assert page[-2] == f"page {number} of {len(pages)}"
        assert page[-1] == f"Checksum: {printing.checksum_groups(document.checksum)}"
    assert printing.checksum_groups("0123456789") == "0123 4567 89"


@pytest.mark.parametrize("rows", range(20, 60))
def test_a_signature_is_never_alone_and_a_heading_never_last(rows: int) -> None:
    questions = [Line(number=str(number), question="Question", text="Answer") for number in range(rows)]
    pages = printing.page_texts(with_blocks(*questions, Heading("Close"), Paragraph("Agreed."), SIGNATURE))
    signed = next(page for page in pages if SIGNATURE.label in page)
    assert signed.index(SIGNATURE.label) > 0
    assert signed[signed.index(SIGNATURE.label) - 1] == "Agreed."
    assert all(page[-4] != "Close" for page in pages)


def test_a_long_text_runs_over_pages_in_full() -> None:
    told = " ".join(f"word{number}" for number in range(4000))
    pages = printing.page_texts(with_blocks(Line(number="1", question="Said", text=told), SIGNATURE))
    assert len(pages) > 3
    assert told in pages[0][-4]


def test_text_in_full_reaches_the_paper(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    told = " ".join(f"word{number}" for number in range(2000))
    target = tmp_path / "long.pdf"
    printing.write_pdf(with_blocks(Line(number="1", question="Said", text=told), SIGNATURE), target)
    read = subprocess.run(["pdftotext", str(target), "-"], capture_output=True, check=True, text=True)
    assert set(told.split()) <= set(read.stdout.split())


def test_a_folder_that_cannot_be_written_is_an_error_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        printing.write_pdf(sample_document("en"), tmp_path / "nowhere" / "visit.pdf")
