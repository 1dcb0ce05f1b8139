"""The requests of `video-conference`, as people write them down for pydantic and msgspec: every limit, list and pattern."""

from typing import Annotated, Literal

NAME = "^[A-Za-z0-9_-]+$"
DATE = (
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    "([Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?$"
)
COLOR = "^#[0-9a-fA-F]{6}$"
Quality = Literal["720p", "1080p"]
Layout = Literal[
    "grid-responsive", "grid-responsive-mobile", "highlight-1-responsive",
    "1x1", "2x1", "2x2", "5up", "3x3", "4x4", "5x5", "6x6", "8x8", "10x10",
]  # fmt: skip
Size = Literal["small", "medium", "large"]
FLAGS = ["record_on_start", "enable_room_previews", "enable_chat"]
COLORS = [
    f"{theme}_{part}"
    for theme in ["dark", "light"]
    for part in ["primary", "background", "foreground", "success", "negative"]
]


def fields(text, absent):
    """Name, type and default of every optional property. `text` makes a constrained string."""
    kinds = {
        "name": text(pattern=NAME, max_length=100),
        "description": text(max_length=3000),
        "join_from": text(pattern=DATE),
        "join_until": text(pattern=DATE),
        "quality": Quality,
        "layout": Layout,
        "size": Size,
        **dict.fromkeys(FLAGS, bool),
        **dict.fromkeys(COLORS, text(pattern=COLOR)),
    }
    return [(name, *absent(kind)) for name, kind in kinds.items()]


def pydantic_model():
    import pydantic

    def text(**limits):
        return Annotated[str, pydantic.Field(**limits)]

    # None is the default of what is absent, and is not accepted where it is written down.
    members = {name: (kind, default) for name, kind, default in fields(text, lambda kind: (kind, None))}
    configuration = pydantic.ConfigDict(extra="forbid", strict=True)
    return pydantic.create_model("Request", __config__=configuration, display_name=(text(max_length=200), ...), **members)


def msgspec_model():
    import msgspec

    def text(**limits):
        return Annotated[str, msgspec.Meta(**limits)]

    members = fields(text, lambda kind: (kind, msgspec.UNSET))
    return msgspec.defstruct(
        "Request", [("display_name", text(max_length=200)), *members], forbid_unknown_fields=True
    )
