"""The file of a trained network, as filters/model/net.c reads it: numbers of 7 and 8 bits, a checked head."""
import subprocess

import numpy as np
import torch

from attribution_data import ROLES, TAGS, leaning

ALIGN, BLOCK, WEIGHT_MAX, BYTE_MAX, ZERO = 64, 16, 63, 127, 128


def padded(data):
    return data + b'\0' * (-len(data) % ALIGN)


def part(array, kind):
    return padded(np.ascontiguousarray(array, dtype=kind).tobytes())


def table(weights):
    """Vectors in 8 bits, and what a unit is worth."""
    worth = max(float(np.abs(weights).max()), 1e-6) / BYTE_MAX
    return np.clip(np.rint(weights / worth), -BYTE_MAX, BYTE_MAX).astype(np.int8), worth


def matrix(weights, worths):
    """Inputs x outputs, each input worth so much a unit: blocks of 16 outputs x 4 inputs, scales, offsets."""
    folded = (weights * worths[:, None]).T
    scales = np.maximum(np.abs(folded).max(1), 1e-9) / WEIGHT_MAX
    whole = np.clip(np.rint(folded / scales[:, None]), -WEIGHT_MAX, WEIGHT_MAX).astype(np.int64)
    outputs, inputs = whole.shape
    blocks = whole.reshape(outputs // BLOCK, BLOCK, inputs // 4, 4).transpose(0, 2, 1, 3)
    return part(blocks, 'i1') + part(scales, '<f4') + part(whole.sum(1) * ZERO, '<i4')


def layer(module, worths, out):
    return (matrix(module.weight.detach().numpy(), worths) + part(module.gates.detach().numpy(), '<f4') +
            part([out], '<f4'))


def scores(module, worths):
    weights, biases = np.zeros((len(worths), BLOCK), np.float32), np.zeros(BLOCK, np.float32)
    count = module.weight.shape[0]
    weights[:, :count] = module.weight.detach().numpy().T
    biases[:count] = module.bias.detach().numpy()
    return matrix(weights, worths) + part(biases, '<f4')


def key_table(numbers):
    """Open addressing by the key's low bits; its high ones are the mark."""
    capacity = 1 << (len(numbers) * 5 // 4).bit_length()
    keys = np.zeros((capacity, 2), dtype=np.uint32)
    for text, number in numbers.items():
        key = int(text, 16)
        place = key & capacity - 1
        while keys[place, 1]:
            place = place + 1 & capacity - 1
        keys[place] = key >> 32, number
    return keys


def write(path, net, numbers, attributes, lean, worths, digest, note, summer):
    """lean: how much of itself the vector of our guideline keeps; worths: what a unit of each layer's output is worth
    (encoder's, then the second stage's two)."""
    words, worth = table(net.words.weight.detach().numpy())
    keys = key_table(numbers)
    body, inputs = part(keys, '<u4') + part(words, 'i1'), [np.full(words.shape[1], worth)]
    for e, (name, _, _) in zip(net.attributes, attributes):
        vectors, worth = table(e.weight.detach().numpy())
        if name == 'guideline':
            vectors[0] = np.rint(leaning(vectors.astype(np.float64), lean))
        body += part(vectors, 'i1')
        inputs.append(np.full(vectors.shape[1], worth))
    inputs = np.concatenate(inputs)
    first = net.encoder[0].weight
    filled = -(-len(inputs) // 32) * 32
    inputs = np.concatenate([inputs, np.zeros(filled - len(inputs))])
    with torch.no_grad():
        padded_first = torch.zeros(filled, first.shape[1])
        padded_first[:first.shape[0]] = first
    width = net.encoder[0].gates.shape[2]
    second = net.first.gates.shape[2]
    body += (matrix(padded_first.numpy(), inputs) + part(net.encoder[0].gates.detach().numpy(), '<f4') +
             part([worths[0]], '<f4'))
    for k, module in enumerate(net.encoder[1:], 1):
        body += layer(module, np.full(2 * width, worths[k - 1]), worths[k])
    wide = np.full(2 * width, worths[len(net.encoder) - 1])
    body += scores(net.cue, wide) + layer(net.first, wide, worths[-2])
    body += layer(net.last, np.full(2 * second, worths[-2]), worths[-1])
    body += part(net.places.detach().numpy(), '<f4')
    body += scores(net.roles, np.full(2 * second, worths[-1]))
    total = subprocess.run([summer, '--sum'], input=body, capture_output=True, check=True).stdout.decode().strip()
    head = ''.join(f'{name}\t{value}\n' for name, value in [
        ('hearsay-net', 1), ('name', 'attributions'), ('data', digest), ('score', note),
        ('attributes', ' '.join(f'{n} {s} {d}' for n, s, d in attributes)), ('tags', ' '.join(TAGS)),
        ('roles', ' '.join(ROLES)), ('words', words.shape[0]), ('dims', words.shape[1]), ('keys', len(keys)),
        ('width', width), ('layers', len(net.encoder)), ('second', second), ('places', net.places.shape[0]),
        ('sum', total)])
    size = -(-(len(head) + len('size\t0000000000\n\n')) // ALIGN) * ALIGN
    head = f'{head}size\t{size + len(body):010d}\n\n'
    with open(path, 'wb') as stream:
        stream.write(head.encode().ljust(size, b'\n') + body)
