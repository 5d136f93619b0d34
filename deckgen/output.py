"""Files that are written: whole, or not at all."""

import os
import tempfile
from pathlib import Path


class Unusable(Exception):  # noqa: N818
    """A file or folder that cannot be read or written; its text says which, and why."""

    @classmethod
    def of(cls, path: Path, done: str, error: OSError) -> "Unusable":
        """Return that ``path`` cannot be ``done``, such as written, for the reason that the system gives."""
        return cls(f"{path}: cannot be {done}: {(error.strerror or str(error)).lower()}")


def replace(output: Path, data: bytes) -> None:
    """Write ``data`` beside ``output`` and move it into place, so that there is always a whole file there.

    Raises ``Unusable`` if the folder or the file cannot be written.
    """
    temporary = None
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{output.name}.", suffix=".part", dir=output.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(output)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise Unusable.of(output, "written", error) from error
