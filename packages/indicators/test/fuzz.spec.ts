import { describe, expect, test } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { checkQuestionnaire } from '../src/checks/check-questionnaire.js';
import { Draw } from '../src/definition/draw.arbitrary.js';
import { buildQuestionnaire, titlesFor } from '../src/definition/questionnaire.arbitrary.js';
import { readDraftContent } from '../src/editing/read-draft-content.js';
import { importSurveyJson } from '../src/formats/survey-import/import-survey.js';
import { newIds, surveyOf } from '../src/formats/survey-import/survey.arbitrary.js';
import { mutate } from './mutations.js';

/** As many inputs as are asked for, or so many: `npm run fuzz` gives 100,000. */
const INPUTS = Number(process.env['KILIM_RUNS'] ?? 150);
const ASKED = process.env['KILIM_SEED'] ?? '20261125';
const SEED = ASKED === 'random' ? randomInt(2 ** 31) : Number(ASKED);
const SLOWEST_MS = 1000;

const PROTOTYPES = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Number.prototype,
];
const before = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);

/** A survey with some of everything, as somebody else may have written it. */
const FOREIGN = {
  title: { default: 'Survey', pl: 'Ankieta' },
  locale: 'en',
  pages: [
    {
      name: 'one',
      visibleIf: '{name} notempty',
      elements: [
        { type: 'text', name: 'name', isRequired: true, validators: [{ type: 'regex', regex: '^(a+)+$' }] },
        { type: 'text', name: 'people', inputType: 'number', min: 0, max: 9e6, step: 1 },
        {
          type: 'radiogroup',
          name: 'one of',
          choices: ['a', { value: 2, text: { de: 'zwei' } }],
          showOtherItem: true,
        },
        {
          type: 'checkbox',
          name: 'many',
          choices: [1, 2, 3],
          hasNone: true,
          visibleIf: "{one of} anyof ['a', 2]",
        },
        {
          type: 'matrix',
          name: 'm',
          columns: ['x', 'y'],
          rows: ['r1', 'r2'],
          visibleIf: '{many.length} > 1',
        },
        { type: 'dropdown', name: 'd', choicesByUrl: { url: 'https://example.org' }, choicesMax: 1e8 },
        {
          type: 'paneldynamic',
          name: 'centres',
          minPanelCount: 1,
          templateElements: [
            { type: 'boolean', name: 'open' },
            { type: 'text', name: 'visits', inputType: 'number', visibleIf: '{panel.open} = true' },
          ],
        },
        { type: 'expression', name: 'sum', expression: "sumInArray({centres}, 'visits') / {people} * 100" },
        { type: 'matrixdynamic', name: 'table', columns: [{ name: 'c', cellType: 'text' }], rowCount: 1e9 },
        { type: 'multipletext', name: 'lines', items: [{ name: 'i', inputType: 'date' }] },
        { type: 'rating', name: 'rate', rateMin: 0, rateMax: 1e300, rateStep: 1e-300 },
        { type: 'panel', name: 'p', elements: [{ type: 'html', name: 'h', html: '<img onerror=alert(1)>' }] },
      ],
    },
  ],
};

interface Input {
  readonly what: string;
  readonly document: object;
  readonly readers: readonly ((document: unknown) => { readonly ok: boolean })[];
}

/** Documents to begin with: drafts and surveys of random versions, and a survey from elsewhere. */
function inputs(): readonly Input[] {
  const foreign: Input = {
    what: 'a survey from elsewhere',
    document: FOREIGN,
    readers: [(survey) => importSurveyJson(survey, newIds())],
  };
  const random = Array.from({ length: 12 }, (_, at) => buildQuestionnaire(new Draw(at)));
  return random.flatMap((questionnaire): readonly Input[] => {
    const version = { questionnaire, source: titlesFor(questionnaire), translations: [] };
    const check = (document: unknown) => {
      const { questionnaire: structure, source, translations } = Object(document) as Record<string, unknown>;
      return checkQuestionnaire(structure, source, Array.isArray(translations) ? translations : []);
    };
    return [
      foreign,
      { what: 'a draft', document: { ...version, accepted: [] }, readers: [check, readDraftContent] },
      {
        what: 'our survey',
        document: surveyOf(version),
        readers: [(survey) => importSurveyJson(survey, newIds())],
      },
    ];
  });
}

/** How much processor time something takes, in milliseconds: what else the machine does is not counted. */
function processorTime(run: () => void): number {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

describe('whatever JSON the checks and importers are given', () => {
  test(`none of ${INPUTS.toLocaleString('en')} mutated inputs is an exception, none takes over a second, none gets into a prototype`, () => {
    const documents = inputs();
    let understood = 0;
    for (let at = 0; at < INPUTS; at += 1) {
      const seed = SEED + at;
      const draw = new Draw(seed);
      const { what, document, readers } = draw.pick(documents);
      const input = mutate(structuredClone(document), draw);
      for (const read of readers) {
        const run = () => {
          try {
            if (read(input).ok) understood += 1;
          } catch (error) {
            throw new Error(`${what}, mutated with KILIM_SEED=${String(seed)} KILIM_RUNS=1`, {
              cause: error,
            });
          }
        };
        let took = processorTime(run);
        // Once more, when something else (the collector of garbage, the compiler) may have had its turn.
        for (let again = 0; took > SLOWEST_MS && again < 2; again += 1)
          took = Math.min(took, processorTime(run));
        if (took > SLOWEST_MS)
          throw new Error(`${what}, KILIM_SEED=${String(seed)}, took ${String(took)} ms`);
      }
      expect(PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length)).toEqual(before);
    }
    expect({}).not.toHaveProperty('polluted');
    // Else nothing would have come far enough to be tried.
    expect(understood).toBeGreaterThan(INPUTS / 20);
  }, 3_600_000);
});
