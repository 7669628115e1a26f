from uuid import uuid4

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import RevisionMixin

from portal.core.models import Words
from services.models.previewed import Previewed
from services.slugs import free_slug


class Organisation(RevisionMixin, Previewed, ClusterableModel):
    """Who answers for services (HSDS ``organization``); it may offer several."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    name = Words(models.CharField, _("name"), max_length=255)
    alternate_name = Words(
        models.CharField, _("other name"), max_length=255, blank=True
    )
    description = Words(models.TextField, _("description"), blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    email = models.EmailField(_("public e-mail"), blank=True)
    is_fictional = models.BooleanField(_("example (fictional)"), default=False)

    _revisions = GenericRelation(
        "wagtailcore.Revision", related_query_name="organisation"
    )

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name_fr"]
        indexes = [models.Index(fields=["name_fr"], name="services_organisation_name")]

    def __str__(self):
        return self.name

    @property
    def revisions(self):
        return self._revisions

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = free_slug(self)
        super().save(*args, **kwargs)
