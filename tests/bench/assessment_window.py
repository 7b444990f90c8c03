"""A process that opens the longest instrument for a family with five children in the real window and answers a page of it.

Arguments: folder of a vault, worker, passphrase, family (hex). Prints one JSON line with milliseconds of every try: from the
wish to open until the first question is painted, from an answer until nothing is left to paint.
"""

import sys
import time
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import Vatra, make_application
from app.forms import instruments
from storage.vault import Vault
from tests.fixtures.event_loop import wait_until
from ui.screens.assessment.presenter import AssessmentPresenter
from ui.screens.assessment.view import AssessmentView
from ui.screens.assessment_places import Begin

OPENINGS, ANSWERS = 7, 60
PATIENCE_MS = 120_000
FORM = "ro_risk_sheet"
CYCLE = {"r1_food": ("never", "rarely", "monthly"), "r1_work": ("yes", "no"), "r1_cold": ("yes", "no")}


def main(folder: Path, worker: str, passphrase: str, family: str) -> None:
    """Sign in, open, answer, leave."""
    app = make_application([])
    vatra = Vatra(app, folder, folder.parent / "preferences.json")
    vatra.begin()
    vatra.tasks.records.run(
        lambda: Vault.open(folder, bytes.fromhex(worker), passphrase), done=vatra.door.enter
    )
    assert wait_until(lambda: vatra.door.desk is not None and not vatra.tasks.records.busy, PATIENCE_MS)
    opened = [_opening(app, vatra, bytes.fromhex(family)) for _ in range(OPENINGS)]
    answered, processor = _answers(app, vatra)
    figures = {"opened_ms": opened, "answered_ms": answered, "answered_cpu_ms": processor}
    print(msgspec.json.encode(figures).decode())
    QTimer.singleShot(0, vatra.close)
    assert wait_until(lambda: not vatra.window.isVisible(), PATIENCE_MS)


def _opening(app: QApplication, vatra: Vatra, family: bytes) -> float:
    """The first time a form is read, as after every start: nothing is remembered of it."""
    assert vatra.door.desk is not None
    assert vatra.door.frame is not None
    navigator = vatra.door.desk.navigator
    navigator.go("today")
    assert wait_until(lambda: not vatra.tasks.records.busy, PATIENCE_MS)
    instruments.load_instrument.cache_clear()
    page = vatra.door.frame._pages.get("assessment")
    if isinstance(page, AssessmentView):
        page._state = None
    began = time.perf_counter()
    navigator.go("assessment", Begin(family, FORM))
    assert wait_until(lambda: _presenter(vatra).state is not None, PATIENCE_MS)
    app.processEvents()
    return (time.perf_counter() - began) * 1000


def _presenter(vatra: Vatra) -> AssessmentPresenter:
    assert vatra.door.frame is not None
    page = vatra.door.frame.page()
    assert isinstance(page, AssessmentView)
    return page._presenter


def _answers(app: QApplication, vatra: Vatra) -> tuple[list[float], list[float]]:
    presenter = _presenter(vatra)
    presenter.answer("rs_refused", "no")
    presenter.go_to("r1_food")
    assert wait_until(lambda: not vatra.tasks.records.busy, PATIENCE_MS)
    took, processor = [], []
    for number in range(ANSWERS):
        key = list(CYCLE)[number % len(CYCLE)]
        values = CYCLE[key]
        began, began_cpu = time.perf_counter(), time.thread_time()
        presenter.answer(key, values[(number // len(CYCLE)) % len(values)])
        app.processEvents()
        took.append((time.perf_counter() - began) * 1000)
        processor.append((time.thread_time() - began_cpu) * 1000)
    return took, processor


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
