from wagtail import blocks


class SectionValue(blocks.StructValue):
    @property
    def is_written(self):
        """False for a section laid out and left as it was: only its heading stands."""
        return any(bool(value) for name, value in self.items() if name != "heading")


class Section(blocks.StructBlock):
    """A part of a report under its own heading; readers see it once it is written."""

    class Meta:
        value_class = SectionValue


def entries(block, **options):
    """A list that may stay empty, so that a section can be left for later."""
    return blocks.ListBlock(block, min_num=0, default=[], **options)
