/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, renderHook, screen, waitFor } from '@testing-library/react';
import { givenReplies } from '../assessment/given-replies.arbitrary.js';
import type { Work } from '../assessment/work.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { TRIAL_ID } from '../preview/trial-assessment.js';
import { asksAbout, givenScreens, type GivenScreens } from './given-screens.arbitrary.js';
import { forgetHalfTyped, useAllHalfTyped } from './half-typed.js';

const ASKED = { required: true, mayNotApply: true, evidence: { need: 'welcome' } } as const;
const OTHER_ACCOUNT = '00000000-0000-7000-8000-000000000001';

/** Two questions, about the first of which an expert asks. */
const given: GivenScreens = {
  questions: [
    { ...ASKED, id: 'q-1', code: 'S.1', kind: 'yesNo' },
    { ...ASKED, id: 'q-2', code: 'S.2', kind: 'yesNo' },
  ],
  but: (work) => ({
    assessment: {
      ...work.assessment,
      state: 'clarification',
      may: ['answer:write', 'clarification:answer'],
    },
    clarifications: [asksAbout('q-1')],
  }),
};

const press = (name: string) => {
  fireEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement);
};
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) => {
  fireEvent.change(field(name), { target: { value } });
};
const CTRL_ENTER = { key: 'Enter', ctrlKey: true };

const REPLY = 'Your reply';
const REASON = 'Why does this not apply to your city?';

const cancel = (): void => {
  press('Cancel');
};

/** The forms, how each is opened, a field of it, and how it is called off. */
const forms = [
  {
    form: 'a reply',
    open: () => undefined,
    name: REPLY,
    callOff: () => {
      type(REPLY, ' ');
    },
  },
  {
    form: 'why a question does not apply',
    open: () => {
      press('Does not apply to us');
    },
    name: REASON,
    callOff: cancel,
  },
  {
    form: 'a piece of evidence',
    open: () => {
      press('Add a link or document');
    },
    name: 'Who issued it',
    callOff: cancel,
  },
];

beforeAll(() => givenTexts('en'));

afterEach(() => {
  cleanup();
  // What one test has left half typed is none of the next one's.
  givenScreens(given);
  type(REPLY, '');
  for (const button of screen.queryAllByRole('button', { name: 'Cancel' })) fireEvent.click(button);
  cleanup();
});

function allHalfTyped() {
  const { result, unmount } = renderHook(() => useAllHalfTyped(TRIAL_ID));
  unmount();
  return result.current;
}

function isGuarded(): boolean {
  return allHalfTyped().length > 0;
}

describe.each(forms)('$form', ({ open, name, callOff }) => {
  it('is still there half typed when one comes back from another place of the app', () => {
    const { goElsewhere } = givenScreens(given);
    open();
    expect(isGuarded()).toBe(false);
    type(name, 'half a sen');
    goElsewhere();
    expect(isGuarded()).toBe(true);
    givenScreens(given);
    expect(field(name).value).toBe('half a sen');
  });

  it('stands at its own question, and is shown to nobody else', () => {
    const { goElsewhere } = givenScreens(given);
    open();
    type(name, 'half a sen');
    expect(screen.getAllByDisplayValue('half a sen')).toHaveLength(1);
    goElsewhere();
    const asOther = ({ session }: Work) => ({
      session: { ...session, account: { ...session.account, id: OTHER_ACCOUNT } },
    });
    givenScreens({ ...given, but: (work) => ({ ...given.but?.(work), ...asOther(work) }) });
    expect(screen.queryByDisplayValue('half a sen')).toBeNull();
    cleanup();
    const elsewhere = ({ assessment }: Work) => ({ assessment: { ...assessment, id: OTHER_ACCOUNT } });
    givenScreens({ ...given, but: (work) => ({ ...given.but?.(work), ...elsewhere(work) }) });
    expect(screen.queryByDisplayValue('half a sen')).toBeNull();
  });

  it('is gone once it is called off', () => {
    const { goElsewhere } = givenScreens(given);
    open();
    type(name, 'half a sen');
    callOff();
    goElsewhere();
    expect(isGuarded()).toBe(false);
    givenScreens(given);
    expect(screen.queryByDisplayValue('half a sen')).toBeNull();
  });
});

it('all that a person has half typed can be told, and is let go of when they have gone', () => {
  const { goElsewhere } = givenScreens(given);
  type(REPLY, 'On page');
  press('Does not apply to us');
  type(REASON, 'We have no');
  goElsewhere();
  forgetHalfTyped(OTHER_ACCOUNT);
  expect(allHalfTyped()).toMatchObject([
    { kind: 'reply', code: 'S.1', words: { words: 'On page' } },
    { kind: 'reason', code: 'S.1', words: { reason: 'We have no' } },
  ]);
  forgetHalfTyped(TRIAL_ID);
  expect(allHalfTyped()).toEqual([]);
  givenScreens(given);
  expect(field(REPLY).value).toBe('');
});

it('a file comes back with what was typed about it', () => {
  const withFiles = { ...given, but: (work: Work) => ({ ...given.but?.(work), isTrial: false }) };
  const { goElsewhere } = givenScreens(withFiles);
  const [chooser] = screen.getAllByLabelText('Add a file');
  fireEvent.change(chooser as HTMLElement, { target: { files: [new File([], 'city_plan.pdf')] } });
  type('Who issued it', 'The council');
  goElsewhere();
  givenScreens(withFiles);
  expect(screen.getByText('city_plan.pdf')).toBeDefined();
  expect([field('Title').value, field('Who issued it').value]).toEqual(['city plan', 'The council']);
  cancel();
  expect(isGuarded()).toBe(false);
});

describe('a date of which a part is missing', () => {
  const dated: GivenScreens = { questions: [{ ...ASKED, id: 'q-1', code: 'S.1', kind: 'date' }] };
  const date = () => field('q-1');
  /** The browser does not say what stands in the field, and tells of no change. */
  const typePart = (isPart: boolean): void => {
    Object.defineProperty(date(), 'validity', { value: { badInput: isPart }, configurable: true });
    fireEvent.keyUp(date());
  };
  const NOTE = /^What was begun here /;

  it('is told of on coming back, until the field is left without one', () => {
    const { goElsewhere } = givenScreens(dated);
    typePart(true);
    goElsewhere();
    expect(allHalfTyped()).toMatchObject([{ kind: 'date', code: 'S.1', words: {} }]);
    givenScreens(dated);
    expect(screen.getByText(NOTE)).toBeDefined();
    fireEvent.blur(date());
    expect(screen.queryByText(NOTE)).toBeNull();
    expect(isGuarded()).toBe(false);
  });

  it('is asked about before the page is closed, and not once it is whole or taken back', () => {
    givenScreens(dated);
    typePart(true);
    expect(isGuarded()).toBe(true);
    typePart(false);
    expect(isGuarded()).toBe(false);
    fireEvent.change(date(), { target: { value: '0202-03-14' } });
    expect(isGuarded()).toBe(true);
    fireEvent.change(date(), { target: { value: '2024-03-14' } });
    expect(isGuarded()).toBe(false);
  });

  it('is no more than that: what can be read of one is taken as one goes elsewhere', () => {
    const { goElsewhere } = givenScreens(dated);
    fireEvent.change(date(), { target: { value: '0202-03-14' } });
    goElsewhere();
    expect(isGuarded()).toBe(false);
  });
});

it('a file stays, with what was typed about it, while something else is added', () => {
  givenScreens({ ...given, but: (work: Work) => ({ ...given.but?.(work), isTrial: false }) });
  const [chooser] = screen.getAllByLabelText('Add a file');
  fireEvent.change(chooser as HTMLElement, { target: { files: [new File([], 'city_plan.pdf')] } });
  type('Who issued it', 'The council');
  press('Add a link or document');
  type('Title', 'The plan');
  cancel();
  expect(allHalfTyped()).toMatchObject([{ kind: 'file', words: { publisher: 'The council' } }]);
  press('Add a file');
  expect([field('Title').value, field('Who issued it').value]).toEqual(['city plan', 'The council']);
  cancel();
  expect(isGuarded()).toBe(false);
});

describe('what is sent', () => {
  it('is gone: a reason, a piece of evidence', async () => {
    const { goElsewhere } = givenScreens(given);
    press('Does not apply to us');
    type(REASON, 'We have no harbour.');
    press('Record that it does not apply');
    expect(screen.getByText('We have no harbour.')).toBeDefined();
    press('Add a link or document');
    type('Title', 'The plan');
    press('Add evidence');
    await waitFor(() => screen.getByText('The plan'));
    goElsewhere();
    expect(isGuarded()).toBe(false);
  });

  it('is gone where it is a reply, and stays when it was not taken', async () => {
    const putBack = givenReplies(
      { status: 503, body: { code: 'unavailable' } },
      { status: 201, body: { clarification: asksAbout('q-1'), state: 'clarification' } },
    );
    const { goElsewhere } = givenScreens(given);
    type(REPLY, 'On page 31.');
    press('Send the reply');
    await waitFor(() => screen.getByRole('alert'));
    expect(field(REPLY).value).toBe('On page 31.');
    press('Send the reply');
    await waitFor(() => {
      expect(isGuarded()).toBe(false);
    });
    goElsewhere();
    putBack();
  });
});

describe('what can’t be sent any more', () => {
  const unsent = () => screen.queryByText(/^What you began here was not sent/);
  const letGo = (): void => {
    press('Throw it away');
    expect([unsent(), isGuarded()]).toEqual([null, false]);
  };

  it('because somebody else has replied is shown until it is let go of', () => {
    const { goElsewhere } = givenScreens(given);
    type(REPLY, 'On page 31, and');
    goElsewhere();
    const end = { kind: 'answered', words: 'See page 9.', at: '2026-04-13T14:00:00.000Z' } as const;
    const by = { id: OTHER_ACCOUNT, name: 'Marta' };
    const replied = (words: string): GivenScreens => ({
      ...given,
      but: () => ({ clarifications: [{ ...asksAbout('q-1'), end: { ...end, words, by } }] }),
    });
    givenScreens(replied('See page 9.'));
    expect(unsent()).not.toBeNull();
    screen.getByText('On page 31, and');
    letGo();
  });

  it('because it has arrived is gone', () => {
    const { goElsewhere } = givenScreens(given);
    type(REPLY, 'On page 31. ');
    goElsewhere();
    const end = { kind: 'answered', words: 'On page 31.', at: '2026-04-13T14:00:00.000Z' } as const;
    givenScreens({
      ...given,
      but: ({ session }) => ({
        clarifications: [
          { ...asksAbout('q-1'), end: { ...end, by: { id: session.account.id, name: 'Me' } } },
        ],
      }),
    });
    expect([unsent(), isGuarded()]).toEqual([null, false]);
  });

  it.each(forms.slice(1))(
    'because answers have closed is shown until it is let go of: $form',
    ({ open, name }) => {
      const { goElsewhere } = givenScreens(given);
      open();
      type(name, 'half a sen');
      goElsewhere();
      givenScreens({ ...given, isLocked: true });
      expect(unsent()).not.toBeNull();
      screen.getByText('half a sen');
      letGo();
    },
  );
});

describe('what is on its way', () => {
  it('takes no more words, which would be gone with it', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = () => new Promise(() => undefined);
    givenScreens(given);
    type(REPLY, 'On page 31.');
    press('Send the reply');
    press('Add a link or document');
    type('Title', 'The plan');
    press('Add evidence');
    expect(['Your reply', 'Title', 'Who issued it'].map((name) => field(name).readOnly)).toEqual([
      true,
      true,
      true,
    ]);
    expect(screen.getByLabelText<HTMLSelectElement>('Whose document is it?').disabled).toBe(true);
    await waitFor(() => screen.getByText('The plan'));
    globalThis.fetch = fetch;
    cleanup();
    forgetHalfTyped(TRIAL_ID);
  });
});

describe('Ctrl and Enter', () => {
  const goOn = (name: string) => {
    act(() => {
      field(name).focus();
    });
    fireEvent.keyDown(field(name), CTRL_ENTER);
  };

  it('sends the form in which somebody types', () => {
    givenScreens(given);
    press('Does not apply to us');
    type(REASON, 'We have no harbour.');
    goOn(REASON);
    expect(screen.getByText('We have no harbour.')).toBeDefined();
    expect(screen.queryByLabelText(REASON)).toBeNull();
  });

  it('stays with a form that can’t be sent, and leaves its buttons to themselves', () => {
    givenScreens(given);
    press('Does not apply to us');
    goOn(REASON);
    expect(screen.getByText('Give a reason: experts read it.')).toBeDefined();
    expect(document.activeElement).toBe(field(REASON));
    const isLeft = fireEvent.keyDown(screen.getByRole('button', { name: 'Cancel' }), CTRL_ENTER);
    expect(isLeft).toBe(true);
  });
});
