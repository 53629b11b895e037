import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const folder = new URL('../css/', import.meta.url);
const tokens = readFileSync(new URL('tokens.css', folder), 'utf8');
const patterns = readdirSync(folder).filter((name) => name.endsWith('.css') && name !== 'tokens.css');
const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '');
const read = (name: string) => withoutComments(readFileSync(new URL(name, folder), 'utf8'));

type Theme = ReadonlyMap<string, string>;

/** The declarations of the innermost block that follows `heading`. */
function blockAfter(heading: string, selector: string): Theme {
  const from = tokens.indexOf(selector, tokens.indexOf(heading));
  const open = tokens.indexOf('{', from);
  const body = withoutComments(tokens.slice(open + 1, tokens.indexOf('}', open)));
  return new Map(
    [...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const light = blockAfter('---------- Light ----------', ':root, [data-theme="light"]');
const darkBySystem = blockAfter('when the system asks for it', ':root:not([data-theme="light"])');
const darkByReader = blockAfter('when the reader asks for it', '[data-theme="dark"]');
const themes = { light, dark: darkByReader } as const;

/** Relative luminance after WCAG 2.2 of a colour written #rrggbb. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function colour(theme: Theme, name: string): string {
  const value = theme.get(`--k-${name}`);
  if (value === undefined || !/^#[0-9a-f]{6}$/i.test(value))
    throw new Error(`--k-${name} is no plain colour`);
  return value;
}

/** What falls short of `least`, in words; nothing when every pair holds. */
function tooFaint(
  theme: Theme,
  pairs: readonly (readonly [string, string])[],
  least: number,
): readonly string[] {
  return pairs
    .map(([front, ground]) => ({ front, ground, is: contrast(colour(theme, front), colour(theme, ground)) }))
    .filter((pair) => pair.is < least)
    .map((pair) => `${pair.front} on ${pair.ground}: ${pair.is.toFixed(2)}`);
}

const every = (fronts: readonly string[], grounds: readonly string[]) =>
  fronts.flatMap((front) => grounds.map((ground) => [front, ground] as const));
const onOwnSoftGround = (names: readonly string[]) => names.map((name) => [name, `${name}-soft`] as const);

const surfaces = ['paper', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const messages = ['ok', 'warn', 'bad', 'note'];
const states = ['not-asked', 'na', 'unanswered', 'zero', 'claimed', 'verified', 'disputed'].map(
  (it) => `st-${it}`,
);
const steps = [1, 2, 3, 4, 5, 6, 7];

describe('the themes', () => {
  it('have one dark, whether the system or the reader asks for it', () => {
    expect(darkBySystem.size).toBeGreaterThan(70);
    expect([...darkBySystem]).toEqual([...darkByReader]);
  });

  it('give every colour of light a dark one', () => {
    expect([...darkByReader.keys()].sort()).toEqual([...light.keys()].sort());
  });
});

describe.each(['light', 'dark'] as const)('in %s', (name) => {
  const theme = themes[name];

  it('text can be read on every surface', () => {
    expect(tooFaint(theme, every(['ink', 'ink-2', 'ink-3'], surfaces), 4.5)).toEqual([]);
  });

  it('links and message words can be read on what they lie on', () => {
    expect(tooFaint(theme, every(['action', ...messages], ['paper', 'surface', 'raised']), 4.5)).toEqual([]);
  });

  it('the edge of what one can operate stands out from its surface', () => {
    expect(tooFaint(theme, every(['control'], surfaces), 3)).toEqual([]);
  });

  it('messages can be read on their soft ground', () => {
    expect(
      tooFaint(
        theme,
        [
          ...onOwnSoftGround(messages),
          ...every(
            ['ink'],
            messages.map((it) => `${it}-soft`),
          ),
        ],
        4.5,
      ),
    ).toEqual([]);
  });

  it('states can be read on their soft ground', () => {
    expect(
      tooFaint(
        theme,
        [
          ...onOwnSoftGround(states),
          ...every(
            ['ink'],
            states.map((it) => `${it}-soft`),
          ),
        ],
        4.5,
      ),
    ).toEqual([]);
  });

  it('the words of buttons and of what is chosen can be read', () => {
    const pairs = [
      ['on-action', 'action'],
      ['on-action', 'action-hover'],
      ['on-action-soft', 'action-soft'],
    ] as const;
    expect(tooFaint(theme, pairs, 4.5)).toEqual([]);
  });

  it('figures can be read on every step of the scale from low to high', () => {
    expect(
      tooFaint(
        theme,
        steps.map((step) => [`seq-${step}-on`, `seq-${step}`] as const),
        4.5,
      ),
    ).toEqual([]);
  });

  it('one of the two focus rings stands out on every surface', () => {
    const lost = surfaces.filter((surface) =>
      ['focus', 'focus-gap'].every((ring) => contrast(colour(theme, ring), colour(theme, surface)) < 3),
    );
    expect(lost).toEqual([]);
    expect(tooFaint(theme, [['focus', 'focus-gap']], 3)).toEqual([]);
  });
});

describe('the patterns', () => {
  it.each(patterns)('%s takes every colour from the tokens', (name) => {
    const literal =
      /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|:\s*(?:white|black|red|gr[ae]y)\b/gi;
    expect(read(name).match(literal) ?? []).toEqual([]);
  });

  it.each([...patterns, 'tokens.css'])('%s uses no token that is not there', (name) => {
    const defined = new Set(
      [...withoutComments(tokens).matchAll(/(--k-[\w-]+):/g)].map(([, token]) => token),
    );
    const used = [...read(name).matchAll(/var\((--k-[\w-]+)/g)].map(([, token]) => token);
    expect(used.filter((token) => !defined.has(token))).toEqual([]);
  });

  it('are all part of the look', () => {
    const imported = [
      ...(read('look.css') + read('patterns.css')).matchAll(/@import '\.\/([\w-]+\.css)'/g),
    ].map(([, it]) => it);
    // What brings patterns in is none itself.
    const expected = [...patterns, 'tokens.css'].filter((it) => !/look\.css$/.test(it));
    expect(imported.sort()).toEqual(expected.sort());
  });
});
