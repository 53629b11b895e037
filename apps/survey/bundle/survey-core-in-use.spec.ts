import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sectionSurveyJson } from '@kilim/indicators';
import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Serializer } from 'survey-core';
import type { Plugin } from 'vite';
import type * as Form from '../src/form/section-model.js';
import { bundled } from './support/bundled.js';
import { EVERY_KIND } from './support/every-kind.js';
import { someHappening } from './support/happenings.js';
import { told } from './support/told.js';
import { FORM_USES, surveyCoreInUse } from './survey-core-in-use.js';

/** The form's model of a section as a bundle, with how SurveyJS's in it makes things by name. */
type Bundle = typeof Form & { readonly Serializer: typeof Serializer };

const LINES = `
export { SectionModel } from '/src/form/section-model.ts';
export { Serializer } from 'survey-core';
`;

let folder: string;
/** With all of survey-core. */
let whole: Bundle;
/** With what the form uses of it. */
let left: Bundle;
/** The classes in it. */
let leftClasses: ReadonlySet<string>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kilim-bundle-'));
  whole = await loaded('whole', await bundled(LINES, []));
  const code = await bundled(LINES, [surveyCoreInUse()]);
  leftClasses = new Set(code.match(/\b\w+(?= = class\b)|(?<=\bclass )\w+/g));
  left = await loaded('left', code);
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

async function loaded(name: string, code: string): Promise<Bundle> {
  const file = path.join(folder, `${name}.mjs`);
  await writeFile(file, code);
  return (await import(file)) as Bundle;
}

describe('a bundle with what the form uses of SurveyJS’s model', () => {
  it('makes of questions of every kind what one with all of it makes, whatever happens to them', () => {
    fc.assert(
      fc.property(fc.array(someHappening, { maxLength: 12 }), (happenings) => {
        expect(told(left, happenings)).toEqual(told(whole, happenings));
      }),
      { numRuns: 60 },
    );
  });

  it('knows every name by which the other looks for something meanwhile', () => {
    const looked = new Set<string>();
    const { findClass } = whole.Serializer;
    whole.Serializer.findClass = (name) => {
      const found = findClass.call(whole.Serializer, name);
      if (found) looked.add(name);
      return found;
    };
    told(whole, fc.sample(someHappening, 100));
    whole.Serializer.findClass = findClass;
    expect([...looked]).toEqual(expect.arrayContaining([...FORM_USES.elements]));
    expect([...looked].filter((name) => !left.Serializer.findClass(name))).toEqual([]);
  });

  it('makes no questions but those of the form’s kinds and what they lean on', () => {
    const kinds = (bundle: Bundle): readonly string[] =>
      bundle.Serializer.getChildrenClasses('question', true).map(({ name }) => name);
    expect(kinds(whole)).toContain('signaturepad');
    expect([...kinds(left)].sort()).toEqual([
      'checkbox',
      'comment',
      'dropdown',
      'matrix',
      'radiogroup',
      'ranking',
      'text',
      'textbase',
    ]);
  });

  it.each([
    'QuestionFileModel',
    'QuestionMatrixDropdownModel',
    'QuestionPanelDynamicModel',
    'QuestionSignaturePadModel',
    'QuestionTagboxModel',
    'InputMaskCurrency',
    'SurveyTriggerSkip',
    'ExpressionExecutor',
    'ConditionsParser',
  ])('has no %s', (name) => {
    expect(leftClasses).toContain('QuestionRankingModel');
    expect(leftClasses).not.toContain(name);
  });

  it('has every type that elements of a section are of, and no other', () => {
    const { compiled, source } = EVERY_KIND;
    const [page] = sectionSurveyJson(compiled, 's-1', source, [])['pages'] as readonly {
      readonly elements: readonly { readonly type: string }[];
    }[];
    const types = new Set(page?.elements.map(({ type }) => type));
    expect([...types].sort()).toEqual([...FORM_USES.elements].sort());
  });
});

describe('no bundle is made', () => {
  it.each<[string, string, readonly Plugin[], RegExp]>([
    [
      'of what isn’t said to be in use',
      `export { QuestionFileModel } from 'survey-core';`,
      [surveyCoreInUse()],
      /"QuestionFileModel" is not exported/,
    ],
    ['without survey-core', `export { createElement } from 'react';`, [surveyCoreInUse()], /it has moved/],
  ])(
    '%s',
    async (_what, lines, plugins, said) => {
      await expect(bundled(lines, plugins)).rejects.toThrow(said);
    },
    30_000,
  );
});
