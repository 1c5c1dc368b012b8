"""The wheel: what is shipped works in an empty folder, away from this checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tools import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    subprocess.run((sys.executable, "-m", "pip", *map(str, build)), check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_the_theme_and_the_regencies_and_no_tests(wheel: Path) -> None:
    """An installed program brings all that it needs and nothing that it does not."""
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*.*")}
    assert {f"digest/{name}" for name in shipped} <= set(names)
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "digest").rglob("*.*")}
    assert {name for name in package if "__pycache__" not in name} <= set(names)
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"digest"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_wheel_makes_a_site_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """Whoever installs the program has a site with two commands."""
    python = installed(wheel, tmp_path / "venv")
    site = tmp_path / "situs"
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}

    def digest(*arguments: str) -> str:
        command = python.with_name("digest")
        done = subprocess.run(
            (command, *arguments),
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "build" in digest("--help")
    digest("init", "situs")
    digest("--root", "situs", "build")
    home = (site / "build" / "index.html").read_text("utf-8")
    assert "<h1" in home
    assert (site / "build" / "wilayah" / "kabupaten-indramayu" / "feed.xml").is_file()


def installed(wheel: Path, folder: Path) -> Path:
    """Install the wheel apart from this checkout, on the libraries that are here already."""
    venv.create(folder, symlinks=True, with_pip=False)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / Path(sys.executable).name
    site_packages = next(folder.glob("lib/python*/site-packages"), folder / "Lib" / "site-packages")
    install = ("install", "--quiet", "--no-deps", "--no-index", str(wheel))
    subprocess.run(
        (sys.executable, "-m", "pip", "--python", str(python), *install), check=True, text=True
    )
    # The libraries, but not this checkout: its own path entry is not taken along.
    library = Path(pytest.__file__).parent.parent
    for path in library.iterdir():
        ours = path.suffix == ".pth" or path.name.startswith(("event_digest", "_editable"))
        if not ours and not (site_packages / path.name).exists():
            (site_packages / path.name).symlink_to(path)
    return python
