"""Which kind a name is of, and the names that their own grammar shows.

- `states`: abbreviated states of the United States.
- `roles`: the office before a person's name.
- `apposition`: the office behind it.
- `descriptions`: the noun beside a name.
- `bodies`, `ministries`, `national`: bodies of states, and whose they are.
- `capitals`: where a capital stands for its government.
- `surnames`: people by the ending of their name.
- `weapons`: designators.
- `events`: treaties, operations, wars, summits, games.
- `forms`: what its form alone says of a kind.
- `votes`: what speaks for each kind at all places of a name.
- `classification`: the kind of any other name.
"""
