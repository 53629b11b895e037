/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CurrentAnswer } from '@kilim/contracts';
import type { AnswerValue, RepeatedSet } from '@kilim/indicators';
import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { TextEncoder } from 'node:util';
import type { ReactNode } from 'react';
import { givenSection } from '../assessment/given.arbitrary.js';
import type { Asked } from '../assessment/asked.js';
import { WorkContext, type Work } from '../assessment/work.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { TRIAL_VERSION } from '../preview/trial-assessment.js';
import { useTrial } from '../preview/use-trial.js';
import { DataQualityField } from './data-quality-field.js';
import { SectionModel } from './section-model.js';

// What links between pages needs of a browser, and jsdom has not.
globalThis.TextEncoder ??= TextEncoder;
const { SetFrame } = await import('./set-frame.js');
const { SubmitPanel } = await import('../review/submit-panel.js');

const FIGURE = 'q-1';
const SET = 'q-2';
const [FIRST, SECOND] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];

const source = { language: 'en', texts: { 'q-1.title': 'How many?', 'q-2.title': 'Which projects?' } };
const version = {
  summary: TRIAL_VERSION,
  compiled: givenSection([
    { id: FIGURE, code: 'S.1', kind: 'share', required: true, decimals: 0, quality: 'required' },
    {
      ...{ id: SET, code: 'S.2', kind: 'set', required: true, minimum: 0, maximum: 5 },
      questions: [{ id: 'q-3', code: 'S.2.1', kind: 'yesNo', required: true }],
    },
  ]),
  source,
  translations: [],
};

function answered(questionId: string, value: AnswerValue, revision = 1): CurrentAnswer {
  return {
    ...{ questionId, instanceId: '', revision, eventId: TRIAL_VERSION.id, faults: [] },
    answer: { kind: 'value', value },
    savedAt: '2026-04-11T14:00:00.000Z',
    savedBy: { id: TRIAL_VERSION.id, name: 'Marta' },
  };
}

const nothing = (): void => undefined;

/** What the screens show to begin with, and go on showing: those of this test never follow. */
function given(of: readonly CurrentAnswer[], page: (work: Work) => ReactNode): Work {
  const shelf = { evidence: [], take: nothing };
  const { result } = renderHook(() => useTrial(version, 'en', of, nothing, shelf));
  const work = result.current;
  render(<WorkContext value={work}>{page(work)}</WorkContext>);
  return work;
}

function asked({ reading }: Work, id: string): Asked {
  const found = reading.asked.find(({ question }) => question.id === id);
  if (!found) throw new Error(`${id} is not asked.`);
  return found;
}

/** A set with one member, as the only thing on the screen. */
function givenSet(): Work {
  return given([answered(SET, [FIRST])], (work) => (
    <SetFrame
      asked={asked(work, SET)}
      set={version.compiled.byId.get(SET)?.question as RepeatedSet}
      within={[]}
      model={new SectionModel(version, 's-1', nothing)}
      isLocked={() => false}
    />
  ));
}

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

/** The screens follow typing, and what others do, a moment later. A key or a click may come before they do. */
describe('while the screens are behind', () => {
  it('telling where a figure is from leaves the figure that was typed just now', () => {
    const { saver } = given([answered(FIGURE, 12)], (work) => (
      <DataQualityField asked={asked(work, FIGURE)} isLocked={false} />
    ));
    saver.change(FIGURE, { kind: 'set', value: 42 }, 'typing');
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'B' } });
    expect(saver.held(FIGURE)).toMatchObject({ answer: { value: 42 }, quality: 'B' });
    saver.change(FIGURE, { kind: 'set', value: 421, quality: 'B' }, 'typing');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Register' } });
    expect(saver.held(FIGURE)).toMatchObject({ answer: { value: 421 }, quality: 'B', source: 'Register' });
  });

  it('adding to a set leaves what somebody else has added just now', () => {
    const { saver } = givenSet();
    saver.hear(answered(SET, [FIRST, SECOND], 2));
    fireEvent.click(screen.getByRole('button', { name: /^Add/ }));
    expect(saver.held(SET)?.answer).toMatchObject({ value: [FIRST, SECOND, expect.any(String)] });
  });

  it('so does taking out of it, and undoing that', () => {
    const { saver } = givenSet();
    saver.hear(answered(SET, [FIRST, SECOND], 2));
    fireEvent.click(screen.getByRole('button', { name: /^Remove/ }));
    expect(saver.held(SET)?.answer).toMatchObject({ value: [SECOND] });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(saver.held(SET)?.answer).toMatchObject({ value: [FIRST, SECOND] });
  });

  it('nothing is handed over while something is still on its way', () => {
    const all = [{ ...answered(FIGURE, 12), quality: 'A' as const }, answered(SET, [])];
    const { saver } = given(all, (work) => {
      const assessment = { ...work.assessment, may: ['answer:write', 'assessment:submit'] as const };
      return (
        <WorkContext value={{ ...work, assessment }}>
          <SubmitPanel isInTime />
        </WorkContext>
      );
    });
    const button = screen.getByRole('button', { name: 'Submit the answers' });
    expect(button.getAttribute('aria-disabled')).toBe('false');
    act(() => {
      saver.change(FIGURE, { kind: 'set', value: 42, quality: 'A' }, 'typing');
    });
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });
});
