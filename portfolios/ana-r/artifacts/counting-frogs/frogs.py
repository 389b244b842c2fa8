"""How many frogs are in our pond? I recorded one night and this counts it.

Each number in night.txt is how loud one second was, from 0 to 100.
"""

LOUD = 60          # the wind is never louder than 55, I looked
REST = 2           # a frog needs a breath, so skip two seconds after a call


def read_night(name):
    with open(name) as file:
        return [int(line) for line in file]


def loud(second):
    return second > LOUD


def count(night):
    heard = 0
    resting = 0
    for second in night:
        if resting > 0:
            resting = resting - 1
        elif loud(second):
            heard = heard + 1      # here is where I was wrong
            resting = REST
    return heard


night = read_night("night.txt")
heard = count(night)
print(heard, "frogs?")

# It says 212.
# I went out with a lamp. There is one frog.
# One frog, 212 times.
# Next: two frogs, one high and one low.
