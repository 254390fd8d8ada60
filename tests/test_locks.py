"""The lock files pin everything with hashes and name no address."""

from __future__ import annotations

import json
import re
import tomllib

import pytest
from building import ROOT


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_locked_requirements_are_pinned_with_hashes(name):
    """Every Python package has one version and a hash, and no line holds an address."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    packages = re.findall(r"(?m)^\w.*", text)
    pinned = [line for line in packages if "==" in line]
    assert len(packages) > 10
    assert pinned == packages
    assert text.count("--hash=sha256:") >= len(packages)


def test_locked_packages_of_the_validators_are_pinned_with_hashes():
    """Every Node package has a hash, and none says where it was fetched."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = lock["packages"]
    packages.pop("")  # the project itself
    assert len(packages) > 5
    for name, package in packages.items():
        assert package.get("integrity"), name
        assert "resolved" not in package, name


@pytest.mark.parametrize(
    ("name", "groups"), [("requirements.txt", []), ("requirements-test.txt", ["test"])]
)
def test_all_that_the_project_asks_for_is_locked(name, groups):
    """Whatever is asked for in pyproject.toml, by the name that stands there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = list(project["project"]["dependencies"])
    for group in groups:
        asked += project["dependency-groups"][group]
    wanted = {_known_as(re.match(r"[\w.-]+", one)[0]) for one in asked}
    text = (ROOT / name).read_text(encoding="utf-8")
    locked = {_known_as(one) for one in re.findall(r"(?m)^([\w.-]+)==", text)}
    assert len(wanted) > 10
    assert wanted - locked == set()


def _known_as(name: str) -> str:
    """Return the one way to write the name of a package."""
    return re.sub(r"[._-]+", "-", name).lower()
