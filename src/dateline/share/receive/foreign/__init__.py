"""What others wrote without knowing our profile: STIX objects and MISP events -> what they tell, or a list of what can't be told.

kinds  words of other systems -> type and mode of an event
told   what one object tells, in one shape, and as a reading
stix   incidents, reports, notes and sightings -> that shape
misp   MISP events -> an object that is kept, and that shape
"""
