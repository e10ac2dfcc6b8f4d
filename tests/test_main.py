import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_python_dash_m_is_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.startswith("usage: gazette")) == (0, True)


def test_exit_code_reaches_the_shell() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "geoparse", "no such file"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 1
