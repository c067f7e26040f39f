"""Plants, vessels, tiles: things on paper and on tables."""

from math import cos, pi, sin
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from demo.painting.abstracts import finer, smooth
from demo.painting.fields import Rgb, Size, Stops, brushed, clouds, coloured, grained, mixed, shaded, upright


def botany(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """A plant that was never found, pressed and coloured."""
    picture = coloured(clouds(rng, size, (3, 4), 5), [mixed(colors[-1], colors[-2], 0.16), colors[-1]])
    width, height = finer(size)
    sheet = picture.resize((width, height), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(sheet)
    for _ in range(rng.randint(2, 4)):
        root = (width * rng.uniform(0.4, 0.6), height * 0.96)
        branch(draw, rng, root, -pi / 2 + rng.uniform(-0.35, 0.35), height * rng.uniform(0.16, 0.24), colors, 5)
    return grained(smooth(sheet, size), rng, 0.08)


def branch(
    draw: ImageDraw.ImageDraw,
    rng: Random,
    at: tuple[float, float],
    angle: float,
    length: float,
    colors: Stops,
    left: int,
) -> None:
    """A twig with what grows on it."""
    bend, points = rng.uniform(-0.06, 0.06), [at]
    for _ in range(9):
        angle += bend
        at = (at[0] + cos(angle) * length / 9, at[1] + sin(angle) * length / 9)
        points.append(at)
    draw.line(points, fill=colors[0], width=max(3, round(left * length / 90)), joint="curve")
    for point in points[3::2]:
        blade(draw, rng, point, angle + rng.choice((-1, 1)) * rng.uniform(0.5, 1.1), length * 0.34, colors[1])
    if left == 1:
        bloom(draw, rng, at, length * rng.uniform(0.14, 0.3), colors)
        return
    for turn in (rng.uniform(0.15, 0.55), -rng.uniform(0.15, 0.55)):
        if rng.random() < 0.82:
            branch(draw, rng, at, angle + turn, length * rng.uniform(0.66, 0.86), colors, left - 1)


def blade(
    draw: ImageDraw.ImageDraw, rng: Random, at: tuple[float, float], angle: float, length: float, color: Rgb
) -> None:
    """A leaf: two arcs and a vein."""
    across, tip = angle + pi / 2, (at[0] + cos(angle) * length, at[1] + sin(angle) * length)
    sides: list[list[tuple[float, float]]] = [[], []]
    for step in range(11):
        belly = sin(pi * step / 10) ** 0.8 * length * 0.2
        x, y = at[0] + cos(angle) * length * step / 10, at[1] + sin(angle) * length * step / 10
        sides[0].append((x + cos(across) * belly, y + sin(across) * belly))
        sides[1].append((x - cos(across) * belly, y - sin(across) * belly))
    tone = mixed(color, (255, 255, 255), rng.uniform(0, 0.3))
    draw.polygon([*sides[0], *reversed(sides[1])], fill=tone)
    draw.line([at, tip], fill=mixed(tone, (0, 0, 0), 0.3), width=2)


def bloom(draw: ImageDraw.ImageDraw, rng: Random, at: tuple[float, float], size: float, colors: Stops) -> None:
    """A flower of some petals."""
    color, petals = rng.choice(colors[2:-1] or colors[:1]), rng.randint(5, 8)
    for petal in range(petals):
        angle = 2 * pi * petal / petals
        x, y = at[0] + cos(angle) * size * 0.55, at[1] + sin(angle) * size * 0.55
        tone = mixed(color, (255, 255, 255), 0.08 * (petal % 3))
        draw.ellipse((x - size * 0.5, y - size * 0.5, x + size * 0.5, y + size * 0.5), fill=tone)
    draw.ellipse((at[0] - size * 0.3, at[1] - size * 0.3, at[0] + size * 0.3, at[1] + size * 0.3), fill=colors[0])


def vessels(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Bowls, bottles and jugs on a table, in the light of one window."""
    width, height = size
    table = round(height * rng.uniform(0.6, 0.7))
    picture = coloured(clouds(rng, size, (2, 2), 5), [mixed(colors[-1], colors[0], 0.35), colors[-1]])
    board = coloured(clouds(rng, (width, height - table), (2, 14), 5), [mixed(colors[-2], colors[0], 0.3), colors[-2]])
    picture.paste(board, (0, table))
    number = rng.randint(3, 6)
    for index in range(number):
        x = width * (index + 0.8 + rng.uniform(-0.15, 0.15)) / (number + 0.6)
        foot = table + height * rng.uniform(0.06, 0.2)
        tall, wide = height * rng.uniform(0.16, 0.46), width / number * rng.uniform(0.3, 0.44)
        vessel(picture, rng, (x, foot, wide, tall), rng.choice(colors[:-2]))
    return grained(shaded(picture, 0.4), rng, 0.1)


def vessel(picture: Image.Image, rng: Random, place: tuple[float, float, float, float], color: Rgb) -> None:
    """Turned on a wheel: the same outline left and right, lit from the left."""
    x, foot, wide, tall = place
    neck, belly, lip = rng.uniform(0.25, 0.9), rng.uniform(0.25, 0.65), rng.uniform(0.3, 1.0)
    outline = []
    for step in range(41):
        share = step / 40
        swell = (
            sin(pi * min(1, share / (2 * belly)))
            if share < belly
            else 1 - (1 - neck) * ((share - belly) / (1 - belly)) ** 0.8
        )
        outline.append((0.55 + 0.45 * swell if share < belly else swell) * (lip if share > 0.97 else 1))
    body = Image.new("L", picture.size)
    left = [(x - wide * part, foot - tall * step / 40) for step, part in enumerate(outline)]
    right = [(x + wide * part, foot - tall * step / 40) for step, part in enumerate(outline)]
    shadow = Image.new("L", picture.size)
    ImageDraw.Draw(shadow).ellipse((x - wide * 0.8, foot - tall * 0.05, x + wide * 2.3, foot + tall * 0.11), fill=150)
    picture.paste((20, 16, 18), (0, 0, *picture.size), shadow.filter(ImageFilter.GaussianBlur(max(4, wide / 8))))
    draw = ImageDraw.Draw(body)
    draw.polygon([*left, *reversed(right)], fill=255)
    draw.ellipse((x - wide * outline[0], foot - wide * 0.16, x + wide * outline[0], foot + wide * 0.16), fill=255)
    light = upright(
        (picture.height, picture.width), [mixed(color, (255, 255, 255), 0.5), color, mixed(color, (0, 0, 0), 0.6)]
    )
    light = light.crop((0, 0, round(4 * wide), picture.width)).resize(
        (max(8, round(tall * 1.5)), max(8, round(2.2 * wide)))
    )
    glaze = Image.new("RGB", picture.size, color)
    glaze.paste(light.rotate(90, expand=True), (round(x - 1.1 * wide), round(foot - tall * 1.2)))
    gleam = clouds(rng, picture.size, (9, 9), 4).point([value // 8 for value in range(256)])
    picture.paste(
        ImageChops.add(glaze, Image.merge("RGB", [gleam] * 3)), mask=body.filter(ImageFilter.GaussianBlur(0.9))
    )
    top = outline[-1] * wide
    ImageDraw.Draw(picture).ellipse(
        (x - top, foot - tall - top * 0.16, x + top, foot - tall + top * 0.16), fill=mixed(color, (0, 0, 0), 0.55)
    )


def tiles(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Glazed tiles, four of a kind turned until they meet."""
    width, height = finer(size)
    across = rng.choice((3, 4, 5))
    side = width // across
    tile = Image.new("RGB", (side, side), colors[-1])
    draw = ImageDraw.Draw(tile)
    for ring in range(rng.randint(3, 5), 0, -1):
        radius = side * ring / 5.2
        draw.ellipse((-radius, -radius, radius, radius), fill=rng.choice(colors))
        inner = radius * 0.6
        draw.ellipse((side - inner, side - inner, side + inner, side + inner), fill=rng.choice(colors))
    draw.polygon([(side * 0.5, side * 0.3), (side * 0.7, side * 0.5), (side * 0.5, side * 0.7), (side * 0.3, side * 0.5)],
                 fill=rng.choice(colors))  # fmt: skip
    picture = Image.new("RGB", (width, height), colors[-1])
    for column in range(across + 1):
        for row in range(height // side + 1):
            turned = tile.rotate(90 * ((column % 2) + (row % 2) * (3 if column % 2 else 1)))
            picture.paste(fired(turned, rng), (column * side, row * side))
    joints = ImageDraw.Draw(picture)
    for line in range(0, max(width, height), side):
        joints.line([(line, 0), (line, height)], fill=mixed(colors[-1], (90, 80, 70), 0.5), width=6)
        joints.line([(0, line), (width, line)], fill=mixed(colors[-1], (90, 80, 70), 0.5), width=6)
    return grained(shaded(smooth(picture, size), 0.2), rng, 0.05)


def fired(tile: Image.Image, rng: Random) -> Image.Image:
    """No two come out of the kiln alike."""
    light = clouds(rng, tile.size, (2, 2), 3).point([104 + value // 6 + rng.randint(-1, 1) for value in range(256)])
    return ImageChops.soft_light(tile, Image.merge("RGB", [light] * 3))


def inks(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Brush and ink: reeds, a hill, and a seal in red."""
    width, height = size
    picture = coloured(clouds(rng, size, (3, 3), 5), [mixed(colors[-1], colors[1], 0.12), colors[-1]])
    for wash in range(rng.randint(1, 3)):
        mask = clouds(rng, size, (3, 2), 5).point([max(0, value - 150 - 15 * wash) for value in range(256)])
        picture.paste(mixed(colors[0], colors[-1], 0.35), (0, 0, *size), mask.filter(ImageFilter.GaussianBlur(5)))
    draw = ImageDraw.Draw(picture)
    for _ in range(rng.randint(10, 26)):
        x, bend, tall = width * rng.uniform(0.1, 0.9), rng.uniform(-0.5, 0.5), height * rng.uniform(0.35, 0.85)
        stem = [(x + bend * tall * (step / 30) ** 2, height * 1.02 - tall * step / 30) for step in range(31)]
        brushed(draw, stem, mixed(colors[0], colors[-1], rng.uniform(0, 0.55)), rng.uniform(3, 13))
        if rng.random() < 0.6:
            angle = rng.uniform(-2.6, -0.5)
            tip = [
                (stem[-8][0] + cos(angle) * step * 9, stem[-8][1] + sin(angle) * step * 6 + step**1.6)
                for step in range(16)
            ]
            brushed(draw, tip, mixed(colors[0], colors[-1], 0.2), rng.uniform(8, 22))
    picture = picture.filter(ImageFilter.GaussianBlur(0.8))
    side, x, y = min(size) // 16, width * rng.choice((0.08, 0.86)), height * rng.uniform(0.1, 0.85)
    seal = ImageDraw.Draw(picture)
    seal.rectangle((x, y, x + side, y + side), fill=colors[2])
    seal.line([(x + side * 0.3, y + side * 0.2), (x + side * 0.3, y + side * 0.8)], fill=colors[-1], width=side // 9)
    seal.line([(x + side * 0.55, y + side * 0.2), (x + side * 0.75, y + side * 0.8)], fill=colors[-1], width=side // 9)
    return grained(picture, rng, 0.1)
