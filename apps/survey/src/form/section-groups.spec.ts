import { describe, expect, it } from '@jest/globals';
import { compileQuestionnaire, Questionnaire } from '@kilim/indicators';
import { readFileSync } from 'node:fs';
import { groupSections } from './section-groups.js';

const file = new URL(
  '../../../../packages/indicators/catalogue/intercultural/2026.1/questionnaire.json',
  import.meta.url,
);
const compiled = compileQuestionnaire(Questionnaire.parse(JSON.parse(readFileSync(file, 'utf8'))));

describe('the table of contents', () => {
  const groups = groupSections(compiled);

  it('holds every section once, in the order of the form', () => {
    expect(groups.flatMap(({ sections }) => sections)).toEqual(compiled.questionnaire.sections);
  });

  it('puts the members of the lens together, under its name', () => {
    const lens = groups.filter(({ kind }) => typeof kind === 'object');
    expect(lens).toHaveLength(1);
    expect(lens[0]?.sections.map(({ code }) => code)).toEqual(['EDU', 'NEI', 'PUB', 'BUS', 'CUL', 'SPA']);
    expect(groups.map(({ kind }) => (typeof kind === 'object' ? 'lens' : kind))).toEqual([
      'top',
      'lens',
      'others',
    ]);
  });
});
