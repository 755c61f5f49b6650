"""What a chart says: each signal as a sentence, and the verdict of the whole."""

from wellrun_spc.readings.notices import notices_of
from wellrun_spc.readings.scene import Scene
from wellrun_spc.readings.signals import signal_of
from wellrun_spc.readings.verdict import reading_of

__all__ = ["Scene", "notices_of", "reading_of", "signal_of"]
