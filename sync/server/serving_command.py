"""The command ``vatra-county serve``: the only one that brings the web server along."""

import argparse

from sync.server import serving
from sync.server.command_line import CannotDo, Commands, county_store
from sync.server.folder import CountyFolder
from sync.server.observing import log_to_stderr

DEFAULT_PORT = 8443


def add_commands(commands: Commands) -> None:
    """Add what this module can do to the command line."""
    serve = commands.add_parser("serve")
    serve.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: this machine only)"
    )
    serve.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 takes a free one")
    serve.add_argument("--workers", type=int, default=1, help="processes (default: 1)")
    serve.add_argument(
        "--metrics",
        type=int,
        metavar="PORT",
        help="OpenMetrics on loopback; each process takes the next free port",
    )
    serve.add_argument("--log-requests", action="store_true", help="a line of JSON for each answer on stderr")
    serve.set_defaults(command=_serve)


def _serve(asked: argparse.Namespace) -> None:
    folder = CountyFolder(asked.data)
    with county_store(asked) as store:
        try:
            opened = serving.listen(asked.host, asked.port)
        except OSError as problem:
            raise CannotDo(f"Cannot listen on {asked.host}:{asked.port}: {problem.strerror}.") from None
        with opened:
            if asked.workers > 1:
                store.close()  # each process opens its own
                serving.serve_with_processes(
                    folder,
                    asked.database,
                    opened,
                    asked.workers,
                    _say_ready,
                    metrics_port=asked.metrics,
                    log_requests=asked.log_requests,
                )
            else:
                log_to_stderr(requests=asked.log_requests)
                server = serving.make_server(folder, store, opened, _say_ready, asked.metrics)
                serving.serve_here(server, opened)


def _say_ready(address: str) -> None:
    print(f"listening on {address}", flush=True)
