"""Makes a file that fails as small as it can be and still fail."""

from collections.abc import Callable

MOST_TRIALS = 150


def smaller(raw: bytes, fails: Callable[[bytes], object]) -> bytes:
    """Return ``raw`` without the lines, and then the stretches of characters, that it fails without just as well."""
    tries = 0

    def still(parts: list[bytes]) -> bool:
        nonlocal tries
        tries += 1
        return tries <= MOST_TRIALS and bool(fails(b"".join(parts)))

    parts = raw.splitlines(keepends=True)
    for _ in range(2):
        size = max(1, len(parts) // 2)
        while size:
            at = 0
            while at < len(parts):
                fewer = parts[:at] + parts[at + size :]
                if still(fewer):
                    parts = fewer
                else:
                    at += size
            size //= 2
    return b"".join(parts)
