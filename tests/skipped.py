"""Where CI is set, a test that is skipped fails the run: what CI does not see, nobody sees."""

import os

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run and say what was skipped, and why; the processes that pytest starts itself report to the first."""
    terminal: pytest.TerminalReporter | None = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = terminal.stats.get("skipped", []) if terminal else []
    if terminal is None or not skipped or not os.environ.get("CI"):
        return
    terminal.section("skipped, and CI skips nothing")
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        terminal.line(f"{report.nodeid}: {reason.removeprefix('Skipped: ')}", red=True)
    if session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
