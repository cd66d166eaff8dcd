"""
Storage: SQLAlchemy 2 over SQLite or PostgreSQL. Knows forms and errors, no chat.

    await upgrade(url)                       # creates or upgrades; alembic is imported here and nowhere else
    async with open_store(url, files_dir=…) as store:
        unit = store.unit()
        unit.drafts.save(draft)
        await store.commit(unit)             # durable when it returns
"""

from __future__ import annotations

from storage.store import DatabaseStore, open_store
from storage.unit import StoreUnit

__all__ = ["DatabaseStore", "StoreUnit", "open_store", "upgrade"]


async def upgrade(url: str) -> str:
    """Create or upgrade a database; see :func:`storage.migrations.upgrade`."""
    from storage import migrations

    return await migrations.upgrade(url)
