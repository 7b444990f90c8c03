"""Forms of the county on this laptop: what it says of them, and the packages that proved to be its own.

What the county says arrives as records like everything else, and changes with its log. A package is put into a table of its own
once it was verified, and stays there for ever: unfinished and sealed answers are on it, whatever becomes of the county's log.
"""

from collections.abc import Iterator

import msgspec

from app.domain.records import CountyForm
from app.forms.package import Package
from storage.compartment import Compartment
from sync.core.merge import shown_groups


class KeptForm(msgspec.Struct, frozen=True):
    """A verified form, without its content."""

    digest: str
    form_id: str
    version: int
    manifest: bytes


def content_that_came(team: Compartment, form: CountyForm) -> bytes | None:
    """The content of a published form, put together; None while a piece of it has not arrived."""
    pieces: list[bytes] = []
    for piece in form.pieces:
        state = team.state(piece)
        content = shown_groups(state).get("piece", {}).get("content") if state is not None else None
        if not isinstance(content, bytes):
            return None
        pieces.append(content)
    return b"".join(pieces)


def keep_form(team: Compartment, form: KeptForm, package: Package) -> None:
    """Keep a verified package for ever; inside ``writing`` only."""
    team.connection.execute(
        "INSERT OR IGNORE INTO form (digest, form_id, version, manifest, signature, content) VALUES (?, ?, ?, ?, ?, ?)",
        (form.digest, form.form_id, form.version, package.manifest, package.signature, package.content),
    )


def kept_forms(team: Compartment) -> Iterator[KeptForm]:
    """Every verified form, old versions included."""
    rows = team.connection.execute(
        "SELECT digest, form_id, version, manifest FROM form ORDER BY form_id, version"
    )
    for digest, form_id, version, manifest in rows.fetchall():
        yield KeptForm(str(digest), str(form_id), int(version), bytes(manifest))


def package_of(team: Compartment, digest: str) -> Package | None:
    """The package of a form, None when it is not here."""
    row = team.connection.execute(
        "SELECT manifest, signature, content FROM form WHERE digest = ?", (digest,)
    ).fetchone()
    return Package(bytes(row[0]), bytes(row[1]), bytes(row[2])) if row else None
