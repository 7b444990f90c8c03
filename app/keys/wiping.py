"""Keys in memory do not outlive their use: they lie in byte arrays, which are overwritten."""


def wipe(*secrets: bytearray) -> None:
    """Overwrite them with zeros, in place."""
    for secret in secrets:
        secret[:] = bytes(len(secret))
