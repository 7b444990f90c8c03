"""The rules of the house that no linter knows, held over every file git would keep.

Each rule is a function from a file's path and text to what is wrong in it. Each brings an example that breaks it
and one that comes close but does not: a rule that cannot fail would be no rule. The examples are spelled so that
this file does not break the rules it states.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {"app", "ui", "storage", "sync", "resources"}
SHIPPED = PACKAGES | {"installer"}

Findings = Iterator[str]


@dataclass(frozen=True)
class Example:
    path: str
    text: str


@dataclass(frozen=True)
class Rule:
    findings: Callable[[PurePosixPath, str], Findings]
    broken: Example
    kept: Example

    @property
    def name(self) -> str:
        return self.findings.__name__


def _calls(text: str) -> Iterator[tuple[str, ast.Call]]:
    """Each call of a Python text with the dotted name of what is called."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def _imports(text: str) -> Iterator[tuple[str, str]]:
    """Each import of a Python text: its full dotted name and the name it gets in the module."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, alias.asname or alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", alias.asname or alias.name) for alias in node.names)


def _is_shipped_python(path: PurePosixPath) -> bool:
    return path.suffix == ".py" and path.parts[0] in SHIPPED


def names_say_what_a_module_is(path: PurePosixPath, text: str) -> Findings:
    vague = {"util", "utils", "helper", "helpers", "misc", "common", "manager", "managers"}
    if path.parts[0] in SHIPPED | {"tests"}:
        for part in (*path.parts[:-1], path.stem):
            if vague & set(re.split(r"[_.-]", part.lower())):
                yield f"{part!r} says nothing about what is in it"


def modules_say_what_they_are_for(path: PurePosixPath, text: str) -> Findings:
    if not (path.suffix == ".py" and path.parts[0] in SHIPPED | {"tests"}):
        return
    docstring = ast.get_docstring(ast.parse(text)) or ""
    needed = 8 if path.name == "__init__.py" else 5  # words; a package's docstring is its architecture note
    if len(docstring.split()) < needed:
        yield f"the docstring has fewer than {needed} words"


def colours_live_in_the_tokens(path: PurePosixPath, text: str) -> Findings:
    if path.parts[0] not in SHIPPED or path == PurePosixPath("resources/styles/tokens.json"):
        return
    if path.suffix == ".py":
        texts = [node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)]
    elif path.suffix in {".qss", ".css", ".svg", ".html", ".json", ".ui"}:
        texts = [text]
    else:
        return
    colour = re.compile(r"(?<![&\w])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?!\w)")
    for piece in texts:
        if isinstance(piece, str):
            yield from (f"the colour {found}" for found in colour.findall(piece))


def presenters_know_no_widgets(path: PurePosixPath, text: str) -> Findings:
    if path.name == "presenter.py":
        for imported, _ in _imports(text):
            if imported.startswith(("PySide6.QtWidgets", "PySide6.QtGui")):
                yield f"imports {imported}"


def only_the_openings_open_a_database(path: PurePosixPath, text: str) -> Findings:
    allowed = {PurePosixPath("storage/opening.py"), PurePosixPath("sync/server/store.py")}
    if not _is_shipped_python(path) or path in allowed:
        return
    ours = {name: imported for imported, name in _imports(text) if imported.partition(".")[0] == "sqlcipher3"}
    yield from (f"imports {imported}" for imported in ours.values() if imported.endswith(".connect"))
    for called, _ in _calls(text):
        if called.partition(".")[0] in ours and called.endswith(".connect"):
            yield f"calls {called}"


UNVERIFIED = PurePosixPath("sync/client/card.py")
"""Fetches the card that says what to verify; what it brings is believed for its fingerprint alone."""


def tls_is_always_verified(path: PurePosixPath, text: str) -> Findings:
    if path.suffix == ".py" and path.parts[0] in SHIPPED and path != UNVERIFIED:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.keyword) and node.arg == "verify" and _is_false(node.value):
                yield "verify=False"
            if isinstance(node, ast.Assign) and _is_false(node.value):
                for target in node.targets:
                    if isinstance(target, ast.Attribute) and target.attr in {"verify", "check_hostname"}:
                        yield f"{ast.unparse(target)} = False"


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def nothing_unpickles_or_evaluates(path: PurePosixPath, text: str) -> Findings:
    if not _is_shipped_python(path):
        return
    for imported, _ in _imports(text):
        if imported.partition(".")[0] in {"pickle", "shelve", "marshal", "dill"}:
            yield f"imports {imported}"
    for called, call in _calls(text):
        if called in {"eval", "exec", "compile", "os.system", "os.popen"}:
            yield f"calls {called}"
        if any(keyword.arg == "shell" and not _is_false(keyword.value) for keyword in call.keywords):
            yield f"{called} runs a shell"


def no_file_names_a_package_host(path: PurePosixPath, text: str) -> Findings:
    host = re.compile(
        r"pypi\.(?:org|io)|pythonhosted\.|deb\.debian\.|snapshot\.debian\.|--(?:extra-)?index-url|--find[-]links",
        re.I,
    )
    yield from (f"names {found}" for found in host.findall(text))


def no_file_names_a_home_folder(path: PurePosixPath, text: str) -> Findings:
    yield from (f"names {found}" for found in re.findall(r"/(?:home|Users)/\w+/", text))


RULES = [
    Rule(
        names_say_what_a_module_is,
        broken=Example("app/services/visit_utils.py", ""),
        kept=Example("app/services/utilities_bill.py", ""),
    ),
    Rule(
        modules_say_what_they_are_for,
        broken=Example("storage/__init__.py", '"""The storage package."""'),
        kept=Example("storage/outbox.py", '"""What this laptop still owes the county."""'),
    ),
    Rule(
        colours_live_in_the_tokens,
        broken=Example("ui/theme.py", "BACKGROUND = '#1a2b" + "3c'"),
        kept=Example("ui/theme.py", "NBSP = '&#160;'  # and issue #4 is a comment"),
    ),
    Rule(
        presenters_know_no_widgets,
        broken=Example("ui/screens/today/presenter.py", "from PySide6.QtWidgets import QLabel"),
        kept=Example("ui/screens/today/presenter.py", "from PySide6.QtCore import QObject"),
    ),
    Rule(
        only_the_openings_open_a_database,
        broken=Example("storage/backup.py", "from sqlcipher3 import dbapi2\ndbapi2.connect('vault')"),
        kept=Example("storage/opening.py", "import sqlcipher3\nsqlcipher3.connect('vault')"),
    ),
    Rule(
        tls_is_always_verified,
        broken=Example("sync/client/transport.py", "session.verify = False"),
        kept=Example("sync/client/transport.py", "session.verify = str(pinned)"),
    ),
    Rule(
        nothing_unpickles_or_evaluates,
        broken=Example("app/forms/model.py", "value = eval(expression)"),
        kept=Example("app/forms/model.py", "value = self.evaluate(expression)"),
    ),
    Rule(
        no_file_names_a_package_host,
        broken=Example("installer/lock/all.txt", "--index" + "-url https://packages.example/simple"),
        kept=Example("README.md", "The packages come from where pip is told to look."),
    ),
    Rule(
        no_file_names_a_home_folder,
        broken=Example("installer/dev.py", "WHEELS = '/home/" + "ana/wheels'"),
        kept=Example("installer/dev.py", "WHEELS = Path.home() / 'wheels'"),
    ),
]


def _files_of_the_house() -> Iterator[tuple[PurePosixPath, str]]:
    """Every text file that is or would be committed. A file that is no UTF-8 is a picture or the like."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            try:
                yield PurePosixPath(name), (ROOT / name).read_text("utf-8")
            except UnicodeDecodeError:
                continue


@pytest.fixture(scope="module")
def house() -> list[tuple[PurePosixPath, str]]:
    files = list(_files_of_the_house())
    assert {PurePosixPath("pyproject.toml"), PurePosixPath("installer/dev.py")} <= {path for path, _ in files}
    return files


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_house_keeps(rule: Rule, house: list[tuple[PurePosixPath, str]]) -> None:
    found = [f"{path}: {finding}" for path, text in house for finding in rule.findings(path, text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_can_fail(rule: Rule) -> None:
    assert list(rule.findings(PurePosixPath(rule.broken.path), rule.broken.text))
    assert not list(rule.findings(PurePosixPath(rule.kept.path), rule.kept.text))
