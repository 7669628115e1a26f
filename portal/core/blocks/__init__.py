from portal.core.blocks.body import BodyBlock
from portal.core.blocks.figures import PollFigureBlock, RankingBlock
from portal.core.blocks.links import LinkBlock, ResourceBlock
from portal.core.blocks.media import FigureBlock
from portal.core.blocks.record import RecordBlock
from portal.core.blocks.text import NoticeBlock, TextBlock

__all__ = [
    "BodyBlock",
    "FigureBlock",
    "LinkBlock",
    "NoticeBlock",
    "PollFigureBlock",
    "RankingBlock",
    "RecordBlock",
    "ResourceBlock",
    "TextBlock",
]
