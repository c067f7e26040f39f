"""Pictures that show the same, told to their owner: at upload, on the image, and in groups."""

import pytest
from PIL import Image as Pillow

from gallery.duplicates import families
from gallery.models import Image
from gallery.tests.library import new_image, upload
from gallery.tests.pictures import encoded, jpeg, quarters, scene

pytestmark = pytest.mark.django_db
HASH = 0x0F1E2D3C4B5A6978
BLUE, GREEN = ([{"hex": value, "name": "", "share": 1.0}] for value in ("#2040c0", "#20a040"))


def flipped(*bits):
    """A hash that differs from HASH in these bits."""
    return f"{HASH ^ sum(1 << bit for bit in bits):016x}"


def photograph():
    """Something with a hash that tells much: patches of another grey each."""
    checks = Pillow.frombytes("L", (9, 8), bytes(37 * n % 251 for n in range(72))).resize(
        (900, 800), Pillow.Resampling.BICUBIC
    )
    return checks.convert("RGB")


def told(client, image):
    return client.get(f"/api/images/{image.pk}").json()["duplicates"]


def ids(*images):
    return [str(image.pk) for image in images]


VARIANTS = {
    "encoded again": lambda image: encoded(image, "JPEG", quality=40),
    "in another format": lambda image: encoded(image, "WEBP"),
    "scaled": lambda image: encoded(image.resize((225, 200)), "JPEG"),
    "cut a little": lambda image: encoded(image.crop((9, 8, 891, 792)), "JPEG"),
    "brighter": lambda image: encoded(image.point(lambda value: min(255, value * 11 // 10)), "JPEG"),
    "grey": lambda image: encoded(image.convert("L"), "JPEG"),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_copy_is_told_at_its_upload_and_on_both(adas, variant):
    image = photograph()
    first = upload(adas, encoded(image, "PNG"), "first.png")
    second = upload(adas, VARIANTS[variant](image), "second.jpg")
    assert (second["status"], second["image"]["duplicates"]) == ("created", [first["id"]])
    assert adas.get(f"/api/images/{first['id']}").json()["duplicates"] == [second["id"]]


def test_different_pictures_are_no_copies(adas):
    for number, image in enumerate(
        (photograph(), photograph().transpose(Pillow.Transpose.ROTATE_180), scene(), quarters())
    ):
        assert upload(adas, encoded(image, "PNG"), f"{number}.png")["image"]["duplicates"] == []


def test_plain_pictures_of_different_colours_are_no_copies(adas):
    sheets = [
        upload(adas, encoded(Pillow.new("RGB", (90, 60), c), "PNG"), f"{c}.png") for c in ("white", "navy", "red")
    ]
    assert [sheet["image"]["duplicates"] for sheet in sheets] == [[], [], []]
    again = upload(adas, encoded(Pillow.new("RGB", (180, 120), "navy"), "JPEG"), "navy.jpg")
    assert again["image"]["duplicates"] == [sheets[1]["id"]]


def test_the_same_bytes_are_one_picture_and_no_copy(adas):
    upload(adas, jpeg(80, 60))
    again = upload(adas, jpeg(80, 60))
    assert (again["status"], again["image"]["duplicates"]) == ("duplicate", [])


def test_the_most_alike_come_first_up_to_seven_bits(ada, adas):
    image = new_image(ada, perceptual_hash=flipped())
    far, near, same = (new_image(ada, perceptual_hash=flipped(*range(0, 9 * n, 9))) for n in (7, 3, 0))
    new_image(ada, perceptual_hash=flipped(*range(8)))
    assert told(adas, image) == ids(same, near, far)


@pytest.mark.parametrize(
    ("facts", "alike"), [({}, True), ({"width": 390}, True), ({"width": 300, "height": 400}, False)]
)
def test_copies_have_the_same_shape(ada, adas, facts, alike):
    image, other = new_image(ada, perceptual_hash=flipped()), new_image(ada, perceptual_hash=flipped(), **facts)
    assert told(adas, image) == (ids(other) if alike else [])


def test_where_the_hash_tells_little_the_colour_decides(ada, adas):
    sheet, same, other = (new_image(ada, colors=colors) for colors in (BLUE, BLUE, GREEN))
    assert told(adas, sheet) == ids(same)
    assert told(adas, other) == []


def test_others_pictures_are_nobodys_copies(ada, adas, ben):
    image = new_image(ada, perceptual_hash=flipped())
    new_image(ben, perceptual_hash=flipped())
    assert told(adas, image) == []


def test_of_very_many_copies_fifty_are_told(ada, adas):
    image = new_image(ada, perceptual_hash=flipped())
    for _ in range(55):
        new_image(ada, perceptual_hash=flipped(1))
    assert len(told(adas, image)) == 50


def groups(client, **query):
    answer = client.get("/api/images/duplicates", query)
    assert answer.status_code == 200, answer.content
    return [[image["title"] for image in group["images"]] for group in answer.json()["results"]]


def test_a_library_is_told_in_groups_the_newest_first_and_in_each_the_largest(ada, adas, ben):
    new_image(ada, "alone", perceptual_hash=flipped(*range(30)))
    new_image(ada, "small", perceptual_hash=flipped(), width=200, height=150)
    new_image(ada, "large", perceptual_hash=flipped(5, 50, 60))
    new_image(ada, "sheet", colors=BLUE)
    new_image(ada, "green", colors=GREEN)
    new_image(ada, "sheet again", colors=BLUE)
    new_image(ben, "bens", perceptual_hash=flipped())
    assert groups(adas) == [["sheet", "sheet again"], ["large", "small"]]
    assert groups(adas, page_size=1, page=2) == [["large", "small"]]


def test_a_picture_in_a_group_is_told_with_what_choosing_takes(ada, adas):
    for _ in range(2):
        new_image(ada, "one", perceptual_hash=flipped())
    image = adas.get("/api/images/duplicates").json()["results"][0]["images"][0]
    told = {"id", "title", "original_filename", "width", "height", "file_size", "uploaded_at", "thumbnails"}
    assert set(image) == told
    assert set(image["thumbnails"]["small"]) == {"url", "width", "height"}


def test_groups_are_for_whoever_is_signed_in(visitor):
    assert visitor.get("/api/images/duplicates").status_code == 401


def test_hashes_three_bits_apart_are_of_one_family_wherever_the_bits_are():
    for bits in ((0, 1, 2), (3, 20, 61), (0, 4, 8), (7, 30)):
        assert len(set(families([flipped(), flipped(*bits)]).values())) == 1
    assert len(set(families([flipped(), flipped(0, 1, 2, 3)]).values())) == 2
    assert len(set(families([flipped(), flipped(0, 1), flipped(0, 1, 2, 3)]).values())) == 1


def test_a_group_costs_a_fixed_number_of_queries(ada, adas, django_assert_num_queries):
    for number in range(20):
        new_image(ada, perceptual_hash=flipped(number % 3))
    assert Image.objects.count() == 20
    with django_assert_num_queries(4):
        assert len(groups(adas)) == 1
