"""A published form proves itself: what is wrong with a file is told with its place, what was changed on the way is refused."""

from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.errors import PublishedFormUnusable
from app.forms.package import (
    NEEDS,
    Check,
    Manifest,
    Package,
    Prepared,
    prepare,
    read_check,
    sign_check,
    verified,
)
from app.forms.xform.vault_lists import Place, VaultLists

COUNTY = b"c" * 16
KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()
SURVEY = """
| settings | form_title | form_id | version | default_language | vatra:date | vatra:title::Română (ro) | vatra:professions |
| | Winter | {form_id} | {version} | Română (ro) | {date} | Pregătiri de iarnă | {professions} |
| survey | type | name | label::Română (ro) | required | calculation |
| | begin_group | house | Casa | | |
| | date | seen_on | Ziua | yes | |
| | integer | wood | Steri de lemne | yes | |
| | select_one_from_file villages.csv | village | Satul | | |
| | end_group | | | | |
| | calculate | cold | | | if(${{wood}} < 3, 1, 0) |
"""


def written(
    folder: Path,
    *,
    form_id: str = "bacau_winter",
    version: str = "1",
    date: str = "seen_on",
    professions: str = "",
    villages: str = "name,label\nspria,Spria\n",
) -> str:
    (folder / "villages.csv").write_text(villages, encoding="utf-8")
    path = folder / "winter.md"
    said = SURVEY.format(form_id=form_id, version=version, date=date, professions=professions)
    path.write_text(said, encoding="utf-8")
    return str(path)


def test_a_list_of_that_name_beside_the_form_does_not_take_the_place_of_the_vaults(tmp_path: Path) -> None:
    path = tmp_path / "road.md"
    path.write_text(
        "| settings | form_id | version |\n| | bacau_road | 1 |\n"
        "| survey | type | name | label |\n| | select_one_from_file places.csv | place | Where |\n",
        encoding="utf-8",
    )
    (tmp_path / "places.csv").write_text("name,label\ntried,Tried out\n", encoding="utf-8")
    prepared, _ = prepare(str(path))
    assert prepared is not None
    one = verified(prepared.signed_by(COUNTY, KEY), COUNTY, PUBLIC)
    asked = one.with_lists(VaultLists(places=(Place("spria", "Spria"),))).instances["places"]
    assert [node.text for node in asked.descendants() if node.name == "label"] == ["Spria"]


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    prepared, problems = prepare(
        written(tmp_path_factory.mktemp("form"), professions="social_worker supervisor")
    )
    assert prepared is not None, problems
    return prepared


@pytest.fixture(scope="module")
def package(form: Prepared) -> Package:
    return form.signed_by(COUNTY, KEY)


def test_a_package_brings_the_form_with_its_lists_and_names(form: Prepared, package: Package) -> None:
    opened = verified(package, COUNTY, PUBLIC)
    assert (opened.id, opened.version, opened.digest) == ("bacau_winter", 1, form.instrument.digest)
    assert opened.title == {"ro": "Pregătiri de iarnă"}
    assert opened.date_question == "seen_on"
    assert form.professions == ("social_worker", "supervisor")
    assert "villages" in opened.form.instances


def test_the_same_file_gives_the_same_digest_and_another_list_another(form: Prepared, tmp_path: Path) -> None:
    again, _ = prepare(written(tmp_path))
    other, _ = prepare(written(tmp_path, villages="name,label\nspria,Spria\ncalini,Călini\n"))
    assert again is not None
    assert other is not None
    assert again.instrument.digest == form.instrument.digest != other.instrument.digest


@pytest.mark.parametrize(
    ("changed", "place", "message"),
    [
        ({"version": "1a"}, ("settings", 2, "version"), "no whole number"),
        ({"form_id": "vatra_home_visit"}, ("settings", 2, "form_id"), "cannot be called"),
        ({"date": "seen"}, ("settings", 2, "vatra:date"), "there is no question seen"),
        ({"professions": "social_wroker"}, ("settings", 2, "vatra:professions"), "is no profession"),
        ({"villages": "name,label\n"}, ("survey", 5, "type"), "no choices"),
    ],
)
def test_what_cannot_be_published_is_told_with_its_place(
    tmp_path: Path, changed: dict[str, str], place: tuple[str, int, str], message: str
) -> None:
    prepared, problems = prepare(written(tmp_path, **changed))
    assert prepared is None
    told = [one for one in problems if message in one.message]
    assert [(one.sheet, one.row, one.column) for one in told] == [place]


def changed_manifest(package: Package, **fields: object) -> Package:
    manifest = msgspec.structs.replace(msgspec.msgpack.decode(package.manifest, type=Manifest), **fields)
    exact = msgspec.msgpack.encode(manifest)
    return Package(exact, KEY.sign(b"vatra/form/1\0" + exact), package.content)


def test_a_package_that_was_changed_or_is_too_new_is_refused(package: Package) -> None:
    flipped = bytes([package.content[40] ^ 1])
    broken = {
        "signature": [
            Package(package.manifest + b"\0", package.signature, package.content),
            Package(package.manifest, bytes(64), package.content),
            Package(package.manifest, b"", package.content),
            changed_manifest(package, county=b"d" * 16),
        ],
        "damaged": [
            Package(package.manifest, package.signature, package.content[:-1]),
            Package(package.manifest, package.signature, b""),
            Package(
                package.manifest, package.signature, package.content[:40] + flipped + package.content[41:]
            ),
            changed_manifest(package, digest="0" * 64),
        ],
        "too_new": [changed_manifest(package, needs=NEEDS + 1)],
    }
    for why, packages in broken.items():
        for one in packages:
            with pytest.raises(PublishedFormUnusable) as refused:
                verified(one, COUNTY, PUBLIC)
            assert refused.value.facts["why"] == why
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    with pytest.raises(PublishedFormUnusable):
        verified(package, COUNTY, other)


def test_a_check_counts_only_under_the_countys_signature() -> None:
    check = Check(
        county=COUNTY, form_id="a", version=1, digest="0", by="Vera", on="2026-11-20", source="HG 691/2015"
    )
    statement, signature = sign_check(check, KEY)
    assert read_check(statement, signature, COUNTY, PUBLIC) == check
    assert read_check(statement, signature, b"d" * 16, PUBLIC) is None
    assert read_check(statement.replace(b"Vera", b"Anca"), signature, COUNTY, PUBLIC) is None
    # A signature over a form says nothing of a check.
    assert read_check(statement, KEY.sign(b"vatra/form/1\0" + statement), COUNTY, PUBLIC) is None
