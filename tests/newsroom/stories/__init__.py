"""The twelve stories written for the newsroom; every name, place and event in them is made up."""

from tests.newsroom.stories.budaya import BUDAYA
from tests.newsroom.stories.daerah import DAERAH
from tests.newsroom.stories.ekonomi import EKONOMI

STORIES = (*DAERAH, *EKONOMI, *BUDAYA)
