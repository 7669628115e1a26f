from wagtail import hooks

from home.synthesis import admin as synthesis

hooks.register("register_admin_urls", synthesis.urls)
hooks.register("register_admin_menu_item", synthesis.item)
