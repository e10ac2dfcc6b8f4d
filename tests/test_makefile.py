"""What a person without the right Python is told: one clear line."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOO_OLD = '#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.8.0" && exit 0\nexit 1\n'
NO_VENV = '#!/bin/sh\ncase "$2" in *"import venv"*) exit 1;; esac\nexit 0\n'
CASES = [(TOO_OLD, "Gazette needs Python 3.11 or newer; "), (NO_VENV, " has no venv module. On Debian or Ubuntu: ")]


@pytest.mark.skipif(shutil.which("make") is None, reason="no make")
@pytest.mark.parametrize(("script", "said"), CASES, ids=["too old", "no venv module"])
def test_a_python_that_cannot_do_it_is_named_in_one_line(tmp_path: Path, script: str, said: str) -> None:
    python = tmp_path / "python3"
    python.write_text(script)
    python.chmod(0o755)
    command = ["make", "--no-print-directory", "run", f"PYTHON={python}", f"VENV={tmp_path / 'venv'}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert said in done.stdout
    assert len(done.stdout.strip().splitlines()) == 1
    assert not (tmp_path / "venv").exists()
