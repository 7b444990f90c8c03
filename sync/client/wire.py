"""Connections that another thread can end within moments: while a name is looked up, while connecting, in the handshake,
in a request that hangs.

A ``Wire`` belongs to one line. ``hang_up`` is for good and is what a worker's cancel does; ``limit`` gives one request a
longest time, because an answer that comes byte by byte keeps every other timeout waiting.
"""

import contextlib
import os
import queue
import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

LOOK_EVERY_S = 0.1
"""So soon a waiting thread sees that it was ended, where it cannot be woken."""
LONGEST_CONNECT_S = 15.0
READ_TIMEOUT_S = 60.0
"""Longest silence."""
Address = tuple[socket.AddressFamily, socket.SocketKind, int, str, Any]


class Stop:
    """Said once, by any thread: leave off now."""

    def __init__(self) -> None:
        self._said = threading.Event()
        self._lock = threading.Lock()
        self._ends: list[Callable[[], None]] = []

    def say(self) -> None:
        """Whoever is ``ending`` is told before this returns."""
        with self._lock:
            self._said.set()
            ends = tuple(self._ends)
        for end in ends:
            end()

    @property
    def is_said(self) -> bool:
        return self._said.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether it was said within so many seconds."""
        return self._said.wait(seconds)

    @contextlib.contextmanager
    def ending(self, end: Callable[[], None]) -> Iterator[None]:
        """Inside, ``end`` is called when it is said; at once, when it was said before."""
        with self._lock:
            self._ends.append(end)
        try:
            if self.is_said:
                end()
            yield
        finally:
            with self._lock:
                self._ends.remove(end)


class HungUp(OSError):
    """This side ended the connection."""


class Wire:
    """The open sockets of one line."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._handles: set[socket.socket] = set()
        self._ended = threading.Event()
        self._for_good = False
        self.too_slow = False
        """Whether the last request was ended because it took longer than its limit."""

    def hang_up(self) -> None:
        """End what is under way and whatever would come; from any thread."""
        with self._lock:
            self._for_good = True
        self._end()

    @property
    def ended(self) -> bool:
        return self._ended.is_set()

    @contextlib.contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """One request; ended when it takes longer."""
        with self._lock:
            self.too_slow = False
            if not self._for_good:
                self._ended.clear()
        clock = threading.Timer(seconds, self._too_slow)
        clock.daemon = True
        clock.start()
        try:
            yield
        finally:
            clock.cancel()

    def open(self, host: str, port: int, timeout_s: float) -> socket.socket:
        """A connected socket. OSError, ``socket.gaierror`` among them; TimeoutError; HungUp."""
        until = time.monotonic() + timeout_s
        problem: OSError = OSError("no address")
        for address in self._look_up(host, port, until):
            try:
                return self._connect(address, until)
            except HungUp:
                raise
            except OSError as refused:
                problem = refused
        raise problem

    def hold(self, connected: socket.socket) -> socket.socket:
        """Let ``connected`` be ended from outside; the handle is for ``release``."""
        # A second name of the socket: TLS takes the first one away from whoever opened it.
        handle = connected.dup()
        with self._lock:
            self._handles.add(handle)
        if self.ended:
            _shut(handle)
        return handle

    def release(self, handle: socket.socket) -> None:
        """The connection is closed; nothing of it is left to end."""
        with self._lock:
            self._handles.discard(handle)
        handle.close()

    def _too_slow(self) -> None:
        self.too_slow = True
        self._end()

    def _end(self) -> None:
        self._ended.set()
        with self._lock:
            for handle in self._handles:
                _shut(handle)

    def _look_up(self, host: str, port: int, until: float) -> Sequence[Address]:
        """The addresses of a name. The system's own look-up cannot be ended; a thread of its own is left behind with it."""
        answers: queue.SimpleQueue[Sequence[Address] | OSError] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
            except (OSError, UnicodeError) as problem:
                answers.put(problem if isinstance(problem, OSError) else socket.gaierror(str(problem)))

        threading.Thread(target=ask, name="look-up", daemon=True).start()
        while True:
            self._check(until)
            try:
                found = answers.get(timeout=LOOK_EVERY_S)
            except queue.Empty:
                continue
            if isinstance(found, OSError):
                raise found
            return found

    def _connect(self, address: Address, until: float) -> socket.socket:
        family, kind, protocol, _, place = address
        opened = socket.socket(family, kind, protocol)
        try:
            opened.setblocking(False)
            if opened.connect_ex(place) != 0:
                self._wait_for(opened, until)
        except BaseException:
            opened.close()
            raise
        opened.setblocking(True)
        return opened

    def _wait_for(self, connecting: socket.socket, until: float) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(connecting, selectors.EVENT_WRITE)
            while not selector.select(LOOK_EVERY_S):
                self._check(until)
        if problem := connecting.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            raise OSError(problem, os.strerror(problem))

    def _check(self, until: float) -> None:
        if self.ended:
            raise HungUp
        if time.monotonic() >= until:
            raise TimeoutError


def _shut(handle: socket.socket) -> None:
    """Wakes whoever reads or writes here; the connection may have ended by itself."""
    with contextlib.suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)


class WiredConnection(HTTPSConnection):
    """A connection of urllib3 whose socket is opened and held by a ``Wire``."""

    def __init__(self, *args: Any, wire: Wire, **options: Any) -> None:
        super().__init__(*args, **options)
        self._wire = wire
        self._handle: socket.socket | None = None

    def _new_conn(self) -> socket.socket:
        timeout_s = self.timeout if isinstance(self.timeout, (int, float)) else LONGEST_CONNECT_S
        try:
            opened = self._wire.open(self._dns_host, self.port, timeout_s)
        except socket.gaierror as problem:
            raise NameResolutionError(self.host, self, problem) from problem
        except TimeoutError as problem:
            raise ConnectTimeoutError(self, "connect") from problem
        except OSError as problem:
            raise NewConnectionError(self, "connect") from problem
        opened.settimeout(timeout_s)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._handle = self._wire.hold(opened)
        return opened

    def close(self) -> None:
        super().close()
        handle, self._handle = self._handle, None
        if handle is not None:
            self._wire.release(handle)


def pool_class(wire: Wire) -> type[HTTPConnectionPool]:
    """The class of urllib3's pools whose connections are on this wire."""

    class WiredPool(HTTPSConnectionPool):
        ConnectionCls = partial(WiredConnection, wire=wire)  # type: ignore[assignment]

    return WiredPool
