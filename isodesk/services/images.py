"""Pictures from outside are checked and made small before they are kept: a logo prints at 25 mm, not at 50,000 pixels."""

import io
from pathlib import Path

from isodesk.errors import FileRefused
from isodesk.i18n import N_

_PIXELS = 600
_BYTES = 20 * 1024 * 1024


def checked_logo(source: Path) -> bytes:
    """The picture as PNG of at most 600 pixels a side, without metadata. Raises FileRefused."""
    from PIL import Image, ImageOps

    try:
        if source.stat().st_size > _BYTES:
            raise FileRefused(
                N_("The picture “{name}” is larger than 20 MB."), N_("Choose a smaller one."), name=source.name
            )
        with Image.open(source, formats=("PNG", "JPEG", "GIF", "BMP", "WEBP")) as picture:
            if picture.width * picture.height > 40_000_000:
                raise FileRefused(
                    N_("The picture “{name}” has too many pixels."), N_("Choose a smaller one."), name=source.name
                )
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise FileRefused(
            N_("“{name}” is not a picture that can be printed."),
            N_("Choose a PNG or JPEG file."),
            name=source.name,
        ) from error
    upright.thumbnail((_PIXELS, _PIXELS))
    target = io.BytesIO()
    Image.Image.save(upright, target, "PNG")
    return target.getvalue()
