import type { Draw } from '../src/definition/draw.arbitrary.js';

/** A place in a document: an object or list, and a key in it. */
interface Slot {
  readonly holder: Record<PropertyKey, unknown>;
  readonly key: PropertyKey;
}

/** Nested so deep that whoever follows it by recursion falls. */
function deep(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'inside';
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

/** Made anew each time: a mutation may get into them. */
const NASTY: readonly (() => unknown)[] = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 1e308, -1e308, 5e-324, 2 ** 53].map(
    (value) => () => value,
  ),
  ...[
    null,
    undefined,
    true,
    false,
    '',
    '\ud800',
    'a\udfff',
    '\u0000',
    '__proto__',
    'constructor',
    '-',
    '1e999',
  ].map((value) => () => value),
  () => 10n,
  () => Symbol('symbol'),
  () => () => 'called',
  () => new Date(Number.NaN),
  () => new Map([['id', 'map']]),
  () => [],
  () => ({}),
  () => Object.create(null) as unknown,
  () =>
    JSON.parse(
      '{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }',
    ) as unknown,
  () => deep(10_000, (inner) => [inner]),
  () => deep(10_000, (inner) => ({ of: inner, op: 'not' })),
  () => deep(10_000, (inner) => ({ type: 'panel', elements: [inner] })),
  () => deep(60, (inner) => ({ op: 'all', of: [inner, inner] })),
  () =>
    Array.from({ length: 10_000 }, (_, at) => ({
      id: `opt-${String(at)}`,
      code: `O${String(at)}`,
      value: at,
    })),
  () => Array.from({ length: 10_000 }, () => ({ id: 'same', code: 'same', value: 'same' })),
  () => 'x'.repeat(100_000),
  () => '('.repeat(4000),
  () => '{a} = 1 or '.repeat(300) + '{a} = 2',
  () => 'not '.repeat(1000) + '{a}',
  () => "'".repeat(999),
  () => `${'['.repeat(2000)}1${']'.repeat(2000)}`,
  () => '^(a+)+$',
];

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  '',
  'askedIf',
  'visibleIf',
  'expression',
  'elements',
  'templateElements',
  'choices',
  'formula',
  'kilim',
  'valueName',
  'type',
  'kind',
];

/** Changes a document in a few places, as carelessly or maliciously as it can be done. Changes what it is given. */
export function mutate(document: object, draw: Draw): unknown {
  let root: unknown = document;
  for (let count = draw.integer(1, 6); count > 0; count -= 1) {
    const slots = slotsOf(root);
    if (slots.length === 0) break;
    if (draw.integer(0, 300) === 0) root = draw.pick(NASTY)();
    else mutateAt(draw.pick(slots), slots, draw);
  }
  return root;
}

function mutateAt({ holder, key }: Slot, slots: readonly Slot[], draw: Draw): void {
  const put = (value: unknown, at: PropertyKey = key) =>
    Object.defineProperty(holder, at, { value, enumerable: true, writable: true, configurable: true });
  const value = holder[key];
  switch (draw.integer(0, 7)) {
    case 0:
      Reflect.deleteProperty(holder, key);
      return;
    case 1:
      if (!Array.isArray(holder)) put(draw.pick(NASTY)(), draw.pick(KEYS));
      return;
    case 2: {
      // What stands elsewhere, and so perhaps the document within itself.
      const other = draw.pick(slots);
      put(other.holder[other.key]);
      return;
    }
    case 3:
      if (typeof value === 'string') put(spliced(value, draw));
      return;
    case 4:
      if (Array.isArray(value) && value.length > 0) value.push(value[0]);
      return;
    case 5:
      if (typeof value === 'number') put(value * draw.pick([-1, 0.1, 1000, 1e300]));
      return;
    default:
      put(draw.pick(NASTY)());
  }
}

/** A text with something cut out, doubled or put in. */
function spliced(text: string, draw: Draw): string {
  const from = draw.integer(0, text.length);
  const to = Math.min(text.length, from + draw.integer(0, 8));
  const middle = draw.pick([
    '',
    text.slice(from, to).repeat(2),
    '{',
    "'",
    ' and ',
    '!',
    '[0]',
    '.length',
    '\ud800',
  ]);
  return text.slice(0, from) + middle + text.slice(to);
}

/** All places of a document, as far as anybody would change it by hand. */
function slotsOf(document: unknown): readonly Slot[] {
  const slots: Slot[] = [];
  const seen = new Set<unknown>();
  const waiting: unknown[] = [document];
  for (let next = waiting.pop(); next !== undefined && slots.length < 5000; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    const holder = next as Record<PropertyKey, unknown>;
    for (const key of Object.keys(holder).slice(0, 500)) {
      slots.push({ holder, key });
      waiting.push(holder[key]);
    }
  }
  return slots;
}
