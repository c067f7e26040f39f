"""Places that are not there: ridges, seas, dunes, streets at night."""

from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from demo.painting.fields import (
    Rgb,
    Size,
    Stops,
    clouds,
    coloured,
    grained,
    mixed,
    noise,
    profile,
    shaded,
    spread,
    upright,
)


def ridges(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Mountains behind mountains, paler the further they are, and a sun or a moon."""
    width, height = size
    picture = upright(size, [colors[-1], mixed(colors[-1], colors[-2], 0.6), colors[-2]])
    disc(picture, rng, mixed(colors[-1], (255, 255, 255), 0.7))
    number = rng.randint(5, 8)
    for index, color in enumerate(reversed(spread(colors[:-1], number))):
        base = height * (0.38 + 0.6 * index / number)
        line = profile(rng, width, cells=rng.randint(3, 4 + index))
        reach = height * rng.uniform(0.16, 0.3)
        slope = Image.new("L", size)
        tops = [(x, base - (value - 0.35) * reach) for x, value in enumerate(line)]
        ImageDraw.Draw(slope).polygon([(0, height), *tops, (width, height)], fill=255)
        hue = coloured(clouds(rng, size, (6, 5), 4), [color, mixed(color, colors[-2], 0.25)])
        picture.paste(hue, mask=slope.filter(ImageFilter.GaussianBlur(0.8)))
        veil(picture, mixed(color, colors[-1], 0.55), round(base + reach * 0.35), round(height * 0.16))
    return grained(picture, rng)


def disc(picture: Image.Image, rng: Random, color: Rgb) -> None:
    """A sun, softly glowing."""
    width, height = picture.size
    radius = round(min(picture.size) * rng.uniform(0.05, 0.11))
    x, y = rng.uniform(0.2, 0.8) * width, rng.uniform(0.14, 0.32) * height
    glow = Image.new("L", picture.size)
    ImageDraw.Draw(glow).ellipse((x - 2 * radius, y - 2 * radius, x + 2 * radius, y + 2 * radius), fill=90)
    glow = glow.filter(ImageFilter.GaussianBlur(radius))
    ImageDraw.Draw(glow).ellipse((x - radius, y - radius, x + radius, y + radius), fill=240)
    picture.paste(color, (0, 0, *picture.size), glow.filter(ImageFilter.GaussianBlur(1.2)))


def veil(picture: Image.Image, color: Rgb, level: int, depth: int) -> None:
    """Mist that lies at the foot of a ridge."""
    width, height = picture.size
    mask = Image.new("L", (1, height))
    mask.putdata([round(110 * max(0.0, 1 - abs(y - level) / max(1, depth))) for y in range(height)])
    picture.paste(color, (0, 0, width, height), mask.resize(picture.size))


def seas(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Weather over water."""
    width, height = size
    horizon = round(height * rng.uniform(0.42, 0.66))
    sky = coloured(clouds(rng, (width, horizon), (3, 5), 6), spread(colors[1:], 4))
    light = upright((width, horizon), [colors[-2], colors[-1]])
    picture = Image.new("RGB", size)
    picture.paste(Image.blend(sky, light, 0.42), (0, 0))
    depth = height - horizon
    mirrored = picture.crop((0, max(0, horizon - depth), width, horizon)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = Image.blend(mirrored.resize((width, depth)), upright((width, depth), [colors[1], colors[0]]), 0.62)
    waves = Image.new("L", (width, depth))
    for band in range(24):
        top, thick = round(depth * (band / 24) ** 1.6), max(2, round(depth * 0.09 * (band + 1) / 24) + 3)
        waves.paste(noise(rng, (width, thick), (max(4, 60 - 2 * band), 3)), (0, top))
    crests = waves.filter(ImageFilter.GaussianBlur(1)).point([max(0, value - 165) for value in range(256)])
    water.paste(colors[-1], (0, 0, width, depth), crests)
    picture.paste(water, (0, horizon))
    ImageDraw.Draw(picture).line([(0, horizon), (width, horizon)], fill=mixed(colors[0], colors[-1], 0.45), width=2)
    return grained(shaded(picture, 0.2), rng, 0.05)


def dunes(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Sand under a low sun, as a camera with a slow film sees it."""
    width, height = size
    picture = upright(size, [mixed(colors[-1], colors[-2], 0.3), colors[-1]])
    for index in range(rng.randint(4, 6)):
        base = height * (0.3 + 0.15 * index)
        line = profile(rng, width, cells=2 + index // 2, octaves=3)
        crest = [(x, base - (value - 0.5) * height * 0.26) for x, value in enumerate(line)]
        body = Image.new("L", size)
        ImageDraw.Draw(body).polygon([(0, height), *crest, (width, height)], fill=255)
        light = coloured(ripples(rng, size, index), [colors[1], colors[2 % len(colors)], colors[-1]])
        picture.paste(light, mask=body)
        shadow = Image.new("L", size)
        lee = [(x + height * 0.05, y + (0.14 + 0.2 * line[x]) * height) for x, y in crest]
        ImageDraw.Draw(shadow).polygon([*crest, *reversed(lee)], fill=150)
        shadow = ImageChops.multiply(shadow.filter(ImageFilter.GaussianBlur(height // 60)), body)
        picture.paste(colors[0], (0, 0, *size), shadow)
    return grained(shaded(picture, 0.45), rng, 0.1)


def ripples(rng: Random, size: Size, index: int) -> Image.Image:
    """Lines that the wind leaves, finer the further away."""
    height = size[1]
    broad = clouds(rng, size, (3, 3), 3)
    fine = noise(rng, size, (8, max(8, height // (6 + 4 * index))))
    return Image.blend(broad, fine, 0.28).rotate(
        rng.uniform(-5, 5), Image.Resampling.BICUBIC, expand=False, fillcolor=128
    )


def nights(rng: Random, size: Size, colors: Stops) -> Image.Image:
    """Windows, lamps and rain in a city, out of focus."""
    width, height = size
    picture = coloured(clouds(rng, size, (3, 2), 4), [colors[0], mixed(colors[0], colors[1], 0.5)])
    for blocks in range(3):
        draw = ImageDraw.Draw(picture)
        tone, left = mixed(colors[0], colors[1], 0.1 + 0.2 * blocks), 0
        while left < width:
            wide, top = (
                rng.randint(width // 14, width // 6),
                round(height * rng.uniform(0.1, 0.5) + blocks * height * 0.12),
            )
            draw.rectangle((left, top, left + wide, height), fill=tone)
            windows(draw, rng, (left, top, wide, height), colors)
            left += wide
        picture = picture.filter(ImageFilter.GaussianBlur(3 - blocks))
    lamps = Image.new("RGB", size)
    for _ in range(rng.randint(50, 90)):
        bokeh(lamps, rng, rng.choice(colors[2:]))
    picture = ImageChops.screen(picture, lamps.filter(ImageFilter.GaussianBlur(1.5)))
    wet = picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((width, height // 3)).filter(ImageFilter.BoxBlur(6))
    picture.paste(Image.blend(wet, Image.new("RGB", wet.size, colors[0]), 0.45), (0, height - height // 3))
    return grained(shaded(picture, 0.5), rng, 0.08)


def windows(draw: ImageDraw.ImageDraw, rng: Random, place: tuple[int, int, int, int], colors: Stops) -> None:
    """Some of them lit."""
    left, top, wide, height = place
    step = max(8, wide // 6)
    for x in range(left + step // 2, left + wide - step, step):
        for y in range(top + step, height - height // 4, step + step // 2):
            if rng.random() < 0.22:
                draw.rectangle(
                    (x, y, x + step // 2, y + step // 2), fill=mixed(colors[0], rng.choice(colors[2:]), 0.75)
                )


def bokeh(picture: Image.Image, rng: Random, color: Rgb) -> None:
    """A lamp as a disc."""
    width, height = picture.size
    radius = round(min(picture.size) * rng.choice((0.008, 0.012, 0.02, 0.035)))
    x, y = rng.randint(0, width), rng.randint(round(height * 0.35), round(height * 0.8))
    spot = Image.new("L", (2 * radius, 2 * radius))
    ImageDraw.Draw(spot).ellipse((0, 0, 2 * radius - 1, 2 * radius - 1), fill=rng.randint(60, 190))
    picture.paste(color, (x - radius, y - radius), spot)
