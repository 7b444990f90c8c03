"""Running the county's server: uvicorn over TLS 1.2 or newer, on a socket that is open before anything is promised."""

import logging
import os
import signal
import socket
import ssl
import time
from collections.abc import Callable

import uvicorn
from uvicorn.supervisors import Multiprocess

from app.keys.card import card_file
from sync.server import folder as names
from sync.server.asgi import DATA_VARIABLE, DATABASE_VARIABLE, LOG_VARIABLE, METRICS_VARIABLE, observed
from sync.server.exchange import CountyOffice
from sync.server.folder import CountyFolder
from sync.server.store import Store

GRACE_S = 10
"""How long answers that are being written may still take when the server ends."""
PATIENCE_S = 60
"""How long a process may take to begin, or be silent: on a busy machine the usual five seconds end it again and again."""
Ready = Callable[[str], None]
"""Called once with ``https://HOST:PORT`` when requests are answered."""


class CountyServer(uvicorn.Server):
    """A server that says when it is ready, and ends when it is told to."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # A laptop that waits between two requests would not answer TLS's goodbye, and hold up the end.
        for connection in list(self.server_state.connections):
            cycle = getattr(connection, "cycle", None)
            if cycle is None or cycle.response_complete:
                connection.transport.abort()
        await super().shutdown(sockets)


def listen(host: str, port: int) -> socket.socket:
    """An open socket; port 0 takes a free one. OSError when the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's waiting off only for sockets that say they are TCP; it would cost 40 ms per answer.
    opened = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
    except OSError:
        opened.close()
        raise
    opened.set_inheritable(True)
    return opened


def address_of(opened: socket.socket) -> str:
    host, port = opened.getsockname()[:2]
    return f"https://[{host}]:{port}" if ":" in host else f"https://{host}:{port}"


def make_server(
    folder: CountyFolder,
    store: Store,
    opened: socket.socket,
    ready: Ready,
    metrics_port: int | None = None,
) -> CountyServer:
    """A server for this process; ``run(sockets=[opened])`` it, set ``should_exit`` to end it."""
    office = CountyOffice(
        store, now=lambda: int(time.time()), card=card_file(folder.card()), sign=folder.sign_key().sign
    )
    app = observed(office, metrics_port)
    return CountyServer(_config(folder, app), lambda: ready(address_of(opened)))


def serve_here(server: CountyServer, opened: socket.socket) -> None:
    """Run a server in this process until a signal ends it; one that ended as it was told to is no failure."""
    signal.signal(signal.SIGTERM, lambda _number, _frame: None)  # uvicorn raises it once more when it is done
    server.run(sockets=[opened])


def serve_with_processes(
    folder: CountyFolder,
    database: str | None,
    opened: socket.socket,
    processes: int,
    ready: Ready,
    *,
    metrics_port: int | None = None,
    log_requests: bool = False,
) -> None:
    """Several processes on one socket, until a signal ends them; they keep no state, so nothing else is needed."""
    os.environ[DATA_VARIABLE] = str(folder.path.resolve())
    if database:
        os.environ[DATABASE_VARIABLE] = database
    if metrics_port is not None:
        os.environ[METRICS_VARIABLE] = str(metrics_port)
    if log_requests:
        os.environ[LOG_VARIABLE] = "1"
    config = _config(folder, "sync.server.asgi:from_environment", factory=True, workers=processes)
    opened.listen()
    ready(address_of(opened))
    Multiprocess(config, sockets=[opened]).run()


def _config(folder: CountyFolder, app: object, *, factory: bool = False, workers: int = 1) -> uvicorn.Config:
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        factory=factory,
        workers=workers,
        log_config=None,
        log_level="warning",
        access_log=False,
        http="h11",
        lifespan="off",
        ws="none",
        server_header=False,
        ssl_keyfile=str(folder.of(names.SERVER_KEY)),
        ssl_certfile=str(folder.of(names.SERVER)),
        ssl_context_factory=_tls,
        timeout_graceful_shutdown=GRACE_S,
        timeout_worker_healthcheck=PATIENCE_S,
    )


def _tls(_config: uvicorn.Config, usual: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    context = usual()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
