"""The shipped instruments: compiled from what their authors wrote, and opened without pyxform."""

import subprocess
import sys
from pathlib import Path

import pytest

import resources
from app.errors import FormInvalid
from app.forms import instruments
from app.forms.instruments import Person, instruments_of, load_instrument
from app.forms.xform.xlsform import compile_xlsform
from resources import resource_text

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
    one = risk_sheet.for_household([Person("ab" * 16, 'Ana "Nuța", mică', "4", "F")])
    other = risk_sheet.for_household([])
    labels = [node.text for node in one.instances["members"].descendants() if node.name == "label"]
    assert labels == ['Ana "Nuța", mică']
    assert not [node for node in other.instances["members"].descendants() if node.name == "item"]


def test_filling_in_needs_no_pyxform() -> None:
    program = (
        "import sys; from app.forms.instruments import load_instrument; "
        "load_instrument('ro_risk_sheet', 'ro', 1); sys.exit('pyxform' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=RESOURCES.parent, check=False).returncode == 0


def test_a_confidential_section_is_refused_as_long_as_answers_are_kept_in_one_piece() -> None:
    source = resource_text("countries/ro/forms/ro_observation-1.xml")
    told = source.replace('nodeset="/data/s6/ob_6b"', 'nodeset="/data/s6/ob_6b" vatra:compartment="social"')
    assert told != source
    assert instruments._read("ro_observation", source.encode(), "ro").id == "ro_observation"
    with pytest.raises(FormInvalid) as refused:
        instruments._read("ro_observation", told.encode(), "ro")
    assert refused.value.facts["reason"] == "confidential_section"
