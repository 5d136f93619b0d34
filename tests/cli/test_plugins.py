"""The command keeps pydantic from looking for plugins, and from importing what it would look with."""

import subprocess
import sys
from pathlib import Path

DECK = "title: A deck\nslides: [{title: One, text: A text}]\n"


def _run(code: str, *given: str) -> str:
    return subprocess.run([sys.executable, "-c", code, *given], capture_output=True, text=True, check=True).stdout


def test_a_check_imports_nothing_to_look_for_plugins(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(DECK)
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('pydantic' in sys.modules, {'email', 'socket'} & set(sys.modules)))\n"
        "from deckgen.__main__ import main\nmain()\n"
    )
    assert _run(code, "check", str(tmp_path / "deck.yaml")).splitlines()[-1] == "True set()"


def test_who_asks_for_anything_else_gets_pydantics_own() -> None:
    code = (
        "import sys\nfrom deckgen.__main__ import _PLUGINS, _NoPlugins\n"
        "sys.modules[_PLUGINS] = stand_in = _NoPlugins(_PLUGINS)\n"
        "from pydantic.plugin._loader import get_plugins\nprint(get_plugins())\n"
        "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP\nprint(PYDANTIC_ENTRY_POINT_GROUP)\n"
        "print(sys.modules[_PLUGINS] is not stand_in)\n"
    )
    assert _run(code).split("\n")[:3] == ["()", "pydantic", "True"]
