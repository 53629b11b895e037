import { describe, expect, it } from '@jest/globals';
import {
  findingInput,
  type Clarification,
  type CurrentAnswer,
  type Evidence,
  type Finding,
} from '@kilim/contracts';
import { percent, placeOf, scoreAssessment, type Answer, type Answers } from '@kilim/indicators';
import { BOOK } from '../testing/given';
import { questionEffects } from './effect';
import { effectLines, scoreWith } from './preview';
import { neighbour, queueOf, shownQueue } from './queue';

const person = { id: '01900000-0000-7000-8000-0000000000aa', name: 'A' };
const at = '2026-04-01T10:00:00.000Z';
const answer = (questionId: string, value: Answer | null): CurrentAnswer => ({
  questionId,
  instanceId: '',
  revision: 1,
  eventId: person.id,
  answer: value,
  faults: [],
  savedAt: at,
  savedBy: person,
});
const finding = (
  sequence: number,
  questionId: string,
  value: Answer | null,
  change: Partial<Finding> = {},
): Finding => ({
  id: `01900000-0000-7000-8000-00000000000${sequence}`,
  questionId,
  instanceId: '',
  reader: 'first',
  sequence,
  answer: value,
  reason: 'seen',
  isOutdated: false,
  isSuperseded: false,
  evidenceIds: [],
  recordedAt: at,
  recordedBy: person,
  ...change,
});
const evidence = (questionId: string, change: Partial<Evidence> = {}, passage?: string): Evidence => ({
  id: person.id,
  title: 'A document',
  level: 'local',
  uses: [{ questionId, ...(passage !== undefined && { passage }) }],
  addedAt: at,
  addedBy: person,
  ...change,
});
const yes: Answer = { kind: 'value', value: true };
const no: Answer = { kind: 'value', value: false };
const answers = [
  answer('q-yes', yes),
  answer('q-some', { kind: 'value', value: ['o-red', 'o-blue'] }),
  answer('q-share', { kind: 'value', value: 10 }),
];
const claims: Answers = Object.fromEntries(
  answers.flatMap(({ questionId, answer: of }) => (of ? [[questionId, of]] : [])),
);

function queue(
  findings: readonly Finding[] = [],
  proof: readonly Evidence[] = [],
  clarifications: readonly Clarification[] = [],
) {
  const { compiled } = BOOK;
  const scorecard = scoreAssessment(compiled, claims, {
    basis: 'found',
    findings: findings.map(findingInput),
  });
  return queueOf({ compiled, scorecard, answers, findings, evidence: proof, clarifications });
}
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const item = (items: ReturnType<typeof queue>, id: string) => items.find((each) => each.id === id);

describe('the queue', () => {
  it('marks what the city is asked, and has it judged again once the city has replied', () => {
    const asked: Clarification = {
      ...{ id: person.id, questionId: 'q-yes', instanceId: '', question: 'Which plan?', settledBy: 'A page' },
      ...{ dueOn: '2026-05-01', askedAt: at, askedBy: person },
    };
    const ended = (kind: 'answered' | 'withdrawn', endedAt: string): Clarification => ({
      ...asked,
      end: { kind, words: 'Page 3', at: endedAt, by: person },
    });
    const later = '2026-04-02T10:00:00.000Z';
    const now = (clarification: Clarification) => {
      const shown = item(queue([finding(1, 'q-yes', yes)], [], [clarification]), 'q-yes');
      return [shown?.asked, shown?.isToJudge];
    };
    expect(now(asked)).toEqual(['open', false]);
    expect(now(ended('answered', later))).toEqual(['replied', true]);
    expect(now(ended('withdrawn', later))).toEqual([undefined, false]);
    expect(now(ended('answered', at))).toEqual([undefined, false]);
  });

  it('knows how each question stands', () => {
    const items = queue([
      finding(1, 'q-yes', yes),
      finding(2, 'q-some', { kind: 'value', value: ['o-red'] }),
    ]);
    expect(items.map(({ id, standing }) => [id, standing])).toEqual([
      ['q-yes', 'verified'],
      ['q-some', 'disputed'],
      ['q-share', 'zero'],
      ['q-grid', 'unanswered'],
      ['q-words', 'unanswered'],
    ]);
  });

  it('takes the order of choices for no difference', () => {
    const items = queue([finding(1, 'q-some', { kind: 'value', value: ['o-blue', 'o-red'] })]);
    expect(item(items, 'q-some')?.standing).toBe('verified');
  });

  it('leaves out what a finding hides', () => {
    expect(ids(queue([finding(1, 'q-yes', no)]))).not.toContain('q-grid');
  });

  it('asks to judge an answer again that was changed after its finding', () => {
    const items = queue([finding(1, 'q-yes', yes, { isOutdated: true })]);
    expect(item(items, 'q-yes')).toMatchObject({ isToJudge: true, standing: 'claimed' });
  });

  it('shows by effect: answers without evidence first, then by weight, what is unanswered last', () => {
    const items = queue([], [evidence('q-share', { url: 'https://a.example/' }, 'page 3')]);
    expect(ids(shownQueue(items, 'all', 'effect'))).toEqual([
      'q-yes',
      'q-some',
      'q-share',
      'q-grid',
      'q-words',
    ]);
    expect(ids(shownQueue(items, 'toJudge', 'form'))).toEqual(['q-yes', 'q-some', 'q-share']);
  });

  it('measures how weak the proof is', () => {
    const items = queue(
      [],
      [evidence('q-share', { url: 'https://a.example/' }, 'page 3'), evidence('q-some')],
    );
    expect(items.map(({ weakness }) => weakness)).toEqual([3, 2, 0, 3, 3]);
  });

  it('goes on to the neighbour, from outside the list to its beginning, and stops at its end', () => {
    const items = queue();
    expect(neighbour(items, 'q-yes', 1)?.id).toBe('q-some');
    expect(neighbour(items, 'gone', 1)?.id).toBe('q-yes');
    expect(neighbour(items, 'q-words', 1)).toBeUndefined();
    expect(neighbour(items, 'q-yes', -1)).toBeUndefined();
  });
});

describe('findings', () => {
  it('stand by their sequence, not by their place; second readers never', () => {
    const items = queue([
      ...[finding(2, 'q-yes', no), finding(1, 'q-yes', yes)],
      finding(3, 'q-yes', yes, { reader: 'second' }),
    ]);
    expect(item(items, 'q-yes')?.finding?.sequence).toBe(2);
  });

  it('that are withdrawn do not stand', () => {
    expect(
      item(queue([finding(1, 'q-yes', no), finding(2, 'q-yes', null)]), 'q-yes')?.finding,
    ).toBeUndefined();
  });
});

describe('the weight of a question in the index', () => {
  it('adds up to the whole over all that is asked', () => {
    const effects = questionEffects(
      BOOK.compiled,
      ['q-yes', 'q-some', 'q-share', 'q-grid'].map((id) => ({ id, address: id })),
    );
    const sum = [...effects.values()].reduce((total, { ofIndex }) => total + ofIndex, 0);
    expect(sum).toBeCloseTo(1, 12);
    expect(effects.get('q-yes')).toEqual({ index: 'x-core', ofIndicator: 0.75, ofIndex: 0.1875 });
  });
});

describe('the preview of a finding', () => {
  it('is what the engine would find if it were recorded too', () => {
    const claimed = scoreAssessment(BOOK.compiled, claims, { basis: 'claimed' });
    const then = scoreWith(BOOK.compiled, claims, [], placeOf('q-yes'), no);
    const [line] = effectLines(['n-a'], claimed, claimed, then);
    expect(line && percent(line.claimed)).toBe(100);
    expect(line?.withThis && percent(line.withThis)).toBe(25);
  });

  it('replaces an earlier finding on the same question', () => {
    const before = [finding(7, 'q-yes', no)];
    const then = scoreWith(BOOK.compiled, claims, before, placeOf('q-yes'), yes);
    expect(then.questions.find(({ id }) => id === 'q-yes')?.findingId).toBe('imagined');
  });
});
