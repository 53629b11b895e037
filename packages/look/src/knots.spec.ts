import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BRAND_MARK, ICONS } from './icons.js';
import { KNOTS } from './knots.js';
import type { Shape } from './shape.js';

const styles = readFileSync(new URL('../css/states.css', import.meta.url), 'utf8');
const tokens = readFileSync(new URL('../css/tokens.css', import.meta.url), 'utf8');
const drawings: readonly (readonly [string, readonly Shape[]])[] = [
  ...Object.entries(KNOTS).map(([state, knot]) => [state, knot.paths] as const),
  ...Object.entries(ICONS),
  ['brand mark', BRAND_MARK],
];

describe('knots', () => {
  it.each(Object.entries(KNOTS))('%s brings a colour and a ground', (_state, knot) => {
    expect(styles).toContain(`.${knot.className} {`);
  });

  it('differ in shape as well as in colour', () => {
    const shapes = Object.values(KNOTS).map(({ paths }) => JSON.stringify(paths));
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});

describe('drawings', () => {
  it.each(drawings)('%s shows something, in colours of the theme', (_name, shapes) => {
    expect(shapes.length).toBeGreaterThan(0);
    for (const { fill, stroke = 'none' } of shapes) {
      expect([fill, stroke]).not.toEqual(['none', 'none']);
      for (const [, token = ''] of `${fill} ${stroke}`.matchAll(/var\((.*?)\)/g))
        expect(tokens).toContain(`${token}:`);
    }
  });
});
