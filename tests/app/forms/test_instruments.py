"""The shipped instruments: compiled from what their authors wrote, and opened without pyxform."""

import subprocess
import sys
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import resources
from app.errors import FormInvalid
from app.forms.instruments import instruments_of, load_instrument
from app.forms.xform.confidential import sections_of
from app.forms.xform.paper import numbers_of
from app.forms.xform.vault_lists import STAND_INS, Person, VaultLists
from app.forms.xform.xlsform import compile_xlsform

RESOURCES = Path(resources.__file__).parent
SOURCES = sorted(RESOURCES.glob("**/forms/*.md"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_compiled_form_is_current(source: Path) -> None:
    """If not: `python3 installer/dev.py forms`, and commit what it writes."""
    assert source.with_suffix(".xml").read_text(encoding="utf-8") == compile_xlsform(source).xml + "\n"


def test_nothing_compiled_without_its_source() -> None:
    compiled = set(RESOURCES.glob("**/forms/*.xml"))
    assert compiled == {source.with_suffix(".xml") for source in SOURCES}


def test_each_country_has_its_instruments_and_those_of_all() -> None:
    assert [one.id for one in instruments_of("ro")] == ["ro_observation", "ro_risk_sheet", "vatra_mps_screen"]
    assert [one.id for one in instruments_of("pl")] == ["pl_cus_ipus", "pl_wywiad_i", "vatra_mps_screen"]
    assert instruments_of("ro")[1].title["ro"] == "Fișă de identificare a riscurilor"


def test_a_version_nobody_has_is_told() -> None:
    with pytest.raises(FormInvalid) as told:
        load_instrument("ro_risk_sheet", "ro", 99)
    assert told.value.facts == {"reason": "not_here", "form": "ro_risk_sheet", "version": 99}


def test_languages_are_found_by_their_code() -> None:
    risk_sheet = load_instrument("ro_risk_sheet", "ro", 1)
    assert risk_sheet.language("pl") == "Polski (pl)"
    assert risk_sheet.language("de") == "English (en)"


def test_every_record_has_its_own_household() -> None:
    risk_sheet = load_instrument("ro_risk_sheet", "ro", 1)
    one = risk_sheet.with_lists(VaultLists(members=(Person("ab" * 16, 'Ana "Nuța", mică', "4", "F"),)))
    other = risk_sheet.with_lists(VaultLists())
    labels = [node.text for node in one.instances["members"].descendants() if node.name == "label"]
    assert labels == ['Ana "Nuța", mică']
    assert not [node for node in other.instances["members"].descendants() if node.name == "item"]


def test_each_list_of_the_vault_has_a_stand_in_with_its_columns() -> None:
    columns = {name: data.decode().splitlines()[0].split(",") for name, data in STAND_INS.items()}
    rows = get_type_hints(VaultLists)
    assert columns == {f"{name}.csv": list(get_args(row)[0].__struct_fields__) for name, row in rows.items()}


def test_filling_in_needs_no_pyxform() -> None:
    program = (
        "import sys; from app.forms.instruments import load_instrument; "
        "load_instrument('ro_risk_sheet', 'ro', 1); sys.exit('pyxform' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=RESOURCES.parent, check=False).returncode == 0


def test_each_profession_has_the_form_with_its_own_sections() -> None:
    whole = load_instrument("vatra_home_visit", "ro", 2)
    nurses = whole.for_readers(("team", "health"))
    assert sections_of(whole.form) == {"vs": "social", "vh": "health", "vx": "education"}
    assert sections_of(nurses.form) == {"vh": "health"}
    assert nurses.form.numbers["/data/ve/v_danger"] == numbers_of(whole.form)["/data/ve/v_danger"]
    assert whole.for_readers(("team", "social", "health", "education")) is whole
    assert nurses.for_readers(("team", "health")) is nurses
