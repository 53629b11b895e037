import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Answers } from '../answers/answer.js';
import { drawAnswers } from '../answers/answers.arbitrary.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { arbitraryFrom } from '../definition/draw.arbitrary.js';
import { given } from '../definition/given.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { contentOf } from '../editing/draft-document.js';
import { buildDraft } from '../editing/change.arbitrary.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import type { FindingInput } from '../scoring/finding-input.js';
import { areaScores } from './area-scores.js';
import { diffVersions } from './diff-versions.js';
import { givenVersion } from './given-version.arbitrary.js';
import { migrateAnswers } from './migrate-answers.js';
import { replayImpact, scoreImpact, type AreaImpact } from './score-impact.js';
import type { VersionDocuments } from './version-documents.js';
import { arbitrarySoundPair } from './version-pair.arbitrary.js';

const claimed = { basis: 'claimed' } as const;
const yes = { kind: 'value', value: true } as const;
const no = { kind: 'value', value: false } as const;

const q = (id: string, changes: Parameters<typeof given.yesNo>[0] = {}): Question =>
  given.yesNo({ id, code: id.toUpperCase(), ...changes });

/** What moved, with the reasons by the keys of their changes. */
function told(before: VersionDocuments, after: VersionDocuments, answers: Answers) {
  const impact = scoreImpact(before, after);
  return impact.of({ claims: answers, options: claimed }).map(({ area, difference, because, together }) => ({
    area,
    difference: difference === undefined ? undefined : round(difference),
    because: Object.fromEntries(
      because.map(({ unit, effect }) => [impact.units[unit]?.changes.join(' + '), round(effect)]),
    ),
    together: round(together),
  }));
}

const round = (value: number) => Math.round(value * 1e9) / 1e9;

describe('what a change does to a score', () => {
  const before = givenVersion([q('q-a'), q('q-b')]);
  const answers = { 'q-a': yes, 'q-b': no };

  test('is told by each change alone, and by what they do only together', () => {
    const after = givenVersion([q('q-a', { weight: 2 }), q('q-b', { points: { yes: 6, no: 0 } })]);
    // 2 of 4; with the weight 4 of 6; with the points 2 of 8; with both 4 of 10.
    const because = { 'q-a/weight': round(4 / 6 - 2 / 4), 'q-b/points/yes': round(2 / 8 - 2 / 4) };
    const together = round(4 / 10 - 2 / 4 - (4 / 6 - 2 / 4) - (2 / 8 - 2 / 4));
    expect(told(before, after, answers)).toEqual([
      { area: 'index-one', difference: -0.1, because, together },
      { area: 'ind-one', difference: -0.1, because, together },
    ]);
  });

  test('is told as one where one is nothing without the other: a new indicator, its questions, its weight', () => {
    const changes: Partial<Questionnaire> = {
      indicators: [
        { id: 'ind-one', code: 'IA' },
        { id: 'ind-new', code: 'IN' },
      ],
      indices: [
        {
          id: 'index-one',
          code: 'INDEX',
          members: [
            { of: 'ind-one', weight: 1 },
            { of: 'ind-new', weight: 1 },
          ],
        },
      ],
    };
    const after = givenVersion(
      [q('q-a', { weight: 3 }), q('q-b'), q('q-c', { indicator: 'ind-new' })],
      changes,
    );
    // Nobody has answered the new question: only together with another rule does it count.
    expect(told(before, after, answers)[0]).toEqual({
      ...{ area: 'index-one', difference: 0.25, because: { 'q-a/weight': 0.25 }, together: 0 },
    });
    const strict = {
      ...changes,
      rules: { ...before.questionnaire.rules, unanswered: 'countAsZero' as const },
    };
    const [index] = told(
      before,
      givenVersion([q('q-a'), q('q-b'), q('q-c', { indicator: 'ind-new' })], strict),
      answers,
    );
    expect(index).toEqual({ area: 'index-one', difference: -0.25, because: {}, together: -0.25 });
  });

  test('is told of a question that goes, together with the conditions that looked at it', () => {
    const looking = q('q-b', { askedIf: { op: 'equals', question: 'q-a', value: true } });
    const gone = told(givenVersion([q('q-a'), looking]), givenVersion([q('q-b')]), answers);
    expect(gone[0]).toMatchObject({ difference: -0.5, because: { 'q-b/askedIf + q-a': -0.5 }, together: 0 });
  });

  test('is told of a question of another kind as one', () => {
    const single = given.single({
      id: 'q-a',
      code: 'Q-A',
      options: [
        { id: 'opt-yes', code: 'yes', points: 1 },
        { id: 'opt-no', code: 'no', points: 4 },
      ],
    });
    const [index] = told(before, givenVersion([single, q('q-b')]), answers);
    // 1 of 4 beside 0 of 2.
    expect(index).toMatchObject({ difference: round(1 / 6 - 2 / 4), together: 0 });
    expect(Object.values(index?.because ?? {})).toEqual([round(1 / 6 - 2 / 4)]);
  });

  test('is told of changes that go in circles on their own as what they do together', () => {
    const first = givenVersion([
      q('q-a'),
      q('q-b', { askedIf: { op: 'equals', question: 'q-a', value: true } }),
    ]);
    const turned = givenVersion([
      q('q-a', { askedIf: { op: 'equals', question: 'q-b', value: true } }),
      q('q-b'),
    ]);
    const impact = scoreImpact(first, turned);
    expect(impact.units).toEqual([
      { changes: ['q-a/askedIf'], isAlone: false },
      { changes: ['q-b/askedIf'], isAlone: true },
    ]);
    expect(told(first, turned, { 'q-a': yes, 'q-b': no })[0]).toMatchObject({
      difference: -0.5,
      because: {},
      together: -0.5,
    });
  });

  test('is told of moving into another section only when the section is a set', () => {
    const sections = [
      { id: 'sec-one', code: 'S1', questions: [q('q-a')] },
      { id: 'sec-two', code: 'S2', questions: [q('q-b')] },
    ];
    expect(told(before, givenVersion([], { sections }), answers)).toEqual([
      { area: 'index-one', difference: 0, because: {}, together: 0 },
    ]);
  });

  test('has no reasons where there is no score to compare with', () => {
    const after = givenVersion([q('q-b')]);
    expect(told(before, after, { 'q-a': yes })).toEqual([
      { area: 'index-one', difference: undefined, because: {}, together: 0 },
      { area: 'ind-one', difference: undefined, because: {}, together: 0 },
    ]);
  });

  test('counts findings, and leaves unanswered what was found but cannot be carried over', () => {
    const options = (...codes: string[]) =>
      codes.map((code, at) => ({ id: `opt-${code}`, code, points: at }));
    const three = givenVersion([given.single({ options: options('a', 'b', 'c') }), q('q-b')]);
    const two = givenVersion([given.single({ options: options('a', 'b') }), q('q-b')]);
    const finding: FindingInput = {
      ...{ id: 'f-1', question: 'q-single', reader: 'first', sequence: 1 },
      answer: { kind: 'value', value: 'opt-c' },
    };
    const claims = { 'q-single': { kind: 'value', value: 'opt-b' }, 'q-b': no } as const;
    const [index] = scoreImpact(three, two).of({ claims, options: { basis: 'found', findings: [finding] } });
    expect(index).toMatchObject({ before: { value: 0.5 }, after: { value: 0 } });
  });
});

const arbitraryImpact = arbitrarySoundPair().chain(({ before, after }) =>
  arbitraryFrom((draw) => ({
    ...{ before, after },
    assessments: [1, 2].map(() => ({
      claims: drawAnswers(draw, before.questionnaire, { faulty: true, emptySets: true }),
      options: claimed,
    })),
  })),
);

describe('the impact of any change', () => {
  test('is what both versions score, and adds up from what each change does alone and all do together', () => {
    fc.assert(
      fc.property(arbitraryImpact, ({ before, after, assessments }) => {
        const impact = scoreImpact(before, after);
        const [older, newer] = [before, after].map(({ questionnaire }) =>
          compileQuestionnaire(questionnaire),
        );
        if (!older || !newer) throw new Error('Two versions are compared.');
        for (const { assessment, areas } of replayImpact(impact, assessments)) {
          const is = scoreAssessment(newer, migrateAnswers(impact.plan, assessment.claims).answers, claimed);
          const was = scoreAssessment(older, assessment.claims, claimed);
          for (const area of areas) {
            expect(area.before).toEqual(scoreIn(was, area));
            expect(area.after).toEqual(scoreIn(is, area));
            if (area.difference === undefined) continue;
            const sum = area.because.reduce((total, { effect }) => total + effect, area.together);
            expect(sum).toBeCloseTo(area.difference, 12);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('names every change that may move a score in just one unit', () => {
    fc.assert(
      fc.property(arbitrarySoundPair(), ({ before, after }) => {
        const named = scoreImpact(before, after).units.flatMap(({ changes }) => changes);
        expect(new Set(named).size).toBe(named.length);
        const keys = new Set(diffVersions(before, after).map(({ key }) => key));
        expect(named.filter((key) => !keys.has(key))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

/** A random version with answers, and the same with one thing changed. */
function arbitraryOneChange(change: (document: VersionDocuments, at: number) => VersionDocuments) {
  return arbitraryFrom((draw) => {
    const before = contentOf(buildDraft(draw));
    return {
      ...{ before, after: change(before, draw.integer(0, 1e6)) },
      answers: drawAnswers(draw, before.questionnaire, { emptySets: true }),
    };
  });
}

test('wording moves no score', () => {
  const reworded = arbitraryOneChange((document) => ({
    ...document,
    source: {
      ...document.source,
      texts: Object.fromEntries(
        Object.entries(document.source.texts).map(([key, text]) => [key, `${text}, then`]),
      ),
    },
    translations: [],
  }));
  fc.assert(
    fc.property(reworded, ({ before, after, answers }) => {
      const impact = scoreImpact(before, after);
      expect(impact.units).toEqual([]);
      const areas = impact.of({ claims: answers, options: claimed });
      expect(areas.filter(({ difference = 0 }) => difference !== 0)).toEqual([]);
      expect(areas.length).toBe(before.questionnaire.indices.length);
    }),
    { numRuns: 20 },
  );
});

test('the weight of a question moves exactly the scores that contain it', () => {
  const weighted = arbitraryOneChange((document, at) => {
    const scored = scoredQuestions(document.questionnaire);
    const chosen = scored[at % scored.length];
    const sections = document.questionnaire.sections.map((section) => ({
      ...section,
      questions: section.questions.map((each) =>
        each === chosen ? { ...each, weight: (each.weight ?? 1) === 7 ? 5 : 7 } : each,
      ),
    }));
    return { ...document, questionnaire: { ...document.questionnaire, sections } };
  });
  fc.assert(
    fc.property(weighted, ({ before, after, answers }) => {
      const impact = scoreImpact(before, after);
      const [change] = diffVersions(before, after);
      const areas = impact.of({ claims: answers, options: claimed });
      const movedAreas = areas.filter(({ difference }) => (difference ?? 0) !== 0).map(({ area }) => area);
      const question = scoredQuestions(before.questionnaire).find(({ id }) => id === change?.part);
      const holders = containing(question?.indicator ?? '', before.questionnaire);
      for (const area of movedAreas) expect(holders).toContain(area);
      // Its indicator moves, unless it stands alone in it, does not count, or is as good as all the rest.
      const compiled = compileQuestionnaire(before.questionnaire);
      const { questions } = scoreAssessment(compiled, answers, claimed);
      const own = questions.filter((each) => each.indicator === question?.indicator && each.denominator > 0);
      const [inside, beside] = [true, false].map((isIn) =>
        ratio(own.filter(({ id }) => (id === question?.id) === isIn)),
      );
      const was = areaScores(compiled, answers).get(question?.indicator ?? '');
      if (inside === undefined || beside === undefined || was?.kind !== 'scored') return;
      expect(movedAreas.includes(question?.indicator ?? '')).toBe(Math.abs(inside - beside) > 1e-9);
    }),
    { numRuns: 40 },
  );
});

function scoredQuestions({ sections }: Questionnaire): readonly Question[] {
  return sections.flatMap(({ questions }) => questions).filter(({ indicator }) => indicator !== undefined);
}

/** An indicator and every mean it is in, directly or by way of composites. */
function containing(indicator: string, { composites, indices }: Questionnaire): ReadonlySet<string> {
  const holders = new Set([indicator]);
  for (let size = 0; size < holders.size;) {
    size = holders.size;
    for (const { id, members } of [...composites, ...indices])
      if (members.some(({ of }) => holders.has(of))) holders.add(id);
  }
  return holders;
}

function ratio(
  sums: readonly { readonly numerator: number; readonly denominator: number }[],
): number | undefined {
  const denominator = sums.reduce((sum, each) => sum + each.denominator, 0);
  return denominator === 0 ? undefined : sums.reduce((sum, each) => sum + each.numerator, 0) / denominator;
}

function scoreIn(scorecard: ReturnType<typeof scoreAssessment>, { area }: AreaImpact) {
  const areas = [...scorecard.indices, ...scorecard.composites, ...scorecard.indicators];
  return areas.find(({ id }) => id === area)?.score;
}
