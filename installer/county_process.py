"""A county server as an office would run it: the command ``vatra-county`` in a process of its own.

Used by the demo and its day; everything goes through the command line, so what is shown is what an office has.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

START_S = 60
STOP_S = 20


class CountyProcess:
    """One county in ``folder`` on loopback; ``start`` and ``stop`` are the network being there or not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self._server: subprocess.Popen[str] | None = None

    @property
    def card(self) -> Path:
        return self.folder / "county-card.vatra"

    def found(self, name: str, country: str, commune: str, commune_name: str) -> None:
        """Make the county with one commune."""
        self._run("init", "--name", name, "--country", country, "--url", f"https://127.0.0.1:{self.port}")
        self._run("commune", "add", commune, commune_name)

    def code(self, commune: str, worker: str, profession: str) -> str:
        """A one-time code for a worker's laptop."""
        said = self._run(
            "enrol", "--commune", commune, "--worker", worker, "--profession", profession, "--json"
        )
        return str(json.loads(said)["code"])

    def status(self) -> dict[str, Any]:
        """What ``vatra-county status --json`` says."""
        said: dict[str, Any] = json.loads(self._run("status", "--json"))
        return said

    def export(self, path: Path) -> None:
        """The consolidated table: aggregates per commune, no names."""
        self._run("export", "--out", str(path))

    def start(self) -> None:
        """Serve until ``stop``; returns when the county answers. RuntimeError with its last words when it does not."""
        self._server = subprocess.Popen(
            [*self._command(), "serve", "--port", str(self.port)],
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

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [*self._command(), *arguments], capture_output=True, text=True, timeout=START_S, check=False
        )
        if done.returncode:
            raise RuntimeError(f"vatra-county {arguments[0]}: {done.stderr.strip()}")
        return done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
