"""English words that name events, with PLOVER type, mode and where their arguments stand.

A row of `VERBS` is `lemma [particle or object] | TYPE | mode or - | prepositions of the recipient or - | flags`; rows of
`NOUNS` have the same columns. Types follow the PLOVER manual's examples; modes are Dateline's.
Flags: `hard` always physical violence; `soft` violence only with a weapon, harm or physical target around it;
`thing` the subject is a weapon or a thing that does harm, so that the object of the preposition is the recipient;
`person` the object must be a person or a group; `object` the object must be a thing;
`end` the word names an end of a weapon's flight, not a new attack; `state` actors must be public bodies;
`mutual` subjects act on each other; `speech` the clause below is what is asked, promised or threatened;
`foes` two armed parties meet; `armed` armed people who are no state's do it to people or a vehicle;
`reverse` the subject is the recipient; `back` the word only points back to an attack ("what happened at …").
"""

from __future__ import annotations

VERBS = """
make off | ASSAULT | abduction | with | armed
make away | ASSAULT | abduction | with | armed
put blacklist | SANCTION | - | - | state
add blacklist | SANCTION | - | - | state
blacklist | SANCTION | - | - | state
announce grant | AID | - | for,to | state
announce aid | AID | - | for,to | state
announce compensation | AID | - | for,to | state
announce donation | AID | - | for,to | state
turn back | COERCE | - | - | -
chair jirga | CONSULT | - | with | state
chair session | CONSULT | - | with | state
hold jirga | CONSULT | - | with | state
assure support | SUPPORT | - | - | state
call absurd | REJECT | - | - | denial
call ridiculous | REJECT | - | - | denial
convey protest | ACCUSE | - | to | state
deliver protest | ACCUSE | - | to | state
hand protest | ACCUSE | - | to | state
slit throat | ASSAULT | stabbing | of | hard
cut throat | ASSAULT | stabbing | of | hard
strangle | ASSAULT | other | - | hard
throttle | ASSAULT | other | - | soft person
club | ASSAULT | other | - | soft person
bludgeon | ASSAULT | other | - | hard
stone | ASSAULT | other | - | soft person
flog | ASSAULT | other | - | hard
hang | ASSAULT | other | - | soft person
drown | ASSAULT | other | - | soft person
butcher | ASSAULT | other | - | soft person
liquidate | ASSAULT | other | - | soft person
rake | ASSAULT | shooting | - | soft
riddle | ASSAULT | shooting | - | soft
pepper | ASSAULT | - | - | soft
dynamite | ASSAULT | bombing | - | hard
seize town | ASSAULT | raid | - | hard
seize village | ASSAULT | raid | - | hard
seize base | ASSAULT | raid | - | hard
seize post | ASSAULT | raid | - | hard
seize ship | ASSAULT | abduction | - | hard
seize tanker | ASSAULT | abduction | - | hard
seize vessel | ASSAULT | abduction | - | hard
seize boat | ASSAULT | abduction | - | hard
capture base | ASSAULT | raid | - | hard
capture post | ASSAULT | raid | - | hard
capture town | ASSAULT | raid | - | hard
capture village | ASSAULT | raid | - | hard
capture city | ASSAULT | raid | - | hard
waylay | ASSAULT | raid | - | hard
board tanker | ASSAULT | raid | - | hard
board ship | ASSAULT | raid | - | hard
board vessel | ASSAULT | raid | - | hard
drive van | ASSAULT | other | into | armed
drive car | ASSAULT | other | into | armed
drive truck | ASSAULT | other | into | armed
drive lorry | ASSAULT | other | into | armed
drive vehicle | ASSAULT | other | into | armed
run over | ASSAULT | other | - | soft person
send bomb | ASSAULT | bombing | to | soft
mail bomb | ASSAULT | bombing | to | soft
gas | ASSAULT | other | - | soft
sink | ASSAULT | - | - | soft object armed
torpedo | ASSAULT | - | - | hard
finish off | ASSAULT | - | - | soft person
run amok | ASSAULT | - | - | hard
infiltrate | ASSAULT | raid | - | soft
want | REQUEST | - | - | asked
ask for return | REQUEST | - | from | state
ask for help | REQUEST | - | from | state
ask for troop | REQUEST | - | from | state
ask for soldier | REQUEST | - | from | state
ask for reinforcement | REQUEST | - | from | state
ask for release | REQUEST | - | from | state
ask for extradition | REQUEST | - | from | state
ask for withdrawal | REQUEST | - | from | state
ask for weapon | REQUEST | - | from | state
ask for inquiry | REQUEST | - | from | state
ask for investigation | REQUEST | - | from | state
ask for ceasefire | REQUEST | - | from | state
ask for talks | REQUEST | - | from | state
ask for deployment | REQUEST | - | from | state
ask for protection | REQUEST | - | from | state
press | REQUEST | - | - | asked
tell | REQUEST | - | - | asked armless
describe baseless | REJECT | - | - | denial
describe false | REJECT | - | - | denial
describe unfounded | REJECT | - | - | denial
describe fabrication | REJECT | - | - | denial
describe propaganda | REJECT | - | - | denial
have knowledge | REJECT | - | of | none
receive threat | THREATEN | - | from | reverse
give day | THREATEN | - | to | clause leave
give hour | THREATEN | - | to | clause leave
promise response | THREATEN | - | to | state
promise reply | THREATEN | - | to | state
vow response | THREATEN | - | to | state
promise punishment | THREATEN | - | - | state
set up barricade | PROTEST | - | - | -
set up roadblock | PROTEST | - | - | crowd
erect barricade | PROTEST | - | - | -
call strike | PROTEST | - | against,over | -
call shutdown | PROTEST | - | against,over | -
call bandh | PROTEST | - | - | -
call for bandh | PROTEST | - | - | -
call for strike | PROTEST | - | - | -
call for shutdown | PROTEST | - | - | -
call for protest | PROTEST | - | against | -
call for demonstration | PROTEST | - | against | -
gather outside | PROTEST | - | - | crowd
gather front | PROTEST | - | - | crowd
chant | PROTEST | - | against | crowd
freeze asset | SANCTION | - | of | state
freeze account | SANCTION | - | of | state
ban flight | SANCTION | - | to,from | state
suspend flight | SANCTION | - | to,from | state
halt flight | SANCTION | - | to,from | state
impose measure | SANCTION | - | on,against | state
order stay | COERCE | - | - | state
order evacuate | COERCE | - | - | state
tell stay | COERCE | - | - | state
leave | RETREAT | - | - | troops
exchange prisoner | RETREAT | - | with | mutual
exchange detainee | RETREAT | - | with | mutual
exchange captive | RETREAT | - | with | mutual
exchange hostage | RETREAT | - | with | mutual
swap prisoner | RETREAT | - | with | mutual
hand over weapon | RETREAT | - | to | -
hand over arm | RETREAT | - | to | -
lay down arm | RETREAT | - | - | -
fly in | AID | - | - | aid state
fly in team | AID | - | - | state
hand over | AID | - | - | aid
voice support | SUPPORT | - | for | state
voice solidarity | SUPPORT | - | with | state
express support | SUPPORT | - | for | state
pledge support | SUPPORT | - | for,to | state
attribute | ACCUSE | - | to | blame
file complaint | ACCUSE | - | against,with | state
lodge complaint | ACCUSE | - | against,with | state
curb attack | CONCEDE | - | - | state
curb strike | CONCEDE | - | - | state
open round | CONSULT | - | - | state
fire gas | COERCE | - | at,on,into,against | -
use gas | COERCE | - | against,on | -
use cannon | COERCE | - | against,on | -
offer resignation | CONCEDE | - | - | state
promise election | CONCEDE | - | - | state
leave outpost | RETREAT | - | - | -
leave base | RETREAT | - | - | -
leave position | RETREAT | - | - | -
hand in rifle | RETREAT | - | - | -
hand in weapon | RETREAT | - | - | -
hand in gun | RETREAT | - | - | -
hand hostage | RETREAT | - | to | -
hand over hostage | RETREAT | - | to | -
hand over prisoner | RETREAT | - | to | -
throw out ambassador | SANCTION | - | - | state
throw out spokesman | SANCTION | - | - | state
throw out diplomat | SANCTION | - | - | state
shut border | SANCTION | - | with | state
put list | SANCTION | - | - | state
attack | ASSAULT | - | - | hard
ambush | ASSAULT | raid | - | hard
assault | ASSAULT | raid | - | hard
raid | ASSAULT | raid | - | soft
storm | ASSAULT | raid | - | soft
overrun | ASSAULT | raid | - | soft
call in | ASSAULT | - | on | soft
descend | ASSAULT | raid | on,upon | soft
swoop | ASSAULT | raid | on | soft
deprive liberty | ASSAULT | abduction | - | hard
besiege | ASSAULT | raid | - | soft
bomb | ASSAULT | bombing | - | hard
bombard | ASSAULT | shelling | - | hard
shell | ASSAULT | shelling | - | hard
strafe | ASSAULT | airstrike | - | hard
mortar | ASSAULT | shelling | - | hard
firebomb | ASSAULT | arson | - | hard
torch | ASSAULT | arson | - | hard
burn | ASSAULT | arson | - | soft object
raze | ASSAULT | arson | - | soft
ransack | ASSAULT | raid | - | hard
loot | ASSAULT | raid | - | soft
vandalise | ASSAULT | other | - | soft
vandalize | ASSAULT | other | - | soft
set fire | ASSAULT | arson | to | hard
kidnap | ASSAULT | abduction | - | hard
abduct | ASSAULT | abduction | - | hard
hijack | ASSAULT | abduction | - | soft
snatch | ASSAULT | abduction | - | soft person
take hostage | ASSAULT | abduction | - | hard
hold hostage | ASSAULT | abduction | - | hard
drag | ASSAULT | abduction | - | soft person
march | ASSAULT | abduction | - | soft person
carry off | ASSAULT | abduction | - | soft person
bundle | ASSAULT | abduction | - | soft person
shoot | ASSAULT | shooting | at,on | soft
gun down | ASSAULT | shooting | - | hard
machine-gun | ASSAULT | shooting | - | hard
open fire | ASSAULT | shooting | on,at | hard
open up | ASSAULT | shooting | on | soft
spray | ASSAULT | shooting | - | soft
fire | ASSAULT | - | at,on,into,toward,towards,against,over | soft
lob | ASSAULT | - | at,into,toward | soft
hurl | ASSAULT | - | at,into,toward | soft
throw | ASSAULT | - | at,into,toward | soft
launch | ASSAULT | - | at,on,against,toward,towards | soft
aim | ASSAULT | - | at | soft
drop | ASSAULT | - | on,over | soft
discharge | ASSAULT | shooting | at,against | soft
snipe | ASSAULT | shooting | at | hard
assassinate | ASSAULT | - | - | hard
murder | ASSAULT | - | - | hard
massacre | ASSAULT | - | - | hard
slaughter | ASSAULT | - | - | soft person
behead | ASSAULT | stabbing | - | hard
decapitate | ASSAULT | stabbing | - | hard
stab | ASSAULT | stabbing | - | hard
knife | ASSAULT | stabbing | - | hard
hack | ASSAULT | stabbing | - | soft person
slash | ASSAULT | stabbing | - | soft person
lynch | ASSAULT | other | - | hard
execute | ASSAULT | shooting | - | soft person
torture | ASSAULT | other | - | hard
rape | ASSAULT | other | - | hard
beat | ASSAULT | other | - | soft person
poison | ASSAULT | other | - | soft person
kill | ASSAULT | - | - | soft harm
slay | ASSAULT | - | - | soft harm
wound | ASSAULT | - | - | soft harm
injure | ASSAULT | - | - | soft harm
maim | ASSAULT | - | - | soft harm
blow up | ASSAULT | bombing | - | hard
detonate | ASSAULT | bombing | near,in,at,outside,inside,beside,under,on | hard thing
explode | ASSAULT | bombing | near,in,at,outside,inside,beside,under,on | hard thing
go off | ASSAULT | bombing | near,in,at,outside,inside,beside,under,on | soft thing
rip | ASSAULT | bombing | through | soft thing
tear | ASSAULT | bombing | through | soft thing
plow | ASSAULT | - | into | soft thing
plough | ASSAULT | - | into | soft thing
slam | ASSAULT | - | into,on | soft thing
crash | ASSAULT | - | into,on | soft thing
smash | ASSAULT | - | into | soft thing
land | ASSAULT | - | on,in,near,inside,outside,at | soft thing
fall | ASSAULT | - | on,in,near,inside,outside,at | soft thing
rain | ASSAULT | - | on | soft thing
impact | ASSAULT | - | on,in,near | soft thing
ram | ASSAULT | - | into | soft
strike | ASSAULT | - | at | soft
hit | ASSAULT | - | - | soft
hit back | ASSAULT | - | at,with | soft
target | ASSAULT | - | - | soft
pound | ASSAULT | - | - | soft
hammer | ASSAULT | - | - | soft
batter | ASSAULT | - | - | soft
flatten | ASSAULT | - | - | soft
destroy | ASSAULT | - | - | soft
demolish | ASSAULT | - | - | soft
level | ASSAULT | - | - | soft object
wipe out | ASSAULT | - | - | soft
take out | ASSAULT | - | - | soft
damage | ASSAULT | - | - | soft
eliminate | ASSAULT | - | - | soft person
neutralise | ASSAULT | - | - | soft person
neutralize | ASSAULT | - | - | soft person
clash | ASSAULT | clash | with | soft mutual
skirmish | ASSAULT | clash | with | hard mutual
battle | ASSAULT | clash | with,against | soft mutual
fight | ASSAULT | clash | with,against | soft mutual
trade fire | ASSAULT | clash | with | hard mutual
exchange fire | ASSAULT | clash | with | hard mutual
come under fire | ASSAULT | - | - | hard reverse
come under attack | ASSAULT | - | - | hard reverse
shoot down | ASSAULT | - | - | soft end
bring down | ASSAULT | - | - | soft end
knock down | ASSAULT | - | - | soft end
down | ASSAULT | - | - | soft end
intercept | ASSAULT | - | - | soft end
hit mine | ASSAULT | mine | - | soft reverse
run over | ASSAULT | mine | - | soft reverse
drive over | ASSAULT | mine | - | soft reverse
step | ASSAULT | mine | - | soft reverse
trigger | ASSAULT | - | - | soft reverse
happen | ASSAULT | - | - | back
occur | ASSAULT | - | - | back
take place | ASSAULT | - | - | back
take away | ASSAULT | abduction | - | armed
lead away | ASSAULT | abduction | - | armed
stop | ASSAULT | - | - | armed
halt | ASSAULT | - | - | armed
hold up | ASSAULT | - | - | armed
arrest | COERCE | - | - | -
rearrest | COERCE | - | - | -
detain | COERCE | - | - | -
jail | COERCE | - | - | -
imprison | COERCE | - | - | -
take away | COERCE | - | - | person
round up | COERCE | - | - | person
capture | COERCE | - | - | -
take prisoner | COERCE | - | - | -
take custody | COERCE | - | - | -
lead away | COERCE | - | - | person
secure | COERCE | - | - | person
apprehend | COERCE | - | - | -
seize | COERCE | - | - | -
confiscate | COERCE | - | - | -
impound | COERCE | - | - | -
expropriate | COERCE | - | - | -
sentence | COERCE | - | - | person
charge | COERCE | - | - | person state
evict | COERCE | - | - | -
disperse | COERCE | - | - | person
tear-gas | COERCE | - | - | person
ban | COERCE | - | - | state
censor | COERCE | - | - | state
block | COERCE | - | - | state
shut down | COERCE | - | - | state
shut | COERCE | - | - | state object
close base | RETREAT | - | - | state
close camp | RETREAT | - | - | state
close embassy | RETREAT | - | - | state
close | COERCE | - | - | state object
seal off | COERCE | - | - | state
cordon off | COERCE | - | - | state
cut | COERCE | - | - | network
cut off | COERCE | - | - | network
oust | COERCE | - | - | state
overthrow | COERCE | - | - | -
depose | COERCE | - | - | -
accuse | ACCUSE | - | - | -
blame | ACCUSE | - | - | -
condemn | ACCUSE | - | - | -
denounce | ACCUSE | - | - | -
decry | ACCUSE | - | - | -
deplore | ACCUSE | - | - | -
criticise | ACCUSE | - | - | -
criticize | ACCUSE | - | - | -
slam | ACCUSE | - | - | state
blast | ACCUSE | - | - | state
lambast | ACCUSE | - | - | -
rebuke | ACCUSE | - | - | -
castigate | ACCUSE | - | - | -
hold responsible | ACCUSE | - | - | -
indict | ACCUSE | - | - | -
sue | ACCUSE | - | - | state
summon | ACCUSE | - | - | state
investigate | ACCUSE | - | - | state weak
protest to | ACCUSE | - | - | state
order inquiry | ACCUSE | - | - | state
order investigation | ACCUSE | - | - | state
open investigation | ACCUSE | - | into | state
launch investigation | ACCUSE | - | into | state
file complaint | ACCUSE | - | with,against | state
lodge complaint | ACCUSE | - | with,against | state
lodge protest | ACCUSE | - | with | state
reject | REJECT | - | - | -
rebuff | REJECT | - | - | -
dismiss | REJECT | - | - | state
deny | REJECT | - | - | denial
refute | REJECT | - | - | denial
refuse | REJECT | - | - | state
decline | REJECT | - | - | state
turn down | REJECT | - | - | -
rule out | REJECT | - | - | state
veto | REJECT | - | - | -
snub | REJECT | - | - | -
spurn | REJECT | - | - | -
wave away | REJECT | - | - | -
brush aside | REJECT | - | - | -
call false | REJECT | - | - | denial
call baseless | REJECT | - | - | denial
call propaganda | REJECT | - | - | denial
call nonsense | REJECT | - | - | denial
call fabrication | REJECT | - | - | denial
call lie | REJECT | - | - | denial
call invention | REJECT | - | - | denial
say false | REJECT | - | - | denial
say untrue | REJECT | - | - | denial
say baseless | REJECT | - | - | denial
disclaim | REJECT | - | - | denial
walk out | REJECT | - | of | state
boycott | REJECT | - | - | -
postpone | REJECT | - | - | state talks
put off | REJECT | - | - | state talks
call off | REJECT | - | - | state talks
cancel | REJECT | - | - | state talks
suspend talks | REJECT | - | with | state
break off talks | REJECT | - | with | state
threaten | THREATEN | - | - | -
warn | THREATEN | - | - | -
vow revenge | THREATEN | - | against,on | -
vow retaliation | THREATEN | - | against,on | -
swear revenge | THREATEN | - | against,on | -
vow | THREATEN | - | - | violent
give ultimatum | THREATEN | - | - | -
issue ultimatum | THREATEN | - | to | -
urge | REQUEST | - | - | -
call on | REQUEST | - | - | -
call for | REQUEST | - | from | -
call upon | REQUEST | - | - | -
appeal | REQUEST | - | to | -
demand | REQUEST | - | from,of | -
ask | REQUEST | - | - | clause state
request | REQUEST | - | from | -
beg | REQUEST | - | - | -
plead | REQUEST | - | with | -
implore | REQUEST | - | - | -
press | REQUEST | - | - | person
pressure | REQUEST | - | - | person
petition | REQUEST | - | - | -
exhort | REQUEST | - | - | -
renew demand | REQUEST | - | - | -
renew call | REQUEST | - | - | -
issue call | REQUEST | - | - | -
meet | CONSULT | - | with | state mutual
confer | CONSULT | - | with | state mutual
hold talks | CONSULT | - | with | state mutual
hold meeting | CONSULT | - | with | state mutual
hold consultations | CONSULT | - | with | state mutual
sit down | CONSULT | - | with | state mutual
telephone | CONSULT | - | - | state
phone | CONSULT | - | - | state
visit | CONSULT | - | - | state talked
host | CONSULT | - | - | state person
receive | CONSULT | - | - | state person
invite | CONSULT | - | - | state
negotiate | CONSULT | - | with | state mutual
discuss | CONSULT | - | with | state
mediate | CONSULT | - | between | state
bring together | CONSULT | - | - | state
travel | CONSULT | - | to | state trip
arrive | CONSULT | - | in,at | state trip
spend time | CONSULT | - | with | state
spend minute | CONSULT | - | with | state
spend hour | CONSULT | - | with | state
agree | AGREE | - | with | mutual
accept | AGREE | - | - | state
approve | AGREE | - | - | state weak
sign agreement | AGREE | - | with | mutual
sign deal | AGREE | - | with | mutual
sign accord | AGREE | - | with | mutual
sign treaty | AGREE | - | with | mutual
sign | AGREE | - | with | state mutual pact
ratify | AGREE | - | - | state
reach agreement | AGREE | - | with | mutual
reach deal | AGREE | - | with | mutual
reach accord | AGREE | - | with | mutual
strike deal | AGREE | - | with | mutual
conclude agreement | AGREE | - | with | mutual
pledge | AID | - | to | aid
promise | AID | - | to | aid
donate | AID | - | to | -
deliver | AID | - | to | aid
hand over | AID | - | to | aid
supply | AID | - | to,with | aid
provide | AID | - | to,with | aid
send | AID | - | to | aid
airlift | AID | - | to | -
fly | AID | - | to | aid
fly | CONSULT | - | to | state trip
evacuate | AID | - | to | -
resume delivery | AID | - | to | -
shelter | AID | - | - | person state
treat | AID | - | - | weak
praise | SUPPORT | - | - | state
endorse | SUPPORT | - | - | state
back | SUPPORT | - | - | state
hail | SUPPORT | - | - | state
applaud | SUPPORT | - | - | state
commend | SUPPORT | - | - | state
welcome | SUPPORT | - | - | state
congratulate | SUPPORT | - | - | state
express support | SUPPORT | - | for | state
voice support | SUPPORT | - | for | state
express solidarity | SUPPORT | - | with | state
recognise | SUPPORT | - | - | state weak
apologise | CONCEDE | - | to | state
apologize | CONCEDE | - | to | state
ease | CONCEDE | - | - | state
lift | CONCEDE | - | - | state sanction
relax | CONCEDE | - | - | state
step down | CONCEDE | - | - | state
resign | CONCEDE | - | - | state
reopen | CONCEDE | - | - | state
cede | CONCEDE | - | to | state
yield | CONCEDE | - | to | state
vacate | CONCEDE | - | - | state
pardon | CONCEDE | - | - | state
share information | COOPERATE | - | with | -
share intelligence | COOPERATE | - | with | -
cooperate | COOPERATE | - | with | mutual
collaborate | COOPERATE | - | with | mutual
join forces | COOPERATE | - | with | mutual
conduct exercise | COOPERATE | - | with | mutual
hold exercise | COOPERATE | - | with | mutual
work | COOPERATE | - | with | state weak
extradite | COOPERATE | - | to | -
restore ties | SUPPORT | - | with | state mutual
withdraw | RETREAT | - | - | state
pull out | RETREAT | - | - | state
pull back | RETREAT | - | - | state
retreat | RETREAT | - | - | state
release | RETREAT | - | - | person
free | RETREAT | - | - | person
surrender | RETREAT | - | - | -
demobilise | RETREAT | - | - | -
demobilize | RETREAT | - | - | -
lay down arms | RETREAT | - | - | -
disarm | RETREAT | - | - | -
return hostage | RETREAT | - | - | -
deploy | MOBILIZE | - | - | force
mobilise | MOBILIZE | - | - | -
mobilize | MOBILIZE | - | - | -
send | MOBILIZE | - | - | force
dispatch | MOBILIZE | - | - | force
mass | MOBILIZE | - | - | force
reinforce | MOBILIZE | - | - | force
put on alert | MOBILIZE | - | - | -
place on alert | MOBILIZE | - | - | -
raise alert | MOBILIZE | - | - | -
move | MOBILIZE | - | - | force
sanction | SANCTION | - | - | -
blacklist | SANCTION | - | - | -
impose sanctions | SANCTION | - | on,against | -
add to blacklist | SANCTION | - | - | -
impose embargo | SANCTION | - | on,against | -
embargo | SANCTION | - | - | -
expel | SANCTION | - | - | state
recall ambassador | SANCTION | - | - | state
cut ties | SANCTION | - | with | -
sever ties | SANCTION | - | with | -
break ties | SANCTION | - | with | -
suspend aid | SANCTION | - | to | -
freeze asset | SANCTION | - | - | -
freeze aid | SANCTION | - | to | -
freeze | SANCTION | - | - | state
suspend | COERCE | - | - | network
suspend | SANCTION | - | - | state
halt aid | SANCTION | - | to | -
withhold | SANCTION | - | - | state
close border | SANCTION | - | with | state
close crossing | SANCTION | - | with | state
impose curfew | COERCE | - | on,in | -
declare curfew | COERCE | - | in | -
impose blockade | COERCE | - | on | -
impose restriction | COERCE | - | on | -
protest | PROTEST | - | against,over,at | crowd
demonstrate | PROTEST | - | against | crowd
rally | PROTEST | - | against,for | crowd
march | PROTEST | - | against,to | crowd
riot | PROTEST | - | - | -
strike | PROTEST | - | - | union
block road | PROTEST | - | - | crowd
block highway | PROTEST | - | - | crowd
close highway | PROTEST | - | - | crowd
close road | PROTEST | - | - | crowd
burn tire | PROTEST | - | - | crowd
take streets | PROTEST | - | - | crowd
stage protest | PROTEST | - | against | -
stage rally | PROTEST | - | against | -
stage sit-in | PROTEST | - | - | -
go on strike | PROTEST | - | - | -
consent | AGREE | - | to | state
commit | AGREE | - | to | state
offer | AGREE | - | to | state
pledge | MOBILIZE | - | - | force
pledge | AGREE | - | to | state
promise | MOBILIZE | - | - | force
promise | AGREE | - | to | state
express readiness | AGREE | - | - | state
express willingness | AGREE | - | - | state
consult | CONSULT | - | with | state
renew negotiations | CONSULT | - | with | state mutual
renew talks | CONSULT | - | with | state mutual
resume negotiations | CONSULT | - | with | state mutual
resume talks | CONSULT | - | with | state mutual
open negotiations | CONSULT | - | with | state mutual
begin negotiations | CONSULT | - | with | state mutual
hold negotiations | CONSULT | - | with | state mutual
launch mediation | CONSULT | - | between | state
offer mediation | CONSULT | - | between | state
defend | SUPPORT | - | - | state
upgrade ties | SUPPORT | - | with | state mutual
upgrade relations | SUPPORT | - | with | state mutual
establish ties | SUPPORT | - | with | state mutual
establish relations | SUPPORT | - | with | state mutual
restore relations | SUPPORT | - | with | state mutual
resume relations | SUPPORT | - | with | state mutual
resume ties | SUPPORT | - | with | state mutual
normalise relations | SUPPORT | - | with | state mutual
normalize relations | SUPPORT | - | with | state mutual
open embassy | SUPPORT | - | in | state
reopen embassy | SUPPORT | - | in | state
conduct drill | COOPERATE | - | with | mutual
hold drill | COOPERATE | - | with | mutual
hold manoeuvres | COOPERATE | - | with | mutual
hold maneuvers | COOPERATE | - | with | mutual
launch game | COOPERATE | - | with | mutual
launch exercise | COOPERATE | - | with | mutual
begin exercise | COOPERATE | - | with | mutual
exchange information | COOPERATE | - | with | mutual
exchange intelligence | COOPERATE | - | with | mutual
grant asylum | AID | - | to | state
give asylum | AID | - | to | state
offer asylum | AID | - | to | state
give shelter | AID | - | to | state
grant loan | AID | - | to | state
provide intelligence | AID | - | to | state
provide training | AID | - | to | state
give | AID | - | to | aid
concede | CONCEDE | - | to | state
relent | CONCEDE | - | - | state
back down | CONCEDE | - | - | state
give in | CONCEDE | - | to | state
bow | CONCEDE | - | to | state
accept demand | CONCEDE | - | - | state
meet demand | CONCEDE | - | - | state
grant amnesty | CONCEDE | - | to | state
grant autonomy | CONCEDE | - | to | state
allow participate | CONCEDE | - | - | state
call off strike | CONCEDE | - | - | -
end strike | CONCEDE | - | - | -
call off protest | CONCEDE | - | - | -
begin withdrawal | RETREAT | - | from | state
complete withdrawal | RETREAT | - | from | state
speed withdrawal | RETREAT | - | from | state
start withdrawal | RETREAT | - | from | state
receive observer | RETREAT | - | - | state
receive inspector | RETREAT | - | - | state
admit inspector | RETREAT | - | - | state
allow inspector | RETREAT | - | - | state
declare truce | RETREAT | - | with | state
declare ceasefire | RETREAT | - | with | state
declare cease-fire | RETREAT | - | with | state
end siege | RETREAT | - | of | state
dispatch inspector | ACCUSE | - | to | state
send inspector | ACCUSE | - | to | state
send investigator | ACCUSE | - | to | state
send investigate | ACCUSE | - | - | state
put investigation | ACCUSE | - | - | person
place investigation | ACCUSE | - | - | person
probe | ACCUSE | - | - | state
censure | ACCUSE | - | - | state
reprimand | ACCUSE | - | - | state
berate | ACCUSE | - | - | state
chide | ACCUSE | - | - | state
assail | ACCUSE | - | - | state
express concern | ACCUSE | - | about,over | state
express outrage | ACCUSE | - | at,over | state
express dismay | ACCUSE | - | at,over | state
voice concern | ACCUSE | - | about,over | state
oppose | REJECT | - | - | state
defy | REJECT | - | - | state
flout | REJECT | - | - | state
violate ban | REJECT | - | - | -
violate ceasefire | REJECT | - | - | state
violate truce | REJECT | - | - | state
violate agreement | REJECT | - | - | state
breach agreement | REJECT | - | - | state
fail agreement | REJECT | - | with | state
fail agree | REJECT | - | with | state
boycott talks | REJECT | - | with | state
halt talks | REJECT | - | with | state
halt mediation | REJECT | - | - | state
set deadline | THREATEN | - | for | state
stop work | PROTEST | - | - | -
down tools | PROTEST | - | - | -
walk off job | PROTEST | - | - | -
collect signature | PROTEST | - | - | -
picket | PROTEST | - | - | -
block street | PROTEST | - | - | crowd
stage walkout | PROTEST | - | - | -
stage demonstration | PROTEST | - | against | -
stage strike | PROTEST | - | - | -
stage march | PROTEST | - | - | -
hold demonstration | PROTEST | - | against | -
hold rally | PROTEST | - | against | -
hold vigil | PROTEST | - | - | -
begin strike | PROTEST | - | - | union
order patrol | MOBILIZE | - | - | state
step up patrol | MOBILIZE | - | - | -
step up security | MOBILIZE | - | - | -
tighten security | MOBILIZE | - | - | -
beef up security | MOBILIZE | - | - | -
call up reservist | MOBILIZE | - | - | -
call up reserve | MOBILIZE | - | - | -
amass | MOBILIZE | - | - | force
announce suspension | SANCTION | - | with | state
cancel visit | SANCTION | - | to | state
reduce aid | SANCTION | - | to | state
reduce supply | SANCTION | - | to | state
cut aid | SANCTION | - | to | state
stop aid | SANCTION | - | to | state
end aid | SANCTION | - | to | state
deny entry | SANCTION | - | to | state
deny visa | SANCTION | - | to | state
deny access | SANCTION | - | to | state
prohibit aid | SANCTION | - | to | state
recall envoy | SANCTION | - | from | state
withdraw ambassador | SANCTION | - | from | state
downgrade ties | SANCTION | - | with | state
suspend ties | SANCTION | - | with | state
suspend relations | SANCTION | - | with | state
break relations | SANCTION | - | with | state
sever relations | SANCTION | - | with | state
suspend cooperation | SANCTION | - | with | state
deport | COERCE | - | - | -
outlaw | COERCE | - | - | state
crack down | COERCE | - | on | state
deface | COERCE | - | - | -
bulldoze | COERCE | - | - | -
demolish home | COERCE | - | - | -
demolish house | COERCE | - | - | -
declare emergency | COERCE | - | in | state
declare law | COERCE | - | in | state
impose law | COERCE | - | in,on | state
retake | ASSAULT | - | - | soft
recapture | ASSAULT | - | - | soft
invade | ASSAULT | raid | - | soft
leave bomb | ASSAULT | bombing | on,under,outside,at,near,in,beside | soft thing
leave device | ASSAULT | bombing | on,under,outside,at,near,in,beside | soft thing
plant bomb | ASSAULT | bombing | on,under,outside,at,near,in,beside | soft thing
plant device | ASSAULT | bombing | on,under,outside,at,near,in,beside | soft thing
plant explosive | ASSAULT | bombing | on,under,outside,at,near,in,beside | soft thing
place bomb | ASSAULT | bombing | on,under,outside,at,near,in,beside | soft thing
lay mine | ASSAULT | mine | on,in,along,near | soft thing
speak phone | CONSULT | - | to,with | state mutual
speak telephone | CONSULT | - | to,with | state mutual
talk phone | CONSULT | - | to,with | state mutual
talk telephone | CONSULT | - | to,with | state mutual
encounter | ASSAULT | clash | - | foes
run into | ASSAULT | clash | - | foes
engage | ASSAULT | clash | with | foes
tread | ASSAULT | mine | - | soft reverse
walk over | ASSAULT | mine | - | soft reverse
come down | ASSAULT | - | on,in,near | soft thing
empty | ASSAULT | shooting | into,at | soft
break into | ASSAULT | raid | - | armed
burst into | ASSAULT | raid | - | armed
make off | ASSAULT | raid | with | armed
cart away | ASSAULT | abduction | - | soft person
cart off | ASSAULT | abduction | - | soft person
toss | ASSAULT | - | at,into,toward | soft
fling | ASSAULT | - | at,into,toward | soft
chuck | ASSAULT | - | at,into,toward | soft
hold call | CONSULT | - | with | state mutual
hold conversation | CONSULT | - | with | state mutual
have call | CONSULT | - | with | state mutual
order | MOBILIZE | - | - | force
hand out | AID | - | to | aid
hand over | COOPERATE | - | to | person state
carry patrol | COOPERATE | - | with | mutual
conduct patrol | COOPERATE | - | with | mutual
call walkout | PROTEST | - | - | -
set off mine | ASSAULT | mine | - | soft reverse
set off landmine | ASSAULT | mine | - | soft reverse
set off bomb | ASSAULT | bombing | near,in,at,outside,inside,beside,under,on | soft
set off device | ASSAULT | bombing | near,in,at,outside,inside,beside,under,on | soft
set off explosive | ASSAULT | bombing | near,in,at,outside,inside,beside,under,on | soft
set off charge | ASSAULT | bombing | near,in,at,outside,inside,beside,under,on | soft
pass over | ASSAULT | mine | - | soft reverse
fall upon | ASSAULT | raid | - | soft
set upon | ASSAULT | - | - | soft
lay siege | ASSAULT | raid | to | soft
waylay | ASSAULT | raid | - | hard
mow down | ASSAULT | shooting | - | hard
cut down | ASSAULT | shooting | - | soft person
pick off | ASSAULT | shooting | - | soft person
trade gunfire | ASSAULT | clash | with | hard mutual
exchange gunfire | ASSAULT | clash | with | hard mutual
exchange shot | ASSAULT | clash | with | hard mutual
trade shot | ASSAULT | clash | with | hard mutual
take captive | ASSAULT | abduction | - | hard
hold captive | ASSAULT | abduction | - | hard
spirit away | ASSAULT | abduction | - | soft person
whisk away | ASSAULT | abduction | - | soft person
burn down | ASSAULT | arson | - | hard
pillage | ASSAULT | raid | - | soft
plunder | ASSAULT | raid | - | soft
sabotage | ASSAULT | other | - | soft
dynamite | ASSAULT | bombing | - | hard
car-bomb | ASSAULT | bombing | - | hard
pelt | ASSAULT | other | - | soft
mow | ASSAULT | - | - | soft person
run down | ASSAULT | other | - | soft person
disown | REJECT | - | - | denial
disavow | REJECT | - | - | denial
repudiate | REJECT | - | - | denial
shrug off | REJECT | - | - | state
scrap agreement | REJECT | - | with | state
scrap deal | REJECT | - | with | state
scrap treaty | REJECT | - | with | state
tear up agreement | REJECT | - | with | state
tear up deal | REJECT | - | with | state
tear up treaty | REJECT | - | with | state
renege | REJECT | - | on | state
abandon talks | REJECT | - | with | state
abandon negotiations | REJECT | - | with | state
walk away | REJECT | - | from | state
suspend negotiations | REJECT | - | with | state
suspend participation | REJECT | - | in | state
promise revenge | THREATEN | - | against,on | -
promise retaliation | THREATEN | - | against,on | -
pledge revenge | THREATEN | - | against,on | -
swear vengeance | THREATEN | - | against,on | -
vow vengeance | THREATEN | - | against,on | -
swear | THREATEN | - | - | violent
make threat | THREATEN | - | against | -
observe strike | PROTEST | - | - | -
observe shutdown | PROTEST | - | - | -
observe bandh | PROTEST | - | - | -
observe hartal | PROTEST | - | - | -
call strike | PROTEST | - | - | -
call bandh | PROTEST | - | - | -
call hartal | PROTEST | - | - | -
call for bandh | PROTEST | - | - | -
call for strike | PROTEST | - | - | -
hold strike | PROTEST | - | - | -
plan strike | PROTEST | - | - | -
join strike | PROTEST | - | - | -
hold sit-in | PROTEST | - | - | -
hold protest | PROTEST | - | against | -
begin sit-in | PROTEST | - | - | -
set up barricade | PROTEST | - | - | crowd
erect barricade | PROTEST | - | - | crowd
chant slogan | PROTEST | - | against | crowd
burn flag | PROTEST | - | - | crowd
burn effigy | PROTEST | - | of | -
block traffic | PROTEST | - | - | crowd
block bridge | PROTEST | - | - | crowd
seek help | REQUEST | - | from | state
seek assistance | REQUEST | - | from | state
seek support | REQUEST | - | from | state
lobby | REQUEST | - | - | state
solicit | REQUEST | - | from | state
contribute | AID | - | to | aid
allocate | AID | - | to,for | aid
earmark | AID | - | to,for | aid
distribute | AID | - | to | aid
ship | AID | - | to | aid
release | AID | - | to,for | aid
rescue | AID | - | - | person state
approve aid | AID | - | to,for | state
approve package | AID | - | to,for | state
extend aid | AID | - | to | state
extend loan | AID | - | to | state
position | MOBILIZE | - | - | force
rush | MOBILIZE | - | - | force
redeploy | MOBILIZE | - | - | force
bolster presence | MOBILIZE | - | - | -
reinforce presence | MOBILIZE | - | - | -
scramble jet | MOBILIZE | - | - | -
scramble fighter | MOBILIZE | - | - | -
scramble plane | MOBILIZE | - | - | -
put on standby | MOBILIZE | - | - | -
raise readiness | MOBILIZE | - | - | -
step up presence | MOBILIZE | - | - | -
abandon post | RETREAT | - | - | -
abandon base | RETREAT | - | - | -
abandon position | RETREAT | - | - | -
swap prisoner | RETREAT | - | with | mutual
swap detainee | RETREAT | - | with | mutual
lay down weapon | RETREAT | - | - | -
lift siege | RETREAT | - | of | state
lift blockade | RETREAT | - | of | state
end blockade | RETREAT | - | of | state
suspend attack | RETREAT | - | on,against | state
suspend hostility | RETREAT | - | against | state
suspend operation | RETREAT | - | against | state
halt offensive | RETREAT | - | against | state
halt attack | RETREAT | - | on,against | state
end offensive | RETREAT | - | against | state
tighten sanctions | SANCTION | - | on,against | -
extend sanctions | SANCTION | - | on,against | -
renew sanctions | SANCTION | - | on,against | -
slap sanctions | SANCTION | - | on,against | -
announce sanctions | SANCTION | - | on,against | -
declare persona | SANCTION | - | - | state
revoke visa | SANCTION | - | - | state
revoke licence | SANCTION | - | - | state
revoke license | SANCTION | - | - | state
bar | COERCE | - | - | state
forbid | COERCE | - | - | state
prohibit | COERCE | - | - | state
restrict access | COERCE | - | to | state
restrict movement | COERCE | - | of | state
impose ban | COERCE | - | on | state
dissolve parliament | COERCE | - | - | state
suspend constitution | COERCE | - | - | state
convict | COERCE | - | - | person
remand | COERCE | - | - | person
pick up | COERCE | - | - | person
nab | COERCE | - | - | person
intern | COERCE | - | - | person
topple | COERCE | - | - | state
laud | SUPPORT | - | - | state
salute | SUPPORT | - | - | state
stand by | SUPPORT | - | - | state
side | SUPPORT | - | with | state
pay tribute | SUPPORT | - | to | state
pledge allegiance | SUPPORT | - | to | -
swear allegiance | SUPPORT | - | to | -
pledge support | SUPPORT | - | for,to | state
reaffirm support | SUPPORT | - | for | state
reiterate support | SUPPORT | - | for | state
reaffirm commitment | SUPPORT | - | to | state
offer support | SUPPORT | - | to | state
give backing | SUPPORT | - | to | state
attend meeting | CONSULT | - | with | state
attend summit | CONSULT | - | with | state
attend talks | CONSULT | - | with | state
open talks | CONSULT | - | with | state mutual
begin talks | CONSULT | - | with | state mutual
start talks | CONSULT | - | with | state mutual
speak with | CONSULT | - | - | state mutual
gather outside | PROTEST | - | - | crowd
exchange view | CONSULT | - | with | state mutual
brief | CONSULT | - | - | state
head | CONSULT | - | to | state trip
finalise agreement | AGREE | - | with | mutual
finalize agreement | AGREE | - | with | mutual
finalise deal | AGREE | - | with | mutual
finalize deal | AGREE | - | with | mutual
seal deal | AGREE | - | with | mutual
clinch deal | AGREE | - | with | mutual
sign pact | AGREE | - | with | mutual
sign memorandum | AGREE | - | with | mutual
undertake | AGREE | - | - | clause state
admit | CONCEDE | - | - | state
acknowledge | CONCEDE | - | - | state
drop demand | CONCEDE | - | - | state
drop charge | CONCEDE | - | against | state
compromise | CONCEDE | - | - | state
commute sentence | CONCEDE | - | of | state
lift ban | CONCEDE | - | on | state
lift emergency | CONCEDE | - | - | state
point finger | ACCUSE | - | at | -
lay blame | ACCUSE | - | on | -
put blame | ACCUSE | - | on | -
pin blame | ACCUSE | - | on | -
implicate | ACCUSE | - | - | state
fault | ACCUSE | - | - | state
chastise | ACCUSE | - | - | state
scold | ACCUSE | - | - | state
brand | ACCUSE | - | - | state
see hand | ACCUSE | - | of | state
open inquiry | ACCUSE | - | into | state
open probe | ACCUSE | - | into | state
order probe | ACCUSE | - | into | state
launch inquiry | ACCUSE | - | into | state
launch probe | ACCUSE | - | into | state
begin inquiry | ACCUSE | - | into | state
begin investigation | ACCUSE | - | into | state
set up commission | ACCUSE | - | - | state
set up inquiry | ACCUSE | - | into | state
trade accusation | ACCUSE | - | with | mutual
exchange accusation | ACCUSE | - | with | mutual
file suit | ACCUSE | - | against | state
coordinate | COOPERATE | - | with | state mutual
team up | COOPERATE | - | with | mutual
form alliance | COOPERATE | - | with | mutual
pool intelligence | COOPERATE | - | with | mutual
throw out | REJECT | - | - | denial
shoot down | REJECT | - | - | denial
hold summit | CONSULT | - | with | state mutual
hold dialogue | CONSULT | - | with | state mutual
hold session | CONSULT | - | with | state
drop | AID | - | to,into,over | aid
hand | AID | - | to | aid
throw weight | SUPPORT | - | behind | state
throw support | SUPPORT | - | behind | state
offer condolence | SUPPORT | - | to | state
hand in resignation | CONCEDE | - | - | state
hold joint | COOPERATE | - | with | state mutual
put on street | MOBILIZE | - | - | -
hand term | COERCE | - | - | -
hand sentence | COERCE | - | - | -
shut shop | PROTEST | - | - | crowd
hold march | PROTEST | - | against | crowd
charge | ACCUSE | - | - | clause state
lash out | ACCUSE | - | at | state
hit out | ACCUSE | - | at | state
rail | ACCUSE | - | against | state
rap | ACCUSE | - | - | state
open proceeding | ACCUSE | - | against | state
bring charge | ACCUSE | - | against | state
press charge | ACCUSE | - | against | state
file charge | ACCUSE | - | against | state
voice alarm | ACCUSE | - | about,over,at | state
express alarm | ACCUSE | - | about,over,at | state
express anger | ACCUSE | - | about,over,at | state
express shock | ACCUSE | - | about,over,at | state
voice dismay | ACCUSE | - | about,over,at | state
voice outrage | ACCUSE | - | about,over,at | state
lodge case | ACCUSE | - | against | state
file case | ACCUSE | - | against | state
file lawsuit | ACCUSE | - | against | state
demand explanation | ACCUSE | - | from | state
call terrorist | ACCUSE | - | - | state
wave off | REJECT | - | - | state
vote down | REJECT | - | - | state
vote | REJECT | - | against | state
stay away | REJECT | - | from | state
call unacceptable | REJECT | - | - | state
pour water | REJECT | - | on | state
give until | THREATEN | - | - | state
set ultimatum | THREATEN | - | - | state
deliver ultimatum | THREATEN | - | to | state
seek extradition | REQUEST | - | from,of | state
seek release | REQUEST | - | of,from | state
seek aid | REQUEST | - | from | state
seek meeting | REQUEST | - | with | state
make appeal | REQUEST | - | to | -
issue appeal | REQUEST | - | to | -
repeat call | REQUEST | - | - | -
repeat demand | REQUEST | - | - | -
ring | CONSULT | - | - | state person
call telephone | CONSULT | - | - | state
tour | CONSULT | - | - | state trip
shuttle | CONSULT | - | between | state
spend day | CONSULT | - | with | state
pay visit | CONSULT | - | to | state
convene meeting | CONSULT | - | with | state
convene session | CONSULT | - | with | state
give light | AGREE | - | to | state
give go-ahead | AGREE | - | to | state
give approval | AGREE | - | to | state
give consent | AGREE | - | to | state
grant access | AGREE | - | to | state
grant permission | AGREE | - | to | state
come to terms | AGREE | - | with | state mutual
hammer out agreement | AGREE | - | with | mutual
hammer out deal | AGREE | - | with | mutual
settle | AGREE | - | on | state
clear package | AID | - | for | state
clear sale | AID | - | to | state
approve sale | AID | - | to | state
parachute | AID | - | to,into | aid
airdrop | AID | - | to,into | -
bring | AID | - | to | aid
take in | AID | - | - | person state
dole out | AID | - | to | aid
lend | AID | - | to | aid
declare backing | SUPPORT | - | for | state
declare support | SUPPORT | - | for | state
declare solidarity | SUPPORT | - | with | state
swear loyalty | SUPPORT | - | to | state
pledge loyalty | SUPPORT | - | to | state
lend support | SUPPORT | - | to | state
give blessing | SUPPORT | - | to | state
express sympathy | SUPPORT | - | with,for | state
express condolence | SUPPORT | - | to | state
send condolence | SUPPORT | - | to | state
tender resignation | CONCEDE | - | - | state
submit resignation | CONCEDE | - | - | state
announce resignation | CONCEDE | - | - | state
regret | CONCEDE | - | - | state
express regret | CONCEDE | - | for,over | state
express remorse | CONCEDE | - | for,over | state
patrol together | COOPERATE | - | with | state mutual
train together | COOPERATE | - | with | state mutual
turn over | COOPERATE | - | to | person state
share data | COOPERATE | - | with | mutual
quit position | RETREAT | - | - | -
quit base | RETREAT | - | - | -
let go | RETREAT | - | - | person
set free | RETREAT | - | - | person
dismantle checkpoint | RETREAT | - | - | -
dismantle roadblock | RETREAT | - | - | -
dismantle camp | RETREAT | - | - | state
dismantle base | RETREAT | - | - | state
take down roadblock | RETREAT | - | - | -
take down barricade | RETREAT | - | - | -
remove barricade | RETREAT | - | - | -
pour | MOBILIZE | - | into | force
sail | MOBILIZE | - | for,to | force
double patrol | MOBILIZE | - | - | -
double presence | MOBILIZE | - | - | -
test-fire | MOBILIZE | - | - | state
test missile | MOBILIZE | - | - | state
send in | MOBILIZE | - | - | force
call in | MOBILIZE | - | - | force
post | MOBILIZE | - | - | force
break off relations | SANCTION | - | with | -
break off ties | SANCTION | - | with | -
cut off relations | SANCTION | - | with | -
cut relations | SANCTION | - | with | -
seal border | SANCTION | - | with | state
close airspace | SANCTION | - | to | state
place list | SANCTION | - | - | state
add list | SANCTION | - | - | state
order leave | SANCTION | - | - | person state
tell leave | SANCTION | - | - | person state
designate | SANCTION | - | - | state
sentence death | COERCE | - | - | person
search | COERCE | - | - | state
chant | PROTEST | - | against | crowd
close shop | PROTEST | - | - | crowd
converge | PROTEST | - | on | crowd
refuse food | PROTEST | - | - | -
camp | PROTEST | - | outside | crowd
occupy square | PROTEST | - | - | crowd
occupy building | PROTEST | - | - | crowd
storm parliament | PROTEST | - | - | crowd
"""

ADJECTIVES = """
reluctant | REJECT | - | - | state
unwilling | REJECT | - | - | state
opposed | REJECT | - | to | state
ready | AGREE | - | - | state
willing | AGREE | - | - | state
prepared | AGREE | - | - | state
due | CONSULT | - | in | state trip
"""

NOUNS = """
bomb threat | THREATEN | - | against,to | -
death threat | THREATEN | - | against,to | -
barricade | PROTEST | - | - | weak
attack | ASSAULT | - | on,against,at,in | hard
airstrike | ASSAULT | airstrike | on,against | hard
air strike | ASSAULT | airstrike | on,against | hard
air raid | ASSAULT | airstrike | on,against | hard
air attack | ASSAULT | airstrike | on,against | hard
bombing run | ASSAULT | airstrike | on,against | hard
sortie | ASSAULT | airstrike | against | soft
drone strike | ASSAULT | drone | on,against | hard
drone attack | ASSAULT | drone | on,against | hard
strike | ASSAULT | - | on,against | soft
raid | ASSAULT | raid | on,against | hard
assault | ASSAULT | raid | on,against | hard
offensive | ASSAULT | raid | against,on | soft
ambush | ASSAULT | raid | on,of,against | hard
incursion | ASSAULT | raid | into | soft
bombing | ASSAULT | bombing | of,on,against | hard
bombardment | ASSAULT | shelling | of | hard
shelling | ASSAULT | shelling | of | hard
explosion | ASSAULT | bombing | at,in,near | hard
blast | ASSAULT | bombing | at,in,near | hard
detonation | ASSAULT | bombing | at,in,near | soft
shooting | ASSAULT | shooting | of,at,on | hard
shooting death | ASSAULT | shooting | of | hard
stabbing death | ASSAULT | stabbing | of | hard
shooting incident | ASSAULT | shooting | at,on | hard
gunfire | ASSAULT | shooting | on,at | soft
shootout | ASSAULT | clash | with,between | hard
gunfight | ASSAULT | clash | with,between | hard
gun battle | ASSAULT | clash | with,between | hard
firefight | ASSAULT | clash | with,between | hard
clash | ASSAULT | clash | with,between | soft
skirmish | ASSAULT | clash | with,between | hard
fighting | ASSAULT | clash | with,between | soft
battle | ASSAULT | clash | with,between | soft
stabbing | ASSAULT | stabbing | of | hard
kidnapping | ASSAULT | abduction | of | hard
abduction | ASSAULT | abduction | of | hard
assassination | ASSAULT | - | of | hard
killing | ASSAULT | - | of | hard
murder | ASSAULT | - | of | hard
massacre | ASSAULT | - | of,at | hard
arson | ASSAULT | arson | of,on | hard
barrage | ASSAULT | - | on,against | soft
salvo | ASSAULT | - | on,against | soft
volley | ASSAULT | - | on,against | soft
bloodbath | ASSAULT | - | - | soft
siege | ASSAULT | raid | of | soft
act of terrorism | ASSAULT | - | against | hard
act of terror | ASSAULT | - | against | hard
terrorist act | ASSAULT | - | against | hard
exchange of fire | ASSAULT | clash | between,with | hard
infiltration | ASSAULT | raid | into | soft
retaliation | ASSAULT | - | against | soft
reprisal | ASSAULT | - | against | soft
launch | ASSAULT | - | at,on,against | soft
fire | ASSAULT | - | on,at | weapon
incident | ASSAULT | - | - | security
aggression | ASSAULT | - | against | soft
operation | ASSAULT | raid | against | combat
arrest | COERCE | - | of | -
detention | COERCE | - | of | -
crackdown | COERCE | - | on | -
seizure | COERCE | - | of | -
confiscation | COERCE | - | of | -
curfew | COERCE | - | in,on | -
coup | COERCE | - | against | -
ouster | COERCE | - | of | -
blockade | COERCE | - | of | -
condemnation | ACCUSE | - | of | weak
accusation | ACCUSE | - | against | weak
complaint | ACCUSE | - | against,with | weak
inquiry | ACCUSE | - | into | weak
investigation | ACCUSE | - | into | weak
meeting | CONSULT | - | with,between | -
talks | CONSULT | - | with,between | -
talk | CONSULT | - | with,between | plural
negotiation | CONSULT | - | with,between | weak
summit | CONSULT | - | with,between | -
visit | CONSULT | - | to | -
conversation | CONSULT | - | with,between | weak
conference | CONSULT | - | with | weak
agreement | AGREE | - | with,between | -
deal | AGREE | - | with,between | weak
accord | AGREE | - | with,between | pact
treaty | AGREE | - | with,between | pact
truce | AGREE | - | with,between | pact
ceasefire | AGREE | - | with,between | pact
cease-fire | AGREE | - | with,between | pact
pact | AGREE | - | with,between | -
demand | REQUEST | - | for | weak
appeal | REQUEST | - | to | weak
request | REQUEST | - | from,of | weak
call | REQUEST | - | for | weak
ultimatum | THREATEN | - | to | -
threat | THREATEN | - | to,against | weak
protest | PROTEST | - | against,over | -
demonstration | PROTEST | - | against | -
rally | PROTEST | - | against | weak
march | PROTEST | - | against | weak
sit-in | PROTEST | - | at | -
riot | PROTEST | - | - | -
deployment | MOBILIZE | - | of | -
mobilisation | MOBILIZE | - | of | -
mobilization | MOBILIZE | - | of | -
arrival | MOBILIZE | - | of | force
sanctions | SANCTION | - | on,against | weak
embargo | SANCTION | - | on,against | weak
withdrawal | RETREAT | - | of,from | weak
pullout | RETREAT | - | of,from | weak
release | RETREAT | - | of | person
aid | AID | - | to,for | weak
mediation | CONSULT | - | between | weak
dialogue | CONSULT | - | with,between | weak
invasion | ASSAULT | raid | of | soft
torture | ASSAULT | other | of | soft
general strike | PROTEST | - | against,over | -
hunger strike | PROTEST | - | - | -
shutter-down strike | PROTEST | - | - | -
lightning strike | PROTEST | - | - | -
work stoppage | PROTEST | - | - | -
walkout | PROTEST | - | - | weak
bandh | PROTEST | - | - | -
hartal | PROTEST | - | - | -
vigil | PROTEST | - | - | weak
suicide bombing | ASSAULT | suicide-bombing | of,on,at,against | hard
suicide attack | ASSAULT | suicide-bombing | on,at,against | hard
car bombing | ASSAULT | bombing | of,on,at | hard
hostage-taking | ASSAULT | abduction | of | hard
beheading | ASSAULT | stabbing | of | hard
execution | ASSAULT | shooting | of | soft
slaying | ASSAULT | - | of | hard
homicide | ASSAULT | - | of | soft
murder-suicide | ASSAULT | - | of | hard
carnage | ASSAULT | - | - | soft
onslaught | ASSAULT | - | on,against | soft
rampage | ASSAULT | - | - | soft
crossfire | ASSAULT | clash | between | soft
hijacking | ASSAULT | abduction | of | hard
prisoner exchange | RETREAT | - | with,between | -
prisoner swap | RETREAT | - | with,between | -
"""

OBLIGING = frozenset({"must", "should", "ought"})
"""What another is told to do: "said that Sudan must return the helicopter" is a request."""

WILLING = frozenset({"will", "would", "shall", "wo", "'ll"})
"""What the speaker means to do: cooperative verbs make it an agreement, a negation a refusal."""

THREATENING = frozenset(
    "attack strike hit kill target retaliate burn silence punish destroy avenge crush bomb shell shoot execute behead "
    "answer pay return invade bury hunt eliminate exterminate fight regret".split()
)
"""Verbs of what somebody threatens by saying that they, or others, will."""

COOPERATIVE = frozenset(
    "accept admit allow attend grant honour honor join let open permit receive reopen resume return sign talk meet".split()
)
"""Verbs of what a party agrees to when it says that it will do it."""

LIGHT = frozenset(
    "host chair convene attend organise organize announce carry conduct launch mount stage commit perpetrate execute order hold make do undertake authorise authorize "
    "unleash wage lead suffer see witness plan impose reach sign give issue direct foil thwart repel repulse begin "
    "start renew resume carry_out continue survive escape".split()
)
"""Verbs that add no event of their own to an event noun that is their object; their subject is its actor."""

SUFFER = frozenset("suffer survive escape repel repulse foil thwart see witness".split())
"""Light verbs whose subject is the recipient, not the actor."""

HAPPEN = frozenset(
    "take occur happen come follow begin start erupt break last continue kill wound injure leave damage destroy hit target strike cause".split()
)
"""Verbs that an event noun is the subject of: they tell of it, they are not another event."""

ADMITTING = frozenset("admit acknowledge".split())
"""Verbs whose content, where it is an attack, is the event: "admitted firing shots over the station"."""

PROMISING = frozenset("promise pledge commit offer vow undertake".split())
"""Verbs under which another act is planned: what is promised is the event, not the promise."""

PLANNED = frozenset("plan intend prepare schedule expect due set vow promise pledge mean".split())
POSSIBLE = frozenset(
    "may might could can would fear risk likely possible possibility potential prospect look seek hope want".split()
)
ALLEGED = frozenset(
    "alleged allegedly reportedly purported supposed supposedly apparent said rumoured rumored presumed".split()
)
DENIED = frozenset("deny refute reject dismiss".split())
GENERAL = frozenset(
    "repeatedly often frequently regularly routinely usually sometimes always increasingly previous such past recent frequent regular constant daily sporadic".split()
)

ELSEWHERE = frozenset("separate separately elsewhere unrelated meanwhile".split())
"""Words at a sentence's head that turn to another happening."""

SPORT = frozenset(
    "match goal coach league season striker midfielder goalkeeper defender penalty tournament cup fixture stadium "
    "championship score scored title playoff inning batsman wicket bowler quarterback touchdown referee squad "
    "halftime half-time equaliser equalizer football soccer rugby cricket basketball tennis champion fans".split()
)
BUSINESS = frozenset(
    "share shares stock profit percent margin margins revenue earnings investor investors analyst analysts trader "
    "traders broker brokers price prices quarter dividend retailer grocer supermarket chain merger takeover bid "
    "shareholder option options rating bond yield consumer customers sales discount market startup chief executive".split()
)
WAR = frozenset(
    "soldier soldiers troop troops police policeman policemen gunman gunmen militant militants rebel rebels insurgent "
    "insurgents militia militias army military bomb bombs bombing rocket rockets missile missiles explosion explosives "
    "killed wounded dead injured casualties airstrike airstrikes airstrikes drone drones shelling ambush kidnapped "
    "abducted hostage hostages terrorist terrorists jihadist jihadists gunfire weapon weapons fighters warplanes "
    "civilians villagers ceasefire truce victims victim mortar grenade landmine peacekeepers shooting shot deputies "
    "war conflict violence airbase militiamen guerrillas murdered stabbed stabbing murder massacre suspect arrested "
    "killing killings slain slaying slayings shotgun handgun gunshot gunshots fatally murders gunned "
    "detained bodies funeral firearm rifles bullets gun detective sheriff homicide".split()
)
"""Words whose shares tell an article about violence from sports and business pages that borrow its words."""

MEANS = {
    "gunshot": "shooting", "gunshots": "shooting", "bullet": "shooting", "bullets": "shooting", "gunfire": "shooting",
    "shooting": "shooting", "shot": "shooting", "gunman": "shooting", "gunmen": "shooting", "stab": "stabbing",
    "stabbing": "stabbing", "stabbed": "stabbing", "bomb": "bombing", "explosion": "bombing", "blast": "bombing",
    "shelling": "shelling", "shrapnel": "shelling", "landmine": "mine", "airstrike": "airstrike", "drone": "drone",
    "homicide": "other", "murder": "other", "murdered": "other", "slain": "other", "slaying": "other",
}  # fmt: skip
"""Words that say that people came to harm by violence, with the mode that they tell."""

CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.".split()
)
"""Names of days and months, which no attack is on."""

LAUNCHING = frozenset("fire launch throw lob hurl aim drop".split())
"""Verbs whose object is the weapon, with the target behind a preposition."""

SETTING_OFF = frozenset("detonate explode".split())
"""Verbs whose object is the weapon that goes off."""
