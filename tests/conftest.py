"""What all tests have in common: a cache of their own, the same examples every time, and no skips where CI runs them.

``HYPOTHESIS_PROFILE=search`` looks for new examples, and for more.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from deckgen import pipeline
from tests.skipped import pytest_sessionfinish  # noqa: F401  # a hook

settings.register_profile("steady", max_examples=25, derandomize=True, deadline=None, database=None)
settings.register_profile("search", max_examples=200, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "DECKGEN_CACHE", str(folder))
        yield folder


@pytest.fixture(autouse=True)
def broken_checks_break_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what a check raises be raised: users are told that it broke, and tests should fail."""
    monkeypatch.setattr(pipeline, "found_by", lambda check, checked: check.find(checked))
