"""The only door to the files shipped with Vatra: country packs, translations, icons, styles, help, caseloads.

Paths are relative to this package, with forward slashes ("countries/ro/country.toml"). It works the same from a
source tree, an installed program and a zipped wheel. A missing file is our own mistake, never the user's: it
raises FileNotFoundError and is not translated.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource_bytes(path: str) -> bytes:
    return _resource(path).read_bytes()


def resource_text(path: str) -> str:
    return _resource(path).read_text(encoding="utf-8")


def resource_names(folder: str) -> tuple[str, ...]:
    """Names of the files and folders directly inside `folder`, sorted; nothing that starts with a dot or `__`."""
    names = (entry.name for entry in _resource(folder).iterdir())
    return tuple(sorted(name for name in names if not name.startswith((".", "__"))))


def _resource(path: str) -> Traversable:
    parts = path.split("/")
    if not path or any(part in {"", ".", ".."} for part in parts):
        raise ValueError(f"not a resource path: {path!r}")
    return files("resources").joinpath(*parts)
