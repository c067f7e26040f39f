"""Who signs in."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import MinLengthValidator, RegexValidator
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from accounts.models.preferences import Preferences


class UserManager(BaseUserManager["User"]):
    """Users are born whole: with their artist profile and their statistics, in one transaction."""

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """The address without surrounding space, its domain in lower case; the part before the @ keeps its case."""
        local, at, domain = (email or "").strip().rpartition("@")
        return f"{local}{at}{domain.lower()}"

    @transaction.atomic
    def create_user(self, username: str, email: str, password: str | None = None, **fields: Any) -> "User":
        """Save a user; raises IntegrityError where username or email is taken, whatever the case."""
        # The models below point at User.
        from accounts.models.artist import Artist
        from accounts.models.statistics import Statistics

        user = self.model(username=username, email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db, force_insert=True)
        Artist.objects.using(self._db).create(user=user, artist_name=username)
        Statistics.objects.using(self._db).create(user=user)
        return user

    def create_superuser(self, username: str, email: str, password: str | None = None, **fields: Any) -> "User":
        """As `create_user`, with every right; who installs the site vouches for the address."""
        rights = {"is_staff": True, "is_superuser": True, "is_verified": True}
        return self.create_user(username, email, password, **rights | fields)

    def called(self, identifier: str) -> "models.QuerySet[User]":
        """Who has this username or, where it holds an @, this email, whatever the case: one or none."""
        name = "email" if "@" in identifier else "username"
        # Written as LOWER(…) = … because only that meets the functional index, on both databases.
        return self.alias(lowered=Lower(name)).filter(lowered=identifier.strip().lower())

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user of that name, whatever its case; raises User.DoesNotExist."""
        return self.called(username or "").get()


class User(AbstractBaseUser, PermissionsMixin, Preferences):
    """A person with an account. Username and email keep their case and are unique whatever it is."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(
        _("username"),
        max_length=30,
        unique=True,
        validators=[
            MinLengthValidator(3),
            RegexValidator(
                r"\A[A-Za-z0-9._-]+\Z", _("Use letters from a to z, digits, dots, underscores and hyphens only.")
            ),
        ],
        error_messages={"unique": _("This username is taken.")},
    )
    email = models.EmailField(_("email address"), max_length=254)
    is_verified = models.BooleanField(_("address verified"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("may enter the admin"), default=False)
    created_at = models.DateTimeField(_("registered at"), auto_now_add=True)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["email"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        # The few who are shut out, whose things are left out of every list.
        indexes = [models.Index("id", name="accounts_user_shut_out", condition=models.Q(is_active=False))]
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="accounts_username_any_case",
                violation_error_message=_("This username is taken."),
            ),
            models.UniqueConstraint(
                Lower("email"), name="accounts_email_any_case", violation_error_message=_("This address is in use.")
            ),
        ]

    def __str__(self) -> str:
        return self.username

    def get_absolute_url(self) -> str:
        """The path of this person's public page."""
        return f"/@{self.username}"
