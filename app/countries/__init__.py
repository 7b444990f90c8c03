"""What differs between countries: identity numbers, currency, place codes; read from resources/countries/<cc>/.

`pack` reads a country's facts, `identity` checks a person's number. Nothing here blocks anybody's work: a number
that does not fit is a finding to show beside it, because the child without papers is the one who needs help most.
"""
