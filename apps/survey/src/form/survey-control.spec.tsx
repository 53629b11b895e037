/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerValue, Id } from '@kilim/indicators';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { SectionModel } from './section-model.js';
import { SurveyControl } from './survey-control.js';

beforeAll(() => givenTexts('en'));

const base = { required: true } as const;
const hostile = '<img src=x onerror="document.title=1">Yes & no';

const compiled = givenSection([
  {
    ...base,
    id: 'q-1',
    code: 'S.1',
    kind: 'single',
    options: [
      { id: 'o-1', code: 'a' },
      { id: 'o-2', code: 'b' },
    ],
  },
  { ...base, id: 'q-2', code: 'S.2', kind: 'share', decimals: 1 },
  {
    ...base,
    id: 'q-3',
    code: 'S.3',
    kind: 'matrix',
    rows: [
      { id: 'r-1', code: 'r1' },
      { id: 'r-2', code: 'r2' },
    ],
    columns: [
      { id: 'k-1', code: 'c1' },
      { id: 'k-2', code: 'c2' },
    ],
  },
  { ...base, id: 'q-4', code: 'S.4', kind: 'text', maxLength: 100 },
  { ...base, id: 'q-5', code: 'S.5', kind: 'yesNo' },
  {
    ...base,
    id: 'q-6',
    code: 'S.6',
    kind: 'ranking',
    ranked: 2,
    options: [
      { id: 'g-1', code: 'g1' },
      { id: 'g-2', code: 'g2' },
      { id: 'g-3', code: 'g3' },
    ],
  },
  {
    ...base,
    id: 'q-9',
    code: 'S.9',
    kind: 'multiple',
    options: [
      { id: 'm-1', code: 'm1' },
      { id: 'm-2', code: 'm2' },
      { id: 'm-0', code: 'm0', exclusive: true },
    ],
  },
  {
    ...base,
    id: 'q-7',
    code: 'S.7',
    kind: 'set',
    minimum: 0,
    maximum: 3,
    questions: [{ ...base, id: 'q-8', code: 'S.7.1', kind: 'yesNo' }],
  },
]);
const source = {
  language: 'en',
  texts: {
    'q-1.title': 'Which one?',
    'o-1.title': hostile,
    'o-2.title': 'Second',
    'q-2.title': 'What share?',
    'q-3.title': 'How often?',
    'r-1.title': 'Training',
    'r-2.title': 'Lessons',
    'k-1.title': 'Never',
    'g-1.title': 'Rights',
    'g-2.title': 'Trade',
    'g-3.title': 'Image',
    'k-2.title': 'Always',
    'q-4.title': 'Why?',
    'q-9.title': 'Which of these?',
    'm-1.title': 'Fairs',
    'm-2.title': 'Courses',
    'm-0.title': 'None of these',
    'q-5.title': 'Is it so?',
  },
};
const translations = [{ language: 'pl', texts: { 'k-2.title': { text: 'Zawsze', of: 'a'.repeat(64) } } }];

function shown(questionId: Id) {
  const reports: (AnswerValue | undefined)[] = [];
  const model = new SectionModel({ compiled, source, translations }, 's-1', (_question, _address, value) =>
    reports.push(value),
  );
  const question = model.shown(questionId);
  if (!question) throw new Error(`${questionId} is not in the section`);
  render(
    <SurveyControl
      question={question}
      about={{ describedBy: ['help'], isInvalid: true, inputMode: 'decimal' }}
    />,
  );
  return { model, reports };
}

afterEach(cleanup);

describe('a control', () => {
  it('shows what an author wrote as words, never as HTML', () => {
    shown('q-1');
    expect(screen.getByText(hostile)).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
  });

  it('wears our patterns and the browser’s own controls', () => {
    shown('q-1');
    const choices = screen.getAllByRole('radio');
    expect(choices).toHaveLength(2);
    expect(choices.every((choice) => choice.closest('.choices label.choice') !== null)).toBe(true);
    expect(document.querySelector('[class*="sd-"]')).toBeNull();
  });

  it('reports a choice', () => {
    const { reports } = shown('q-1');
    fireEvent.click(screen.getByLabelText('Second'));
    expect(reports).toEqual(['o-2']);
  });

  it('reports several choices, and that none is left', () => {
    const { reports } = shown('q-9');
    expect(screen.getByRole('group', { name: 'Which of these?' })).toBeDefined();
    for (const name of ['Courses', 'Fairs', 'None of these', 'Courses', 'Courses'])
      fireEvent.click(screen.getByLabelText(name));
    expect(reports).toEqual([['m-2'], ['m-2', 'm-1'], ['m-0'], ['m-2'], undefined]);
    expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
  });

  it('shows a choice that somebody else has made', () => {
    const { model, reports } = shown('q-9');
    act(() => {
      model.take({ 'q-9': { kind: 'value', value: ['m-1'] } });
    });
    expect(screen.getByLabelText('Fairs')).toHaveProperty('checked', true);
    expect(reports).toEqual([]);
  });

  it('reports yes and no as true and false', () => {
    const { reports } = shown('q-5');
    fireEvent.click(screen.getByLabelText('No'));
    fireEvent.click(screen.getByLabelText('Yes'));
    expect(reports).toEqual([false, true]);
  });

  it('reports what is typed while it is typed, and keeps what is no number', () => {
    const { reports } = shown('q-2');
    const field = screen.getByLabelText('What share?');
    fireEvent.change(field, { target: { value: '31,2' } });
    fireEvent.change(field, { target: { value: '31,2 or so' } });
    expect(reports).toEqual([31.2, '31,2 or so']);
    expect(field).toHaveProperty('value', '31,2 or so');
  });

  it('shows another answer over what was typed, also the one that stood there before', () => {
    const { model, reports } = shown('q-4');
    const take = (value: string) => {
      act(() => {
        model.take({ 'q-4': { kind: 'value', value } });
      });
    };
    take('theirs');
    const field = screen.getByLabelText('Why?');
    fireEvent.change(field, { target: { value: 'mine' } });
    take('mine');
    expect(field).toHaveProperty('value', 'mine');
    take('theirs');
    expect(field).toHaveProperty('value', 'theirs');
    expect(reports).toEqual(['mine']);
  });

  it('reports that an answer which came from elsewhere was emptied', () => {
    const { model, reports } = shown('q-4');
    act(() => {
      model.take({ 'q-4': { kind: 'value', value: 'theirs' } });
    });
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: '' } });
    expect(reports).toStrictEqual([undefined]);
  });

  it('keeps what is being typed when the language changes, and writes numbers as it is read', () => {
    const { model, reports } = shown('q-2');
    const field = screen.getByLabelText('What share?');
    const speak = (language: string) => {
      act(() => {
        model.speak(language);
      });
    };
    fireEvent.change(field, { target: { value: '6.5' } });
    speak('pl');
    expect(field).toHaveProperty('value', '6,5');
    fireEvent.change(field, { target: { value: 'about six' } });
    speak('en');
    expect(field).toHaveProperty('value', 'about six');
    expect(reports).toEqual([6.5, 'about six']);
  });

  it('takes no more letters than an answer may have', () => {
    shown('q-4');
    expect(screen.getByLabelText('Why?')).toHaveProperty('maxLength', 20_000);
  });

  it('has what was typed into it when it comes back', () => {
    const { model } = shown('q-4');
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'half a sen' } });
    cleanup();
    const question = model.shown('q-4');
    if (question) render(<SurveyControl question={question} about={{ describedBy: [], isInvalid: false }} />);
    expect(screen.getByLabelText('Why?')).toHaveProperty('value', 'half a sen');
  });

  it('says that it is faulty, and where help and faults stand', () => {
    shown('q-2');
    const field = screen.getByLabelText('What share?');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-describedby')).toBe('help');
    expect(field.getAttribute('inputmode')).toBe('decimal');
  });

  it('follows its model', () => {
    const { model } = shown('q-4');
    act(() => {
      model.take({ 'q-4': { kind: 'value', value: 'from elsewhere' } });
    });
    expect(screen.getByLabelText('Why?')).toHaveProperty('value', 'from elsewhere');
  });

  it('cannot be changed once it is locked', () => {
    const { model } = shown('q-1');
    act(() => {
      model.lock(() => true);
    });
    expect(screen.getAllByRole('radio').every((choice) => choice.matches(':disabled'))).toBe(true);
    act(() => {
      model.lock(() => false);
    });
    expect(screen.getAllByRole('radio').some((choice) => choice.matches(':disabled'))).toBe(false);
  });
});

describe('a grid', () => {
  it('is a table whose rows and columns name every choice', () => {
    const { reports } = shown('q-3');
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Never', 'Always']);
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['Training', 'Lessons']);
    fireEvent.click(screen.getByLabelText('Training: Always'));
    fireEvent.click(screen.getByLabelText('Lessons: Never'));
    expect(reports).toEqual([{ 'r-1': 'k-2' }, { 'r-1': 'k-2', 'r-2': 'k-1' }]);
    expect(screen.getByLabelText('Training: Always')).toHaveProperty('checked', true);
  });

  it('speaks another language at once', () => {
    const { model } = shown('q-3');
    act(() => {
      model.speak('pl');
    });
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Never', 'Zawsze']);
  });
});

describe('a ranking', () => {
  it('is filled, moved and emptied with buttons, and tells what it did', () => {
    const { reports } = shown('q-6');
    fireEvent.click(screen.getByRole('button', { name: /^Trade/ }));
    fireEvent.click(screen.getByRole('button', { name: /^Rights/ }));
    // As many as are asked for: the third is not offered any more.
    expect(screen.queryByRole('button', { name: /^Image/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Move up: Rights' }));
    expect(screen.getByRole('status').textContent).toBe('Rights: place 1 of 2');
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Rights', 'Trade']);
    fireEvent.click(screen.getByRole('button', { name: 'Take out of the order: Rights' }));
    fireEvent.click(screen.getByRole('button', { name: 'Take out of the order: Trade' }));
    expect(reports).toEqual([['g-2'], ['g-2', 'g-1'], ['g-1', 'g-2'], ['g-2'], undefined]);
  });

  it('leaves the focus on the button that was pressed, also where it can go no further', () => {
    shown('q-6');
    fireEvent.click(screen.getByRole('button', { name: /^Trade/ }));
    const up = screen.getByRole('button', { name: 'Move up: Trade' });
    expect(up.getAttribute('aria-disabled')).toBe('true');
    expect(up).toHaveProperty('disabled', false);
  });
});

describe('a repeated set', () => {
  it('has controls for the instances that it lists, each called by its address, and no others', () => {
    const { model, reports } = shown('q-5');
    const list = (...instances: string[]) => {
      model.take({ 'q-7': { kind: 'value', value: instances } });
    };
    expect(model.shown('q-8@in-a')).toBeUndefined();
    list('in-a', 'in-b');
    const control = model.shown('q-8@in-a');
    if (!control) throw new Error('An instance that is listed has no control');
    control.value = true;
    expect(reports).toEqual([true]);
    model.show(new Set(['q-7', 'q-8@in-a']));
    expect([model.shown('q-8@in-a')?.isVisible, model.shown('q-8@in-b')?.isVisible]).toEqual([true, false]);
    list('in-b');
    expect(model.shown('q-8@in-a')).toBeUndefined();
    expect(reports).toEqual([true]);
  });
});

describe('what styles, journeys and screen readers hold on to', () => {
  it.each(['q-1', 'q-2', 'q-3', 'q-4', 'q-5'])('stays as it is in %s', (questionId) => {
    shown(questionId);
    const names = [...document.querySelectorAll('body > div *')].map((element) =>
      [
        element.tagName.toLowerCase(),
        ...[...element.classList].map((name) => `.${name}`),
        ...['role', 'type', 'inputmode', 'scope']
          .filter((name) => element.hasAttribute(name))
          .map((name) => `[${name}=${element.getAttribute(name) ?? ''}]`),
      ].join(''),
    );
    expect([...new Set(names)].sort()).toMatchSnapshot();
  });
});
