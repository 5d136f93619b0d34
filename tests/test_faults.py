"""Whatever ends a build, the deck that was there is whole, and nothing is left beside it."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from deckgen import output, pipeline
from deckgen.cli import main
from deckgen.source import image_files
from tests.builders import ROOT
from tests.kill import killed
from tests.source.images import png

DECK = "title: A deck\nslides:\n  - {title: T, text: x}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deck.yaml").write_text(DECK)
    (tmp_path / "output").mkdir()
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def started(*arguments: str, **options: object) -> "subprocess.Popen[str]":
    """Return a process of deckgen."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | options.pop("env", {})  # type: ignore[operator]
    command = [sys.executable, "-m", "deckgen", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen(command, env=environment, text=True, **({"encoding": "utf-8"} | pipes))  # type: ignore[call-overload, no-any-return]


def ended(*arguments: str, **options: object) -> tuple[int, str, str]:
    """Return the exit code of deckgen, and what it printed."""
    process = started(*arguments, **options)
    out, err = process.communicate(timeout=100)
    return process.returncode, out or "", err or ""


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "output").iterdir())


STEPS = {
    "begun": "output._begun = after(output._begun)",
    "written": "output.os.fsync = before(output.os.fsync)",
    "on the disk": "output.os.fsync = after(output.os.fsync)",
    "about to be moved": "Path.replace = before(Path.replace)",
    "moved": "Path.replace = after(Path.replace)",
}


@pytest.mark.parametrize("step", STEPS)
def test_a_write_that_is_killed_leaves_the_old_or_the_new_file_and_the_next_takes_away_what_it_left(
    step: str, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")
    code = f"""
import os, signal
from pathlib import Path
from deckgen import output
def die(): os.kill(os.getpid(), signal.SIGKILL)
def before(of): return lambda *a: die()
def after(of): return lambda *a: (of(*a), die())
{STEPS[step]}
output.replace(Path({str(path)!r}), b"new" * 100_000)
"""
    process = subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
    assert process.returncode == -signal.SIGKILL
    assert path.read_bytes() == (b"new" * 100_000 if step == "moved" else b"old")
    assert len([*tmp_path.iterdir()]) == (1 if step == "moved" else 2)
    output.replace(path, b"newest")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("deck.pptx", b"newest")]


def test_what_others_write_at_this_moment_is_left_to_them(tmp_path: Path) -> None:
    part, file = output._begun(tmp_path)
    with file:
        output.replace(tmp_path / "deck.pptx", b"x")
        assert part.exists()
    output.replace(tmp_path / "deck.pptx", b"x")
    assert not part.exists()


def test_files_that_only_look_like_ours_are_left_alone(tmp_path: Path) -> None:
    mark = output._mark()
    (tmp_path / "else").write_text("of an officer")
    (tmp_path / f"{mark}a.part").symlink_to(tmp_path / "else")
    (tmp_path / f"{mark}b.part").mkdir()
    (tmp_path / ".deck.pptx.part").write_text("of another program")
    (tmp_path / ".deckgen-ffffffff-c.part").write_text("of another machine, a moment ago")
    (tmp_path / ".deckgen-ffffffff-d.part").write_text("of another machine, long ago")
    os.utime(tmp_path / ".deckgen-ffffffff-d.part", (1, 1))
    before = {path.name for path in tmp_path.iterdir()}
    output.replace(tmp_path / "deck.pptx", b"x")
    after = {path.name for path in tmp_path.iterdir()}
    assert (before - after, after - before) == ({".deckgen-ffffffff-d.part"}, {"deck.pptx"})
    assert (tmp_path / "else").read_text() == "of an officer"


def test_two_hundred_writes_at_once_leave_one_whole_file_and_none_fails(tmp_path: Path) -> None:
    texts = [bytes([number]) * 50_000 for number in range(8)]
    failed: list[BaseException] = []

    def write(text: bytes) -> None:
        try:
            for _ in range(25):
                output.replace(tmp_path / "deck.pptx", text)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        if (tmp_path / "deck.pptx").exists():
            assert (tmp_path / "deck.pptx").read_bytes() in texts
    assert failed == []
    assert [path.name for path in tmp_path.iterdir()] == ["deck.pptx"]


def test_two_builds_at_once_leave_a_whole_deck(folder: Path) -> None:
    pipeline.build(folder / "deck.yaml", folder / "output")
    whole = (folder / "output" / "deck.pptx").read_bytes()
    builds = [started("build", "deck.yaml", cwd=folder) for _ in range(2)]
    assert [(build.communicate(), build.returncode)[1] for build in builds] == [0, 0]
    assert ((folder / "output" / "deck.pptx").read_bytes(), beside(folder)) == (whole, ["deck.pptx"])


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    ("place", "number", "expected"),
    [
        (
            "os.fsync",
            errno.ENOSPC,
            snapshot(
                "output/deck.pptx: cannot be written: no space left on device (make room on the disk, and try again)\n"
            ),
        ),
        (
            "tempfile.mkstemp",
            errno.EDQUOT,
            snapshot(
                "output/deck.pptx: cannot be written: disk quota exceeded (make room on the disk, and try again)\n"
            ),
        ),
        (
            "tempfile.mkstemp",
            errno.EROFS,
            snapshot(
                "output/deck.pptx: cannot be written: read-only file system (nothing can be written there; choose another folder)\n"
            ),
        ),
        ("os.chmod", errno.EIO, snapshot("output/deck.pptx: cannot be written: input/output error\n")),
        (
            "pathlib.Path.replace",
            errno.EACCES,
            snapshot(
                "output/deck.pptx: cannot be written: permission denied (is it open in another program? close it and build again)\n"
            ),
        ),
        (
            "pathlib.Path.replace",
            errno.EBUSY,
            snapshot(
                "output/deck.pptx: cannot be written: device or resource busy (is it open in another program? close it and build again)\n"
            ),
        ),
        (
            "pathlib.Path.replace",
            errno.EPERM,
            snapshot(
                "output/deck.pptx: cannot be written: operation not permitted (is it open in another program? close it and build again)\n"
            ),
        ),
    ],
)
def test_what_the_system_refuses_is_told_with_what_to_do_and_the_old_deck_stays(
    place: str, number: int, expected: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "output" / "deck.pptx").write_bytes(b"old")
    monkeypatch.setattr(place, failing(number))
    result = run("build", "deck.yaml")
    assert (result.exit_code, result.stderr) == (3, expected)
    monkeypatch.undo()
    assert (beside(folder), (folder / "output" / "deck.pptx").read_bytes()) == (["deck.pptx"], b"old")


def test_a_full_disk_is_told_and_leaves_the_old_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk]
    mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    if not mounted:  # For only root may; then this disk says that it is full.
        monkeypatch.setattr("deckgen.output.os.fsync", failing(errno.ENOSPC))
    try:
        (disk / "deck.pptx").write_bytes(b"old")
        with pytest.raises(output.Unusable) as told:
            output.replace(disk / "deck.pptx", bytes(200_000))
        assert str(told.value).replace(str(tmp_path), "") == snapshot(
            "/disk/deck.pptx: cannot be written: no space left on device (make room on the disk, and try again)"
        )
        assert [(path.name, path.read_bytes()) for path in disk.iterdir()] == [("deck.pptx", b"old")]
    finally:
        if mounted:
            subprocess.run(["umount", disk], check=True)


def test_a_folder_that_may_not_be_written_to_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.mkstemp", failing(errno.EACCES))
    told = [run(*verb).stderr for verb in (("build", "deck.yaml"), ("themes", "show", "osce"), ("new", "deck", "x"))]
    assert "".join(told) == snapshot("""\
output/deck.pptx: cannot be written: permission denied (you may not write there; choose another folder)
output/osce.specimen.pptx: cannot be written: permission denied (you may not write there; choose another folder)
content/x.yaml: cannot be written: permission denied (you may not write there; choose another folder)
""")
    assert beside(folder) == []


def test_a_protected_deck_is_left_as_it_is(folder: Path) -> None:
    (folder / "output" / "deck.pptx").write_bytes(b"old")
    (folder / "output" / "deck.pptx").chmod(0o444)
    assert run("build", "deck.yaml").stderr == snapshot(
        "output/deck.pptx: cannot be written: it is protected from writing (take the protection away, or give the new one another folder)\n"
    )
    assert (folder / "output" / "deck.pptx").read_bytes() == b"old"


def test_a_folder_in_the_place_of_the_deck_is_told(folder: Path) -> None:
    (folder / "output" / "deck.pptx").mkdir()
    assert run("build", "deck.yaml").stderr == snapshot(
        "output/deck.pptx: cannot be written: is a directory (a folder has that name; move it away)\n"
    )
    assert beside(folder) == ["deck.pptx"]


def test_a_name_that_is_too_long_for_a_file_is_told(folder: Path) -> None:
    name = "n" * 251 + ".yml"
    (folder / name).write_text(DECK)
    told = run("build", name).stderr
    assert told.replace("n" * 251, "n…") == snapshot(
        "output/n….pptx: cannot be written: file name too long (give it a shorter name)\n"
    )


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("moment", ["at once", "while it writes"])
def test_a_build_that_is_stopped_says_nothing_and_leaves_the_old_deck(
    sign: signal.Signals, code: int, moment: str, folder: Path
) -> None:
    (folder / "output" / "deck.pptx").write_bytes(b"old")
    wait = "import time; print('ready', flush=True); time.sleep(60)"
    code_of = {
        "at once": f"import deckgen.__main__ as m, deckgen.cli.build as b\nb.decks_of = lambda _: exec({wait!r})\n",
        "while it writes": f"import deckgen.__main__ as m, os\nos.fsync = lambda _: exec({wait!r})\n",
    }[moment]
    program = f"import sys\nsys.argv = ['deckgen', 'build', 'deck.yaml']\n{code_of}m.main()\n"
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(sign)
    assert (process.wait(60), process.communicate()) == (code, ("", ""))
    assert ((folder / "output" / "deck.pptx").read_bytes(), beside(folder)) == (b"old", ["deck.pptx"])


@pytest.mark.slow
def test_builds_that_are_killed_at_any_moment_leave_a_whole_deck(tmp_path: Path) -> None:
    assert "always a whole deck" in killed(tmp_path, 12, seed=time.time_ns())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_full_disk_behind_stdout_is_told(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        assert ended("schema", cwd=folder, stdout=full)[::2] == snapshot(
            (3, "the terminal, or the file in its place: no space left on device\n")
        )


def test_who_reads_only_the_first_line_ends_it_without_a_word(folder: Path) -> None:
    process = started("check", "deck.yaml", cwd=folder)
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    assert (process.communicate(), process.returncode) == ((None, ""), 141)


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_a_deck_is_built_without_stdin_stdout_or_stderr(closed: str, folder: Path) -> None:
    command = f"{sys.executable} -m deckgen build deck.yaml {closed}"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, check=False)
    assert (process.returncode, process.stderr, beside(folder)) == (0, b"", ["deck.pptx"])


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"},
     {"PYTHONIOENCODING": "latin-1"}],
    ids=str,
)  # fmt: skip
def test_a_terminal_that_lacks_letters_gets_what_it_can_show(environment: dict[str, str], folder: Path) -> None:
    (folder / "deck.yaml").write_text("title: A deck\nslides:\n  - {title: Жалоба, txt: x}\n", encoding="utf-8")
    code, out, err = ended("build", "deck.yaml", cwd=folder, env=environment, encoding="latin-1")
    assert (code, out, "Traceback" in err, "C201" in err) == (1, "", False, True)


@pytest.mark.skipif(os.name != "posix", reason="such names are those of POSIX")
def test_a_name_that_is_no_utf8_is_built(folder: Path) -> None:
    (folder / "deck.yaml").rename(os.fsdecode(os.fsencode(folder) + b"/d\xfcck.yaml"))
    code, out, err = ended("build", os.fsdecode(b"d\xfcck.yaml"), cwd=folder)
    assert (code, out, err) == snapshot((0, "output/d\\udcfcck.pptx  1 slide, theme osce\n", ""))


def test_it_needs_no_home_and_no_place_for_temporary_files(folder: Path) -> None:
    (folder / "deck.yaml").write_text(
        "title: A deck\nindicators: {a: {label: L, before: 4%, after: 5%}}\nslides:\n  - {title: T, indicators: [a]}\n"
    )
    homeless = {"HOME": "/nowhere", "TMPDIR": "/nowhere", "XDG_CACHE_HOME": "/nowhere", "DECKGEN_CACHE": "/dev/null/x"}
    code, out, err = ended("build", "deck.yaml", cwd=folder, env=homeless)
    assert (code, out) == (0, "output/deck.pptx  1 slide, theme osce\n")
    assert "Traceback" not in err


def test_a_working_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = (
        f"cd {gone} && rmdir {gone} && {sys.executable} -m deckgen build deck.yaml; {sys.executable} -m deckgen build"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, text=True, check=False)
    assert process.stderr == snapshot("""\
deck.yaml: cannot be read: no such file or directory
Usage: python -m deckgen build [OPTIONS] [CONTENT]...
Try 'python -m deckgen build --help' for help.

Error: No CONTENT is named, and there is no deck in content/.
""")


def test_an_image_of_two_slides_is_read_once_for_all_audiences(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.png").write_bytes(png(900, 600))
    (folder / "deck.yaml").write_text(
        "title: A deck\naudiences: [ministers]\nslides:\n"
        + "  - {title: T, image: {file: a.png, alt: What it shows}}\n" * 2
    )
    read: list[str] = []
    real = image_files.read_image

    def noted(name: str, beside: Path) -> object:
        read.append(name)
        found = real(name, beside)
        # Whoever writes the file meanwhile changes no slide that comes after.
        (beside / name).write_bytes(b"")
        return found

    monkeypatch.setattr(image_files, "read_image", noted)
    parsed = pipeline.parsed(folder / "deck.yaml")
    built = [pipeline.check(parsed, pipeline.Wanted(audience=name)) for name in ("", "ministers")]
    assert (read, [one.refused for one in built]) == (["a.png"], [False, False])


def test_a_deck_that_changes_while_it_is_built_is_all_old(folder: Path) -> None:
    parsed = pipeline.parsed(folder / "deck.yaml")
    pipeline.build(parsed, folder / "output")
    old = (folder / "output" / "deck.pptx").read_bytes()
    (folder / "deck.yaml").write_text(DECK.replace("text: x", "text: y") + "  - {title: Half")
    pipeline.build(parsed, folder / "output")
    assert (folder / "output" / "deck.pptx").read_bytes() == old
