"""The caseload of the demo is what its script makes, and has what the demo wants to show."""

import importlib.util
import zipfile
from pathlib import Path
from types import ModuleType

from app.imports.caseload import check

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "caseloads"


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_demo_caseload", ROOT / "installer" / "build_demo_caseload.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_shipped_file_is_what_its_script_makes(tmp_path: Path) -> None:
    builder().build(tmp_path / "colonesti.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "colonesti.xlsx") as made,
        zipfile.ZipFile(FOLDER / "colonesti.xlsx") as shipped,
    ):
        assert made.namelist() == shipped.namelist()
        for name in made.namelist():
            assert made.read(name) == shipped.read(name), name


def test_its_figures() -> None:
    assert check(FOLDER / "colonesti.xlsx")["imported"]["colonesti.xlsx"] == {
        "families": 25,
        "person_rows": 85,
        "people": 84,
        "possible_duplicates": 1,
        "id_warnings": 3,
        "visits": 15,
        "rows_set_aside": 1,
        "columns_kept_as_notes": 1,
    }
