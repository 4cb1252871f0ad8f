"""How large a picture may be that readers load."""

from __future__ import annotations

from typing import Final

from citewell.model.file_problems import PictureError, UnreadablePicture
from citewell.source.picture_formats.bitmap import Size

#: A browser needs four bytes of memory for each pixel, so a small file can hold a picture that stops a telephone.
_MOST_PIXELS: Final = 25_000_000
_LONGEST: Final = 20_000


def judge_size(size: Size) -> UnreadablePicture | None:
    """In what a picture of this size is too large to be published; ``None`` when it is not."""
    if max(size) > _LONGEST:
        return UnreadablePicture(PictureError.TOO_WIDE, size=size, most=_LONGEST)
    if size.width * size.height > _MOST_PIXELS:
        return UnreadablePicture(PictureError.TOO_MANY_PIXELS, size=size, most=_MOST_PIXELS)
    return None
