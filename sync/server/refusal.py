"""How the county says no: an HTTP status and a code for ``ui/messages``, never more.

Whoever raises ``Refused`` has stored nothing: the transaction around it is rolled back.
"""


class Refused(Exception):
    """A request that is not answered; nothing of it was kept."""

    def __init__(self, status: int, code: str, nonce: str | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.nonce = nonce
        """What the laptop shall sign next, where it needs another one."""
