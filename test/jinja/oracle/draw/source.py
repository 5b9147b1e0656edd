"""The source of chance."""

import random


class Source:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, probability):
        return self.random.random() < probability

    def below(self, bound):
        return int(self.random.random() * bound)

    def between(self, first, last):
        return first + self.below(last - first + 1)

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def weighted(self, pairs):
        """One of `(weight, choice)`."""
        rest = self.random.random() * sum(weight for weight, _ in pairs)
        for weight, choice in pairs:
            rest -= weight
            if rest < 0:
                return choice
        return pairs[-1][1]

    def some(self, choices, least, most):
        return [self.pick(choices) for _ in range(self.between(least, most))]
