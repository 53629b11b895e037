/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RepeatedSet } from '@kilim/indicators';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { givenSection } from '../assessment/given.arbitrary.js';
import type { Asked } from '../assessment/asked.js';
import type { Work } from '../assessment/work.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { SubmitPanel } from '../review/submit-panel.js';
import { DataQualityField } from './data-quality-field.js';
import { NotApplicableForm } from './not-applicable-form.js';
import { SectionModel } from './section-model.js';
import { SetFrame } from './set-frame.js';

const FIGURE = 'q-1';
const SET = 'q-2';
const [FIRST, SECOND] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];

const version = givenVersion(
  givenSection([
    { id: FIGURE, code: 'S.1', kind: 'share', required: true, decimals: 0, quality: 'required' },
    {
      ...{ id: SET, code: 'S.2', kind: 'set', required: true, minimum: 0, maximum: 5 },
      questions: [{ id: 'q-3', code: 'S.2.1', kind: 'yesNo', required: true }],
    },
  ]),
  { 'q-1.title': 'How many?', 'q-2.title': 'Which projects?' },
);

const nothing = (): void => undefined;

function asked({ reading }: Work, id: string): Asked {
  const found = reading.asked.find(({ question }) => question.id === id);
  if (!found) throw new Error(`${id} is not asked.`);
  return found;
}

/** A set with one member, as the only thing on the screen. */
function givenSet(): Work {
  return givenWork(version, [answered(SET, [FIRST])], (work) => (
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
    const { saver } = givenWork(version, [answered(FIGURE, 12)], (work) => (
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
    saver.hear(answered(SET, [FIRST, SECOND], { revision: 2 }));
    fireEvent.click(screen.getByRole('button', { name: /^Add/ }));
    expect(saver.held(SET)?.answer).toMatchObject({ value: [FIRST, SECOND, expect.any(String)] });
  });

  it('so does taking out of it, and undoing that', () => {
    const { saver } = givenSet();
    saver.hear(answered(SET, [FIRST, SECOND], { revision: 2 }));
    fireEvent.click(screen.getByRole('button', { name: /^Remove/ }));
    expect(saver.held(SET)?.answer).toMatchObject({ value: [SECOND] });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(saver.held(SET)?.answer).toMatchObject({ value: [FIRST, SECOND] });
  });

  it('nothing is handed over while something is still on its way', () => {
    const all = [answered(FIGURE, 12, { quality: 'A' }), answered(SET, [])];
    const { saver } = givenWork(
      version,
      all,
      () => <SubmitPanel isInTime />,
      ({ assessment }) => ({ assessment: { ...assessment, may: ['answer:write', 'assessment:submit'] } }),
    );
    const button = screen.getByRole('button', { name: 'Submit the answers' });
    expect(button.getAttribute('aria-disabled')).toBe('false');
    act(() => {
      saver.change(FIGURE, { kind: 'set', value: 42, quality: 'A' }, 'typing');
    });
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });
});

/** The server takes words without blanks around them and without control characters. */
describe('words about an answer', () => {
  const typeSource = (words: string): void => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: words } });
  };

  it('that tell where a figure is from keep the blank that was typed last, and go without it', () => {
    const { saver } = givenWork(version, [answered(FIGURE, 12)], (work) => (
      <DataQualityField asked={asked(work, FIGURE)} isLocked={false} />
    ));
    typeSource('Annual ');
    act(() => {
      saver.hear({ ...answered(FIGURE, 12, { revision: 2 }), source: 'Annual' });
    });
    expect(saver.held(FIGURE)?.source).toBe('Annual');
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Annual ');
    typeSource('Annual report');
    expect(saver.held(FIGURE)?.source).toBe('Annual report');
  });

  it('that are a blank so far are none', () => {
    const { saver } = givenWork(version, [answered(FIGURE, 12)], (work) => (
      <DataQualityField asked={asked(work, FIGURE)} isLocked={false} />
    ));
    typeSource(' ');
    expect(saver.held(FIGURE)).toEqual({ answer: { kind: 'value', value: 12 } });
    expect(screen.getByRole('textbox')).toHaveProperty('value', ' ');
  });

  it('that say why it does not apply are taken with what a paste brought along', () => {
    const { saver } = givenWork(version, [], (work) => (
      <NotApplicableForm asked={asked(work, FIGURE)} opener={{ current: null }} onDone={nothing} />
    ));
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'The region\u000bruns the schools' } });
    fireEvent.submit(screen.getByRole('textbox'));
    expect(saver.held(FIGURE)?.reason).toBe('The region runs the schools');
  });
});
