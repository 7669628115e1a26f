from wagtail import hooks

from home.admin.dashboard import ResourcesPanel
from home.synthesis import admin as synthesis

hooks.register("register_admin_urls", synthesis.urls)
hooks.register("register_admin_menu_item", synthesis.item)


@hooks.register("construct_homepage_panels")
def show_what_is_to_be_reviewed(request, panels):
    panels.append(ResourcesPanel())
