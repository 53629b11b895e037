/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Evidence } from '@kilim/contracts';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { givenReplies } from '../assessment/given-replies.arbitrary.js';
import { WorkContext, type Work } from '../assessment/work.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { TRIAL_ID } from '../preview/trial-assessment.js';
import { givenDialogs } from '../shell/given-dialogs.arbitrary.js';
import { answered } from '../preview/given-work.arbitrary.js';
import { SubmitPanel } from '../review/submit-panel.js';
import { givenScreens } from './given-screens.arbitrary.js';
import { QuestionsToRead } from './questions-to-read.js';

const [FIRST, SECOND] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];
const ASKED = { required: true, mayNotApply: true } as const;

const piece: Evidence = {
  ...{ id: FIRST, title: 'The plan', level: 'local', uses: [{ questionId: 'q-1' }] },
  ...{ addedAt: '2026-04-11T14:00:00.000Z', addedBy: { id: TRIAL_ID, name: 'Marta' } },
};

/** What happened to the first answer: it was once no. */
const entry = {
  ...{ id: FIRST, stream: { kind: 'assessment' }, sequence: 1, at: piece.addedAt, by: piece.addedBy },
  ...{ action: 'answer.set', questionId: 'q-1', from: null, to: { kind: 'value', value: false } },
  hash: '0'.repeat(64),
};

const given = {
  questions: [
    { ...ASKED, id: 'q-1', code: 'S.1', kind: 'yesNo', evidence: { need: 'welcome' } },
    {
      ...{ ...ASKED, id: 'q-2', code: 'S.2', kind: 'ranking', ranked: 2 },
      options: ['g-1', 'g-2', 'g-3'].map((id) => ({ id, code: id })),
    },
    {
      ...{ ...ASKED, id: 'q-3', code: 'S.3', kind: 'set', minimum: 0, maximum: 2 },
      questions: [{ id: 'q-4', code: 'S.3.1', kind: 'yesNo', required: true }],
    },
    { ...ASKED, id: 'q-5', code: 'S.5', kind: 'yesNo', evidence: { need: 'welcome' } },
  ],
  texts: { 'g-1.title': 'Rights', 'g-2.title': 'Trade', 'g-3.title': 'Image', 'q-3.instance': 'Project' },
};

const within = (code: string, selector: string) =>
  document.getElementById(code)?.querySelector<HTMLElement>(selector);
const named = (code: string, name: RegExp | string) => {
  const found = screen
    .getAllByRole('button', { name })
    .find((button) => document.getElementById(code)?.contains(button) === true);
  if (!found) throw new Error(`There is no ${String(name)} in ${code}`);
  return found;
};

/** Presses a button as a keyboard does: it has the focus. */
async function press(code: string, name: RegExp | string): Promise<void> {
  const button = named(code, name);
  act(() => {
    button.focus();
  });
  fireEvent.click(button);
  // What the server would answer, and what follows from that, come a moment later.
  for (let turn = 0; turn < 2; turn++)
    await act(
      async () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            resolve();
          });
        }),
    );
}

const focused = () => document.activeElement;

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

describe('the focus stays in the question', () => {
  it('at its control, when the answer is cleared', async () => {
    givenScreens({ ...given, answers: [answered('q-1', true)] });
    await press('S.1', 'Clear the answer');
    expect(focused()).toBe(within('S.1', '.q__body input'));
  });

  it('at the way back, when it does not apply; at its control, when it does', async () => {
    givenScreens({ ...given, answers: [answered('q-1', false)] });
    await press('S.1', 'Does not apply to us');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'We have no harbour.' } });
    await press('S.1', 'Record that it does not apply');
    expect(focused()).toBe(named('S.1', 'It does apply'));
    await press('S.1', 'It does apply');
    expect(focused()).toBe(within('S.1', '.q__body input:checked'));
  });

  it('at what opened the reason, when that is called off', async () => {
    givenScreens(given);
    await press('S.1', 'Does not apply to us');
    await press('S.1', 'Cancel');
    expect(focused()).toBe(named('S.1', 'Does not apply to us'));
  });

  it('at its control, when an earlier answer is brought back', async () => {
    const putBack = givenReplies({ status: 200, body: { entries: [entry] } });
    givenScreens({ ...given, answers: [answered('q-1', true)], but: () => ({ isTrial: false }) });
    await press('S.1', 'History');
    await waitFor(() => named('S.1', 'Bring this back: No'));
    await press('S.1', 'Bring this back: No');
    expect(focused()).toBe(within('S.1', '.q__body input[value="false"]'));
    putBack();
  });

  it('at what was put in order or taken out of it', async () => {
    givenScreens(given);
    await press('S.2', /^Trade/);
    expect(focused()).toBe(named('S.2', 'Move up: Trade'));
    await press('S.2', 'Take out of the order: Trade');
    expect(focused()).toBe(named('S.2', /^Trade/));
    // With the last one there is nothing left to put in order.
    await press('S.2', /^Image/);
    await press('S.2', /^Rights/);
    expect(focused()).toBe(named('S.2', 'Move up: Rights'));
  });

  it('at the way back, when something is removed from a set; at what was brought back', async () => {
    givenScreens({ ...given, answers: [answered('q-3', [FIRST, SECOND])] });
    await press('S.3', 'Remove: Project 1');
    expect(focused()).toBe(named('S.3', 'Undo'));
    await press('S.3', 'Undo');
    expect(focused()).toBe(document.getElementById('S.3-1'));
  });

  it('at the last of a set, when no more can be added; at its control, when there are none', async () => {
    givenScreens({ ...given, answers: [answered('q-3', [FIRST])] });
    await press('S.3', /^Add/);
    expect(focused()).toBe(document.getElementById('S.3-2'));
    cleanup();
    givenScreens(given);
    await press('S.3', 'There are none');
    expect(focused()).toBe(named('S.3', /^Add/));
  });

  it('at what opened the form, when evidence is added or that is called off', async () => {
    givenScreens(given);
    await press('S.1', 'Add a link or document');
    await press('S.1', 'Cancel');
    expect(focused()).toBe(named('S.1', 'Add a link or document'));
    await press('S.1', 'Add a link or document');
    fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'The plan' } });
    await press('S.1', 'Add evidence');
    expect(screen.getByText('The plan')).toBeDefined();
    expect(focused()).toBe(named('S.1', 'Add a link or document'));
  });

  it('with its evidence, when a piece is taken away or the last one is used here too', async () => {
    givenScreens({ ...given, evidence: [piece] });
    await press('S.5', 'Use one you have given');
    await press('S.5', 'Cancel');
    expect(focused()).toBe(named('S.5', 'Use one you have given'));
    await press('S.5', 'Use one you have given');
    await press('S.5', 'Use it here too');
    expect(focused()).toBe(within('S.5', '.files'));
    await press('S.5', 'Take The plan away from this answer');
    expect(focused()).toBe(within('S.5', '.files'));
  });
});

/** Where answers are handed over; what says that they are takes its place. */
function Handing({ work }: Readonly<{ work: Work }>): ReactElement {
  const [assessment, takeAssessment] = useState(work.assessment);
  const may = ['answer:write', 'assessment:submit'] as const;
  if (assessment.state === 'submitted') return <p id="submitted" tabIndex={-1} />;
  return (
    <WorkContext value={{ ...work, assessment: { ...assessment, may: [...may] }, takeAssessment }}>
      <SubmitPanel isInTime />
    </WorkContext>
  );
}

it('the focus is where it is said that the answers are submitted, once they are', async () => {
  givenDialogs();
  const ready = { questions: [{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }] };
  let state = {};
  givenScreens({ ...ready, answers: [answered('q-1', true)] }, (work) => {
    state = { ...work.assessment, state: 'submitted' };
    return <Handing work={work} />;
  });
  const putBack = givenReplies({ status: 200, body: state });
  fireEvent.click(screen.getByRole('button', { name: 'Submit the answers' }));
  const [, inDialog] = screen.getAllByRole('button', { name: 'Submit the answers' });
  act(() => {
    inDialog?.focus();
  });
  fireEvent.click(inDialog as HTMLElement);
  await waitFor(() => {
    expect(focused()?.id).toBe('submitted');
  });
  putBack();
});

it('who reads a question goes on in it once it can be answered', async () => {
  const one = { questions: [{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }] };
  const Coming = ({ work }: Readonly<{ work: Work }>): ReactElement => {
    const [isReady, setIsReady] = useState(false);
    const come = (): void => {
      setIsReady(true);
    };
    return (
      <>
        <button type="button" onClick={come} />
        {isReady ? <section id="S.1" tabIndex={-1} /> : <QuestionsToRead asked={work.reading.asked} />}
      </>
    );
  };
  givenScreens(one, (work) => <Coming work={work} />);
  act(() => {
    document.getElementById('S.1')?.focus();
  });
  const read = focused();
  fireEvent.click(screen.getByRole('button'));
  await waitFor(() => {
    expect(focused()).toBe(document.getElementById('S.1'));
  });
  expect(focused()).not.toBe(read);
});
