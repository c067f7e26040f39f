"""How an artist's portfolio looks and what it offers."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portfolio.looks.themes import Theme, Typeface


class Layout(models.TextChoices):
    """How works are laid out."""

    GRID = "grid", _("grid")
    JUSTIFIED = "justified", _("justified rows")
    COLUMNS = "columns", _("columns")
    SLIDESHOW = "slideshow", _("slideshow")


def every_section() -> list[str]:
    """The parts of a portfolio page, in the order that they have unless their artist gives them another."""
    return ["featured", "galleries", "works", "about", "contact"]


class Portfolio(models.Model):
    """One for each artist, under their id. Made when it is first changed: until then it is as the defaults say.

    `theme` and `typeface` may hold a name from before there was a list: `theme_named` and `typeface_named` read them.
    """

    artist = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="portfolio"
    )
    theme = models.CharField(_("theme"), max_length=40, default=Theme.PAPER.value)
    layout = models.CharField(_("layout"), max_length=10, choices=Layout.choices, default=Layout.JUSTIFIED)
    accent = models.CharField(_("accent"), max_length=7, blank=True, help_text=_("A colour such as #336699"))
    typeface = models.CharField(_("typeface"), max_length=40, default=Typeface.CLASSIC.value)
    sections = models.JSONField(_("sections"), default=every_section)
    cover = models.ForeignKey(
        "gallery.Artwork", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover")
    )
    portrait = models.ForeignKey(
        "gallery.Image", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("portrait")
    )
    commissions_open = models.BooleanField(_("takes commissions"), default=True)
    commission_slots = models.PositiveSmallIntegerField(_("commissions at a time"), null=True, blank=True)
    commission_terms = models.TextField(_("terms of commissions"), max_length=5_000, blank=True)
    commission_prices = models.JSONField(
        _("price list"), default=list, blank=True, help_text=_("A list of {title, price, currency, description}")
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("portfolio")
        verbose_name_plural = _("portfolios")

    def __str__(self) -> str:
        return f"portfolio of {self.artist_id}"
