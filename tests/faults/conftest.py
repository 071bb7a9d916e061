"""The home that every fault begins with."""

from collections.abc import Iterator

import pytest

from tests.faults import machine
from tests.faults.machine import Machine


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RMTOOL_LANG", "en")
        patch.setenv("LC_ALL", "C.UTF-8")
        yield machine.seeded(tmp_path_factory.mktemp("machine"))
