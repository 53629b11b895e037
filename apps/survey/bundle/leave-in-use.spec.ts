import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { leaveInUse } from './leave-in-use.js';
import { FORM_USES } from './survey-core-in-use.js';

const CODE = readFileSync(new URL(import.meta.resolve('survey-core')), 'utf8');

describe('what is left of survey-core', () => {
  it('stands where it stood, so that what is said of a line of it is right', () => {
    const lines = CODE.split('\n');
    const left = leaveInUse(CODE, FORM_USES).split('\n');
    const moved = lines.filter((line, at) => left[at] !== line && left[at]?.trim() !== '');
    expect(moved).toEqual([]);
  });
});

describe('a survey-core that isn’t as it is known', () => {
  it.each<[string, (code: string) => string, string]>([
    ['lacks a kind', (code) => code.replace('addClass("ranking"', 'addClass("order"'), 'no element ranking'],
    ['lacks a class', (code) => code.replace('QuestionSelectBase, ', ''), 'no export QuestionSelectBase'],
    ['does something new when it is loaded', (code) => `${code}\nstartAll();`, 'calls startAll when'],
  ])('is refused when it %s', (_what, changed, said) => {
    expect(() => leaveInUse(changed(CODE), FORM_USES)).toThrow(said);
  });
});
