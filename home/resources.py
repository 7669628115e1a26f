"""Lists of resources: what a reader sees of them, and what the team has to review."""

from dataclasses import dataclass

from home.resource_blocks import ListedResourceValue


@dataclass(frozen=True)
class Entry:
    """A resource in its list; ``replaced_by`` leads to ``replaced_by_url``."""

    resource: ListedResourceValue
    anchor: str
    is_to_review: bool
    replaced_by: str = ""
    replaced_by_url: str = ""


@dataclass(frozen=True)
class ToReview:
    page: object
    resource: ListedResourceValue


def entries(stream, today):
    """What ``stream`` lists, in its order but for what was replaced, which ends it."""
    anchors = {one.value["title"]: _anchor(one) for one in stream}
    listed = sorted(stream, key=lambda one: one.value.is_replaced)
    return [
        Entry(
            one.value,
            _anchor(one),
            one.value.is_to_review(today),
            *_replacement(one.value, anchors),
        )
        for one in listed
    ]


def to_review(pages, today):
    """What of ``pages`` should have been looked at before ``today``, longest first."""
    found = [
        ToReview(page, one.value)
        for page in pages
        for one in page.resources
        if one.value.is_to_review(today)
    ]
    return sorted(found, key=lambda due: due.resource["review_on"])


def _anchor(block):
    return f"ressource-{block.id}"


def _replacement(resource, anchors):
    """The title and the address of what replaces it; blank where nothing does."""
    if not resource.is_replaced:
        return "", ""
    if page := resource["replacing_page"]:
        page = page.localized
        return page.title, page.url or ""
    if document := resource["replacing_document"]:
        return document.title, document.url
    named = resource["replaced_by"]
    return named, f"#{anchors[named]}" if named in anchors else ""
