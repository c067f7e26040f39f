"""Pictures of nothing but colour and form."""

from math import cos, pi, sin
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from demo.painting.fields import Size, Stops, brushed, clouds, coloured, grained, mixed, noise, spread, stretched

FINER = 2
"""Shapes are drawn so many times larger and made small again: their edges are smooth."""


def finer(size: Size) -> Size:
    return size[0] * FINER, size[1] * FINER


def smooth(picture: Image.Image, size: Size) -> Image.Image:
    return picture.resize(size, Image.Resampling.LANCZOS)


def fields(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Two or three fields of colour that glow on a ground, their edges breathing."""
    width, height = size
    ground, *rest = rng.sample(list(colors), len(colors))
    picture = coloured(clouds(rng, size, (3, 3), 5), [mixed(ground, (0, 0, 0), 0.18), ground])
    edge, top = round(width * 0.07), round(height * 0.05)
    number = rng.choice((2, 3))
    parts = [rng.uniform(0.7, 1.6) for _ in range(number)]
    room = height - top * (number + 1)
    for part, color in zip(parts, rest, strict=False):
        tall = round(room * part / sum(parts))
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).rectangle((edge, top, width - edge, top + tall), fill=255)
        mask = mask.filter(ImageFilter.GaussianBlur(width / 55))
        worn = clouds(rng, size, (6, 6), 6).point([min(255, 120 + value) for value in range(256)])
        tint = coloured(
            clouds(rng, size, (2, 4), 5), [mixed(color, ground, 0.22), color, mixed(color, (255, 255, 255), 0.1)]
        )
        picture.paste(tint, mask=ImageChops.multiply(mask, worn))
        top += tall + round(height * 0.05)
    return grained(picture, rng, 0.09)


def contours(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """The lines of equal height of a land that nobody surveyed, printed in a few inks."""
    field = clouds(rng, size, (rng.randint(2, 4), rng.randint(2, 4)), 3).filter(ImageFilter.GaussianBlur(3))
    levels = rng.randint(9, 16)
    inks = spread(colors, levels)
    steps = field.point([round(min(levels - 1, value * levels // 256) * 255 / (levels - 1)) for value in range(256)])
    picture = coloured(steps, inks)
    lines = steps.filter(ImageFilter.FIND_EDGES).point([min(255, value * 9) for value in range(256)])
    lines = lines.crop((2, 2, size[0] - 2, size[1] - 2)).resize(size).filter(ImageFilter.GaussianBlur(0.6))
    picture.paste(
        mixed(colors[0], (0, 0, 0), 0.35), (0, 0, *size), lines.point([value * 3 // 4 for value in range(256)])
    )
    return grained(picture, rng, 0.07)


def geometry(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Circles, quarter circles, bars and triangles on a grid, as on a poster of 1925."""
    width, height = finer(size)
    ground, *inks = [colors[-1], *colors[:-1]]
    picture = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(picture)
    across = rng.choice((3, 4, 5))
    cell = width // across
    for column in range(across):
        for row in range(height // cell + 1):
            shape(draw, rng, (column * cell, row * cell, cell), [rng.choice(inks), rng.choice(inks)])
    for _ in range(rng.randint(1, 3)):
        radius, x, y = rng.uniform(0.12, 0.3) * width, rng.uniform(0.2, 0.8) * width, rng.uniform(0.2, 0.8) * height
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=colors[0], width=max(6, width // 200))
    return grained(smooth(picture, size), rng, 0.08)


def shape(draw: ImageDraw.ImageDraw, rng: Random, place: tuple[int, int, int], inks: Stops) -> None:
    """One cell of the grid."""
    x, y, cell = place
    kind = rng.randrange(8)
    if kind == 0:
        draw.rectangle((x, y, x + cell, y + cell), fill=inks[0])
    elif kind == 1:
        draw.ellipse((x, y, x + cell, y + cell), fill=inks[0])
        draw.ellipse((x + cell * 0.28, y + cell * 0.28, x + cell * 0.72, y + cell * 0.72), fill=inks[1])
    elif kind in (2, 3):
        left, top = x - cell * rng.randint(0, 1), y - cell * rng.randint(0, 1)
        quarter = {(0, 0): 180, (1, 0): 270, (1, 1): 0, (0, 1): 90}[(int(left < x), int(top < y))]
        draw.pieslice((left, top, left + 2 * cell, top + 2 * cell), quarter, quarter + 90, fill=inks[0])
    elif kind == 4:
        draw.polygon([(x, y + cell), (x + cell, y + cell), (x + rng.choice((0, cell)), y)], fill=inks[0])
    elif kind == 5:
        for bar in range(4):
            draw.rectangle((x, y + bar * cell / 4, x + cell, y + bar * cell / 4 + cell / 8), fill=inks[0])


def currents(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Hundreds of strokes that follow one field, as grass does the wind."""
    width, height = size
    angles = clouds(rng, (200, 200), (3, 3), 3).tobytes()
    picture = coloured(clouds(rng, size, (2, 2), 3), [mixed(colors[-1], (255, 255, 255), 0.35), colors[-1]])
    draw = ImageDraw.Draw(picture)
    turn = rng.uniform(0, 2 * pi)
    for _ in range(1700):
        x, y, color = rng.uniform(-50, width), rng.uniform(-50, height), rng.choice(colors[:-1])
        points = [(x, y)]
        for _step in range(rng.randint(12, 46)):
            column, row = (min(199, max(0, int(share * 199))) for share in (x / width, y / height))
            angle = turn + angles[200 * row + column] / 255 * 2.4 * pi
            x, y = x + 9 * cos(angle), y + 9 * sin(angle)
            points.append((x, y))
        brushed(draw, points, color, rng.uniform(2, 11))
    return grained(picture.filter(ImageFilter.GaussianBlur(0.6)), rng, 0.08)


def cutouts(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Leaves and waves cut from painted paper and laid on sheets of other colours."""
    width, height = finer(size)
    picture = Image.new("RGB", (width, height), colors[-1])
    across, down = rng.choice(((2, 3), (3, 2), (2, 2), (3, 3)))
    sheet = (width // across + 1, height // down + 1)
    for column in range(across):
        for row in range(down):
            ground, ink = rng.sample(list(colors), 2)
            piece = coloured(noise(rng, sheet, (3, 40)), [mixed(ground, (0, 0, 0), 0.05), ground])
            leaf(piece, rng, ink)
            picture.paste(piece, (column * sheet[0], row * sheet[1]))
    return grained(smooth(picture, size), rng, 0.06)


def leaf(piece: Image.Image, rng: Random, ink: tuple[int, int, int]) -> None:
    """Something with lobes, like seaweed, in the middle of a sheet."""
    wide, tall = piece.size
    lobes, inner, turn = rng.randint(5, 9), rng.uniform(0.25, 0.5), rng.uniform(0, 2 * pi)
    points = []
    for step in range(360):
        angle = step * pi / 180
        wave = inner + (1 - inner) * abs(sin(lobes * angle / 2)) ** 0.7
        wave *= 0.85 + 0.15 * sin(3 * angle + turn)
        points.append(
            (wide / 2 + cos(angle + turn) * wave * wide * 0.42, tall / 2 + sin(angle + turn) * wave * tall * 0.42)
        )
    ImageDraw.Draw(piece).polygon(points, fill=ink)


def weaves(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Cloth: stripes of warp and weft, over and under."""
    width, height = size
    thread = rng.choice((6, 8, 10))
    warp, weft = (stripes(rng, length, thread, colors) for length in (width, height))
    across = Image.new("RGB", (width, 1))
    across.putdata(warp)
    down = Image.new("RGB", (1, height))
    down.putdata(weft)
    twill = rng.choice((2, 3, 4))
    tile = Image.new("L", (twill * 2, twill * 2))
    tile.putdata([255 * int((x + y) % (2 * twill) < twill) for y in range(2 * twill) for x in range(2 * twill)])
    over = Image.new("L", (width // thread + 1, height // thread + 1))
    for x in range(0, over.width, tile.width):
        for y in range(0, over.height, tile.height):
            over.paste(tile, (x, y))
    over = over.resize((over.width * thread, over.height * thread), Image.Resampling.NEAREST).crop(
        (0, 0, width, height)
    )
    picture = Image.composite(across.resize(size), down.resize(size), over)
    relief = over.filter(ImageFilter.EMBOSS).filter(ImageFilter.GaussianBlur(1))
    picture = ImageChops.soft_light(picture, Image.merge("RGB", [relief] * 3))
    folds = stretched(noise(rng, size, (4, 2)))
    picture = ImageChops.soft_light(picture, Image.merge("RGB", [folds.point([96 + v // 4 for v in range(256)])] * 3))
    return grained(picture, rng, 0.1)


def stripes(rng: Random, length: int, thread: int, colors: Stops) -> list[tuple[int, int, int]]:
    """The colours of threads side by side, in a repeat that is mirrored."""
    repeat = [color for _ in range(rng.randint(4, 7)) for color in [rng.choice(colors)] * rng.randint(1, 7)]
    threads = [*repeat, *reversed(repeat)]
    return [threads[(at // thread) % len(threads)] for at in range(length)]
