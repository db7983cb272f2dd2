"""How well a reading tells who was killed and who was injured, against two archives of shootings in the United States.

GVA (`gva` under the data folder, SemEval-2018 task 5): killed and injured of the incident that a report tells of.
GVDB (`gvdb`): victims' names and ages, how many were killed and injured, the city, the place and the weapon.

**Protocol.** A reading holds events; an archive holds one incident a report. The main incident of a reading is read
off its ASSAULT events that happened (certainty asserted or alleged) in four steps (`main.py`):

1. the main event is the one with the most mentions, the first of equals, among those with a toll or, where none has
   one, among all;
2. events of other days or of other towns are other incidents; the rest tell of the same one;
3. its killed are the most that any event of the incident has, its injured likewise: one report divides an incident
   into events by what was done, and repeats tolls;
4. of a range the upper end counts, the lower one where it is open. What is not said counts as nought.
"""

from bench.casualties.score import Figures, measure

__all__ = ["Figures", "measure"]
