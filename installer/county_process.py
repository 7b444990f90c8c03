"""A county as an office has it: the server is ``vatra-county serve`` in a process of its own, and all that the office does goes
through the entry point of ``vatra-county``, called here: so what is shown is what an office has. Used by the demo.
"""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from sync.server import cli

STOP_S = 20


class CountyProcess:
    """One county in ``folder`` on loopback; ``start`` and ``stop`` are the network being there or not."""

    def __init__(self, folder: Path, port: int | None = None) -> None:
        self.folder = folder
        self.port = port or _free_port()
        self._server: subprocess.Popen[str] | None = None

    @property
    def card(self) -> Path:
        return self.folder / "county-card.vatra"

    def found(self, name: str, country: str, communes: Mapping[str, str]) -> None:
        """Make the county with these communes, code -> name."""
        self.office("init", "--name", name, "--country", country, "--url", f"https://127.0.0.1:{self.port}")
        for code, commune in communes.items():
            self.office("commune", "add", code, commune)

    def copied(self, folder: Path) -> CountyProcess:
        """The same county with a copy of its folder, at the same address. It must not serve, and only one of both may."""
        shutil.copytree(self.folder, folder)
        return CountyProcess(folder, self.port)

    def code(self, commune: str, worker: str, profession: str) -> str:
        """A one-time code for a worker's laptop."""
        said = self.office(
            "enrol", "--commune", commune, "--worker", worker, "--profession", profession, "--json"
        )
        return str(json.loads(said)["code"])

    def start(self) -> None:
        """Serve until ``stop``; returns when the county answers. RuntimeError with its last words when it does not."""
        self._server = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "sync.server.cli",
                "--data",
                str(self.folder),
                "serve",
                "--port",
                str(self.port),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._server.stdout is not None
        if "listening" not in self._server.stdout.readline():
            _, last_words = self._server.communicate(timeout=STOP_S)
            self._server = None
            raise RuntimeError(f"the county server did not start: {last_words}")

    def stop(self) -> None:
        """Take the county off the network."""
        if self._server is None:
            return
        self._server.terminate()
        try:
            self._server.communicate(timeout=STOP_S)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.communicate()
        self._server = None

    def _command(self) -> list[str]:
        return [sys.executable, "-m", "sync.server.cli", "--data", str(self.folder)]

    def office(self, *arguments: str) -> str:
        """What ``vatra-county`` answers to a command. RuntimeError with its sentence when it cannot be done."""
        said, sorry = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(sorry):
            code = cli.main(["--data", str(self.folder), *arguments])
        if code:
            raise RuntimeError(f"vatra-county {arguments[0]}: {sorry.getvalue().strip()}")
        return said.getvalue()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
