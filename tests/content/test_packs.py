"""The packs that come with the app keep the rules."""

import re

import pytest
from pyphen import Pyphen
