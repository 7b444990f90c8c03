"""A form asks the vault for places, services and the answers before: offered fresh, sealed for ever, nothing in confidence told."""

import datetime as dt
import zoneinfo
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.ids import random_id
from app.domain.kinds import FAMILY, groups_of
from app.domain.records import Assessment
from app.forms.package import Prepared, prepare
from app.forms.xform.vault_lists import Earlier, Place, Service
from app.services import assessment_lists, assessment_papers, assessments, families, registering
from app.services.assessments import OpenDraft
from storage import reading
from storage.compartment import Write
from storage.forms import KeptForm, keep_form
from storage.vault import Vault
from tests.fixtures.vault import InventedVault, make_invented_vault

NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Bucharest"))
FORM_ID = "bacau_road"
SHEETS = """
| settings | form_title | form_id | version | namespaces | default_language |
| | Road | bacau_road | 1 | vatra="urn:vatra:xlsform:1" | Română (ro) |
| survey | type | name | label::Română (ro) | relevant | calculation | bind::vatra:compartment | bind::vatra:kind |
| | csv-external | previous | | | | | |
| | begin_group | road | Drumul | | | | |
| | select_one_from_file places.csv | place | Satul | | | | |
| | select_one_from_file services.csv | called | Chemat | | | | |
| | integer | wood | Lemne | | | | |
| | integer | burnt | Arse de la ${before} | ${before} != '' | | | |
| | text | sign | Semnătura | | | | sign |
| | end_group | | | | | | |
| | calculate | before | | | instance('previous')/root/item[name='wood']/value | | |
| | calculate | known | | | count(instance('previous')/root/item) | | |
| | begin_group | apart | Separat | | | social | |
| | text | secret | Taina | | | | |
| | text | told | Spus | instance('previous')/root/item[name='secret']/value != '' | | | |
| | end_group | | | | | | |
"""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """As the office makes it ready: no file lies beside it."""
    path = tmp_path_factory.mktemp("form") / "road.md"
    path.write_text(SHEETS, encoding="utf-8")
    prepared, problems = prepare(str(path))
    assert prepared is not None, problems
    return prepared


@pytest.fixture(scope="module")
def _social(tmp_path_factory: pytest.TempPathFactory) -> InventedVault:
    return make_invented_vault(tmp_path_factory.mktemp("social") / "vault", readable=("team", "social"))


@pytest.fixture
def vault(_social: InventedVault, tmp_path: Path) -> Iterator[Vault]:
    """A social worker's, who reads both sections."""
    with _social.copy(tmp_path / "vault").open() as one:
        yield one


@pytest.fixture
def family(vault: Vault, form: Prepared) -> bytes:
    package = form.signed_by(b"c" * 16, Ed25519PrivateKey.generate())
    one = form.instrument
    with vault.team.writing():
        keep_form(vault.team, KeptForm(one.digest, one.id, one.version, package.manifest), package)
    for name, village in (("Rusu", "Valea Mare"), ("Olaru", "Călini"), ("Popa", "Valea Mare")):
        made, _ = registering.register_family(vault, registering.NewFamily(family_name=name, village=village))
    return made


def opened(vault: Vault, family: bytes) -> OpenDraft:
    return assessments.open_draft(vault, assessments.begin_assessment(vault, family, FORM_ID), "ro", NOW)


def offered(found: OpenDraft, name: str) -> dict[str, str]:
    paper = found.paper
    return {one.value: one.label for one in paper.options(paper.entry.nodes(f"/data/road/{name}"))}


def seals(vault: Vault, found: OpenDraft, hour: int, **answers: str) -> Assessment:
    for name, said in answers.items():
        section = "apart" if name in ("secret", "told") else "road"
        found.paper.entry.answer(f"/data/{section}/{name}", said)
    draft = msgspec.structs.replace(found.draft, record=found.paper.entry.draft())
    sealed, _ = assessments.seal_assessment(vault, draft, found.paper, "ro", NOW + dt.timedelta(hours=hour))
    return reading.get(vault.team, sealed, Assessment)


def test_places_and_services_are_those_of_the_vault_and_of_its_country(vault: Vault, family: bytes) -> None:
    found = opened(vault, family)
    commune = vault.keyring.commune_name
    assert sorted(offered(found, "place").values()) == sorted(["Valea Mare", "Călini", commune])
    assert offered(found, "place")["valea_mare"] == "Valea Mare"
    assert list(offered(found, "place")) == sorted(offered(found, "place"))
    assert offered(found, "called")["116111"] == "telefonul copilului"
    assert Service("112", "pericol imediat", "112") in assessment_lists.services_of("ro", "ro")


def test_what_was_chosen_is_shown_when_nobody_lives_there_any_more(vault: Vault, family: bytes) -> None:
    found = opened(vault, family)
    found.paper.entry.answer("/data/road/place", "calini")
    draft = msgspec.structs.replace(found.draft, record=found.paper.entry.draft())
    draft, _ = assessments.keep_draft(vault, draft)
    for line in families.list_families(vault).lines:
        families.change_family(vault, line.id, village="Spria")
    assert Place("calini", "Călini") not in assessment_lists.places_of(vault)
    again = assessments.open_draft(vault, draft, "ro", NOW)
    assert offered(again, "place")["calini"] == "Călini"
    one = seals(vault, again, 1, called="112")
    shown = assessments.open_assessment(vault, one.id, "ro").paper
    words = {name: shown.in_words(shown.entry.nodes(f"/data/road/{name}")) for name in ("place", "called")}
    assert words == {"place": "Călini", "called": "pericol imediat"}
    # Nobody is told from the copy where it was.
    copy = assessment_papers.prints_of(vault, one.id, "ro", now=NOW).anonymous
    assert "Călini" not in repr(copy)
    assert "pericol imediat" in repr(copy)


def test_the_answers_before_are_in_expressions_and_stay_what_they_were(vault: Vault, family: bytes) -> None:
    first = opened(vault, family)
    assert not first.paper.entry.nodes("/data/road/burnt").relevant
    one = seals(vault, first, 1, wood="7", place="calini", sign="Ana Sandu", secret="bătut")
    second = opened(vault, family)
    assert second.draft.lists.compared == one.id
    lists = assessment_lists.vault_lists(vault, second.instrument.form, (), second.draft.lists)
    assert set(lists.previous) == {Earlier("wood", "7"), Earlier("place", "calini"), Earlier("known", "0")}
    burnt = second.paper.entry.nodes("/data/road/burnt")
    assert (burnt.relevant, second.paper.label(burnt)) == (True, "Arse de la 7")
    # In confidence stays in confidence, also in the section it came from.
    assert not second.paper.entry.nodes("/data/apart/told").relevant
    two = seals(vault, second, 2, wood="3", burnt="4")
    third = seals(vault, opened(vault, family), 3, wood="9", burnt="1")
    for sealed, before in ((two, "7"), (third, "3")):
        paper = assessments.open_assessment(vault, sealed.id, "ro").paper
        shown = paper.entry.nodes("/data/road/burnt")
        assert (shown.relevant, paper.label(shown)) == (True, f"Arse de la {before}")
    # A correction is asked what was asked then.
    corrected = assessments.open_draft(vault, assessments.begin_amendment(vault, two.id), "ro", NOW)
    assert corrected.paper.entry.nodes("/data/road/burnt").text == "4"
    assert corrected.paper.computed("before") == "7"


def test_more_places_than_a_record_takes_are_those_of_most_families(vault: Vault, family: bytes) -> None:
    hamlets = [random_id() for _ in range(assessment_lists.MOST_PLACES)]
    writes = [
        Write("family", one, one, groups_of(FAMILY, {"village": f"Cătun {number:03}"}))
        for number, one in enumerate(hamlets)
    ]
    with vault.team.writing():
        vault.team.save(vault.worker.id, writes)
    labels = {one.label for one in assessment_lists.places_of(vault)}
    assert len(labels) == assessment_lists.MOST_PLACES + 1  # and the commune
    assert "Valea Mare" in labels
