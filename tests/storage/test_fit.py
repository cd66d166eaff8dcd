"""Storage fits what the use cases ask of it, without knowing them."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from bot.usecases import ports
from storage import DatabaseStore, StoreUnit
from storage.chat import ChatRows
from storage.drafts import DraftRows
from storage.files import FileRows
from storage.households import HouseholdRows
from storage.outbox import OutboxRows
from storage.people import PeopleRows
from storage.records import RecordRows
from storage.snapshots import SnapshotRows
from storage.ways import WayRows


def store_fits(store: DatabaseStore) -> ports.Store:
    """For mypy: refused if anything of the Protocol is missing or has another type."""
    return store


def unit_fits(unit: StoreUnit) -> ports.Unit:
    """For mypy, with every part of a unit."""
    return unit


PAIRS: tuple[tuple[Any, Any], ...] = (
    (ports.Store, DatabaseStore),
    (ports.Unit, StoreUnit),
    (ports.Drafts, DraftRows),
    (ports.Records, RecordRows),
    (ports.People, PeopleRows),
    (ports.Ways, WayRows),
    (ports.Snapshots, SnapshotRows),
    (ports.Households, HouseholdRows),
    (ports.Outbox, OutboxRows),
    (ports.Files, FileRows),
    (ports.ChatLog, ChatRows),
)


@pytest.mark.parametrize(("port", "kept"), PAIRS, ids=lambda found: found.__name__)
def test_signatures(port: Any, kept: Any) -> None:
    """Every method of a Protocol is there under the same name with the same parameters."""
    wanted = {
        name: method for name, method in vars(port).items() if inspect.isfunction(method) and name[0] != "_"
    }
    assert wanted or port is ports.Unit
    for name, method in wanted.items():
        asked = list(inspect.signature(method).parameters.values())
        given = inspect.signature(getattr(kept, name)).parameters
        for parameter in asked:
            assert parameter.name in given, f"{port.__name__}.{name} has no {parameter.name}"
            assert given[parameter.name].default == parameter.default, f"{name}: {parameter.name}"
