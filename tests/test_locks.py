"""The lock files pin everything with hashes and name no address."""

from __future__ import annotations

import json

import pytest
from building import ROOT


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_locked_requirements_are_pinned_with_hashes(name):
    """Every Python package has one version and a hash, and no line holds an address."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    packages = [line for line in text.splitlines() if line and line[0].isalnum()]
    assert len(packages) > 10
    assert [line for line in packages if "==" not in line] == []
    assert text.count("--hash=sha256:") >= len(packages)


def test_locked_packages_of_the_validators_are_pinned_with_hashes():
    """Every Node package has a hash, and none says where it was fetched."""
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))[
        "packages"
    ]
    named = {name: package for name, package in packages.items() if name}
    assert len(named) > 5
    assert [
        name
        for name, package in named.items()
        if "resolved" in package or not package.get("integrity")
    ] == []
