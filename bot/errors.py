"""Everything Lianxin raises on purpose: a public code and the details its words need."""

from __future__ import annotations

from typing import Any, ClassVar


class LianxinError(Exception):
    """
    Base of all errors raised on purpose.

    ``code`` is public: the key ``error-<code>`` in errors.ftl. Retired codes are never reused.
    ``details`` are the arguments of those words; they must never hold answers or personal data.
    """

    code: ClassVar[str] = "internal"

    def __init__(self, **details: Any) -> None:
        super().__init__(self.code, details)
        self.details = details

    def __str__(self) -> str:
        inner = ", ".join(f"{key}={value!r}" for key, value in self.details.items())
        return f"{self.code}({inner})"


class Unready(LianxinError):
    """The installation must be mended first: a setting, the database, the port. The command line ends with 2."""


class BadSetting(Unready):
    """A setting cannot be used. Details: name, value, why, example."""

    code = "bad_setting"


class BadForm(LianxinError):
    """A form definition is wrong; raised when the process starts. Details: form, where, why."""

    code = "bad_form"


class DraftNotFound(LianxinError):
    """No such draft, or it is somebody else's: the two look the same on purpose."""

    code = "draft_not_found"


class DraftStale(LianxinError):
    """Another device moved this draft first. Details: draft_id, rev."""

    code = "draft_stale"


class RecordNotFound(LianxinError):
    """No such record, or no right to see it: the two look the same on purpose."""

    code = "record_not_found"


class RecordStale(LianxinError):
    """Somebody else acted on this record first. Details: record_id."""

    code = "record_stale"


class NotAllowed(LianxinError):
    """This person may not do this. Details: what."""

    code = "not_allowed"


class PostEnded(NotAllowed):
    """What was filled in is complete, but the post it was begun with is over; the draft stays. Details: what."""

    code = "post_ended"


class NotNow(NotAllowed):
    """An act of this person that the record as it stands does not admit. Details: what, record, row, draft."""

    code = "not_now"


class AlreadyExists(LianxinError):
    """What may exist once exists already. Details: key."""

    code = "already_exists"


class DuplicateUpdate(LianxinError):
    """This update has been carried out before; its stored reply is the answer. Details: key."""

    code = "duplicate_update"


class InvitationGone(LianxinError):
    """This invitation was used, ended or is past its time."""

    code = "invitation_gone"


class NotKept(LianxinError):
    """
    The database could not take it (full, locked, down) and wrote nothing; trying later can help. Details:
    why.
    """

    code = "not_kept"


class DatabaseTooNew(Unready):
    """The database was written by a newer Lianxin. Details: found, known."""

    code = "database_too_new"


class DatabaseNotReady(Unready):
    """The database is not there, or not of this version. Details: why (missing | other), database."""

    code = "database_not_ready"


class DatabaseUnreachable(Unready):
    """
    The database does not let us in. Details: why (silent | login | unknown | damaged | file), database (without its
    password).
    """

    code = "database_unreachable"


class PortTaken(Unready):
    """Another program listens on the port, perhaps another Lianxin. Details: port."""

    code = "port_taken"


class CannotListen(Unready):
    """Host or port cannot be listened on here. Details: why (address | right | other), host, port."""

    code = "cannot_listen"


class NotEmpty(LianxinError):
    """The demo fills only an empty database."""

    code = "not_empty"
