"""Installed by pip, as a wheel and editable: both commands work, templates and catalogues are found."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("how", [["."], ["-e", "."]], ids=["wheel", "editable"])
def test_pip_installs_both_commands(how: list[str], tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    # The libraries are the ones of this environment; only rmtool itself is installed.
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", *how],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    environ = {
        "PATH": f"{python.parent}:/usr/bin:/bin", "PYTHONPATH": libraries, "RMTOOL_HOME": str(tmp_path / "home"),
        "RMTOOL_LANG": "zh", "RMTOOL_NOW": os.environ["RMTOOL_NOW"],
    }  # fmt: skip

    def shell(line: str) -> str:
        done = subprocess.run(
            ["sh", "-c", line], cwd=tmp_path, env=environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    (tmp_path / "precious").touch()
    assert "已添加客户 1：张三" in shell("rm add-client 张三")
    assert "已记录拜访 1" in shell("rmtool log-visit 张三 谈续贷")
    assert "张三" in shell("rm weekly-report")
    assert "general" not in shell("rm list-clients")
    shell("rm precious")
    assert not (tmp_path / "precious").exists()
