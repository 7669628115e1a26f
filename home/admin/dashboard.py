"""The panel on the first screen: which resources nobody looked at in time."""

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.permission_policies.pages import PagePermissionPolicy

from home import resources
from home.models import ResourceListPage


class ResourcesPanel(Component):
    """For those who may change the pages that list them."""

    name = "resources_to_review"
    template_name = "home/admin/to_review.html"
    order = 120

    def get_context_data(self, parent_context):
        policy = PagePermissionPolicy(ResourceListPage)
        user = parent_context["request"].user
        pages = policy.instances_user_has_permission_for(user, "change").live()
        return {"due": resources.to_review(pages, timezone.localdate())}
