"""Reads WordNet 3 as Debian's wordnet-base installs it (data.POS, index.POS, cntlist.rev), for the generators beside it."""
import os
from collections import defaultdict

FOLDER = os.environ.get('WORDNET', '/usr/share/wordnet')
POS = {'n': 'noun', 'v': 'verb', 'a': 'adj', 'r': 'adv'}


class Synset:
    __slots__ = ('key', 'words', 'pointers', 'satellite', 'lexfile')

    def __init__(self, line):
        parts = line.split('|')[0].split()
        kind = parts[2]
        self.satellite = kind == 's'
        self.key = ('a' if kind == 's' else kind) + parts[0]
        self.lexfile = int(parts[1])
        count = int(parts[3], 16)
        self.words = [w.split('(')[0] for w in parts[4:4 + 2 * count:2]]
        at = 4 + 2 * count
        self.pointers = []          # (symbol, key, own word, its word), words from 1, 0 = the synset
        for i in range(int(parts[at])):
            symbol, offset, pos, ends = parts[at + 1 + 4 * i:at + 5 + 4 * i]
            self.pointers.append((symbol, ('a' if pos == 's' else pos) + offset, int(ends[:2], 16), int(ends[2:], 16)))


def lines(name):
    with open(os.path.join(FOLDER, name), encoding='utf-8') as stream:
        for line in stream:
            if not line.startswith('  '):
                yield line


def synsets():
    """key -> Synset, of all parts of speech."""
    return {s.key: s for pos in POS.values() for s in map(Synset, lines('data.' + pos))}


def senses():
    """(word, pos) -> synset keys, the most frequent sense first."""
    table = {}
    for letter, pos in POS.items():
        for line in lines('index.' + pos):
            parts = line.split()
            table[parts[0], letter] = [letter + offset for offset in parts[-int(parts[2]):]]
    return table


def counts():
    """(word, pos) -> how often its senses were tagged in the concordance."""
    table = defaultdict(int)
    for line in lines('cntlist.rev'):
        sense, _, count = line.split()
        word, rest = sense.split('%')
        table[word, {'1': 'n', '2': 'v', '3': 'a', '4': 'r', '5': 'a'}[rest[0]]] += int(count)
    return table


def show(header, table):
    """A table in the dialect: sorted by bytes, one row a key."""
    print('\t'.join(header))
    for row in sorted(table, key=lambda row: row[0].encode()):
        print('\t'.join(row))
