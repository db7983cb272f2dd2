"""Words by which other systems name kinds of happenings: their incident types, names and labels -> type and mode.

Longer words are looked for first. `NOT_OURS` are words of attacks on computers: what has one is no event of ours, whatever
else it says.
"""

from __future__ import annotations

KINDS = """
drone strike | ASSAULT | drone
drone attack | ASSAULT | drone
drone | ASSAULT | drone
uav | ASSAULT | drone
unmanned aerial | ASSAULT | drone
loitering munition | ASSAULT | drone
air strike | ASSAULT | airstrike
airstrike | ASSAULT | airstrike
aerial bombing | ASSAULT | airstrike
air raid | ASSAULT | airstrike
rocket | ASSAULT | rocket
missile | ASSAULT | missile
shelling | ASSAULT | shelling
artillery | ASSAULT | shelling
mortar | ASSAULT | shelling
suicide bombing | ASSAULT | suicide-bombing
suicide attack | ASSAULT | suicide-bombing
suicide vest | ASSAULT | suicide-bombing
car bomb | ASSAULT | bombing
improvised explosive device | ASSAULT | bombing
ied | ASSAULT | bombing
vbied | ASSAULT | bombing
bombing | ASSAULT | bombing
bomb attack | ASSAULT | bombing
explosion | ASSAULT | bombing
landmine | ASSAULT | mine
land mine | ASSAULT | mine
unexploded ordnance | ASSAULT | mine
grenade | ASSAULT | grenade
mass shooting | ASSAULT | shooting
shooting | ASSAULT | shooting
gunfire | ASSAULT | shooting
small arms fire | ASSAULT | shooting
assassination | ASSAULT | -
armed clash | ASSAULT | clash
clash | ASSAULT | clash
firefight | ASSAULT | clash
ambush | ASSAULT | raid
raid | ASSAULT | raid
armed robbery | ASSAULT | raid
looting | ASSAULT | raid
kidnapping | ASSAULT | abduction
abduction | ASSAULT | abduction
hostage taking | ASSAULT | abduction
arson | ASSAULT | arson
stabbing | ASSAULT | stabbing
knife attack | ASSAULT | stabbing
vehicle ramming | ASSAULT | other
sabotage | ASSAULT | other
vandalism | ASSAULT | other
armed attack | ASSAULT | -
terrorist attack | ASSAULT | -
physical attack | ASSAULT | -
protest | PROTEST | -
demonstration | PROTEST | -
riot | PROTEST | -
threat of violence | THREATEN | -
bomb threat | THREATEN | -
ceasefire | AGREE | -
arrest | COERCE | -
detention | COERCE | -
"""

NOT_OURS = """
malware ransomware phishing ddos botnet trojan backdoor spyware wiper c2 exfiltration
credential intrusion defacement vulnerability exploit spearphishing infostealer
""".split()
