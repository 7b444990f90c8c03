"""Assessments: opening the longest instrument, an answer on its way to the screen, big repeats, sealing, printing, compiling."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

import msgspec
from PySide6.QtGui import QGuiApplication

from app.forms.xform.beginning import Settings
from app.forms.xform.entry import Entry
from app.forms.xform.reading import read_form
from app.forms.xform.xlsform import compile_xlsform
from app.services import assessment_papers, assessments, families, registering
from app.services.assessments import AssessmentDraft
from storage.vault import Vault
from tests.app.forms.instruments.answering import INSTRUMENTS, path_of
from tests.app.forms.xform.building import BUCHAREST, NOW, bind, inputs, repeat, xform
from tests.bench.measuring import Figure, Took, median_of, p95_of, times
from tests.fixtures.vault import InventedVault, make_invented_vault
from ui import printing, theme

ROOT = Path(__file__).resolve().parents[2]
CHILDREN, QUESTIONS, REPETITIONS, TRIES = 5, 200, 8, 7


def figures(folder: Path) -> list[Figure]:
    """Everything about forms, on a vault of its own below the folder."""
    made = make_invented_vault(folder / "forms" / "vault")
    with made.open() as vault:
        family = _family(vault)
    return [*_in_the_window(made, family, folder), _big_repeats(), *_the_end(made, family), _compiling()]


def _family(vault: Vault) -> bytes:
    family, _ = registering.register_family(
        vault, registering.NewFamily(family_name="Ciobanu", given_names="Elena", birth="1988-01-01")
    )
    for number in range(CHILDREN):
        families.add_member(
            vault,
            family,
            "child",
            family_name="Ciobanu",
            given_names=f"C{number}",
            birth=f"{2010 + 3 * number}",
        )
    return family


def _in_the_window(made: InventedVault, family: bytes, home: Path) -> list[Figure]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "PYTHONPATH": str(ROOT)}
    script = str(Path(__file__).with_name("assessment_window.py"))
    ran = subprocess.run(
        [sys.executable, script, str(made.folder), made.worker.id.hex(), made.passphrase, family.hex()],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ran.returncode != 0:
        raise SystemExit(f"The assessment did not open:\n{ran.stderr}")
    told = msgspec.json.decode(ran.stdout.splitlines()[-1], type=dict[str, list[float]])
    opened = told["opened_ms"]
    spread = f"median of {len(opened)}, {min(opened):.0f} to {max(opened):.0f}, form read anew each time"
    answered = [
        Took(wall, cpu) for wall, cpu in zip(told["answered_ms"], told["answered_cpu_ms"], strict=True)
    ]
    wall = p95_of("an answer to the screen, risk sheet", answered, 16)
    processor = p95_of("", [Took(one.cpu_ms, one.cpu_ms) for one in answered])
    return [
        Figure(
            f"open the risk sheet, {CHILDREN} children, to the first question",
            statistics.median(opened),
            "ms",
            spread,
            300,
        ),
        msgspec.structs.replace(wall, of=f"{wall.of}; processor {processor.value:.1f}"),
    ]


def _big_repeats() -> Figure:
    """One answer in a form of 200 questions in eight repetitions, each fourth computed."""

    def rules(at: int) -> str:
        ref, row = f"/data/row/q{at}", "/data/row"
        if at % 4 == 2:
            return bind(ref, calculate=f"{row}/q{at - 2} + coalesce({row}/q{at - 1}, 1)")
        return bind(ref, type="int", constraint=". < 1000")

    record = "<row>" + "".join(f"<q{at}/>" for at in range(QUESTIONS)) + "</row><total/>"
    total = bind("/data/total", calculate="sum(/data/row/q2)")
    asked = inputs(*(f"/data/row/q{at}" for at in range(QUESTIONS) if at % 4 != 2))
    source = xform(record, "".join(map(rules, range(QUESTIONS))) + total, repeat("/data/row", asked))
    entry = Entry(read_form(source)[0], Settings(lambda: NOW, BUCHAREST))
    for _ in range(REPETITIONS - 1):
        entry.add_repeat("/data/row")
    values = iter(range(1, 1000))
    took = times(lambda: entry.answer("/data/row[5]/q0", next(values)), 50)
    return p95_of(
        f"an answer among {QUESTIONS} questions in {REPETITIONS} repetitions, computed anew", took, 50
    )


def _the_end(made: InventedVault, family: bytes) -> list[Figure]:
    """Sealing, and the sealed one as a PDF file."""
    application = QGuiApplication.instance() or QGuiApplication(["bench", "-platform", "offscreen"])
    theme.register_fonts()
    target = made.folder.parent / "assessment.pdf"
    with made.open() as vault:

        def seal() -> bytes:
            opened = assessments.open_draft(
                vault, assessments.begin_assessment(vault, family, "ro_risk_sheet"), "ro", NOW
            )
            _refuses(opened.paper.entry)
            draft: AssessmentDraft = msgspec.structs.replace(opened.draft, record=opened.paper.entry.draft())
            return assessments.seal_assessment(vault, draft, opened.paper, "ro", NOW)[0]

        sealed = times(seal, TRIES)
        (one, *_) = assessments.assessments_of(vault, family)

        def print_it() -> None:
            printing.write_pdf(assessment_papers.prints_of(vault, one.id, "ro", now=NOW).whole, target)

        printed = times(print_it, TRIES)
    assert application is not None
    both = [Took(a.wall_ms + b.wall_ms, a.cpu_ms + b.cpu_ms) for a, b in zip(sealed, printed, strict=True)]
    return [median_of("begin, fill, seal and print the risk sheet as PDF", both, 1000)]


def _refuses(entry: Entry) -> None:
    said = {
        "hdr/rs_no": "1", "hdr/rs_date": "2026-11-20", "hdr/rs_place": "home", "hdr/rs_by": "mother", "hdr/rs_refused": "yes",
        "hdr/rs_refnote": "x", "concl/k_support": ["none"], "concl/k_action": "monitor", "concl/k_next": "2026-12-20",
        "concl/k_sign": "Ana Sandu",
    }  # fmt: skip
    for place, value in said.items():
        entry.answer(f"/data/{place}", value)


def _compiling() -> Figure:
    """All shipped forms from their Markdown, as a build does."""
    took = times(lambda: [compile_xlsform(path_of(form_id)) for form_id in INSTRUMENTS], 3)
    return median_of(f"compile all {len(INSTRUMENTS)} shipped forms", took)
