"""Radicale, a CalDAV server: run for a while on this machine, open to whatever name asks."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.interop.programs import python_with, surroundings

__all__ = ["radicale"]

CONFIG = """
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[storage]
filesystem_folder = {folder}/storage
[logging]
level = warning
"""


@contextmanager
def radicale(folder: Path) -> Iterator[str]:
    """Run Radicale, which keeps all it has in `folder`, and give its address; skip the test if it is missing."""
    python = python_with("radicale") or pytest.skip("radicale is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder), encoding="utf-8")
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(
            [python, "-m", "radicale", "--config", str(folder / "config")],
            env=surroundings(HOME=str(folder)),
            stdout=log,
            stderr=log,
        ) as process,
    ):
        try:
            assert _answers(port, process), (folder / "log").read_text(encoding="utf-8")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()


def _answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    """Wait until a server answers; False if it has ended, or does not within ten minutes."""
    for _ in range(6000):
        if process.poll() is not None:
            return False
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False
