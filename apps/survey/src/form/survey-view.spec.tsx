/** @jest-environment jsdom */
import { afterEach, describe, expect, it } from '@jest/globals';
import { compileQuestionnaire, Questionnaire, type AnswerValue, type Id } from '@kilim/indicators';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { SectionModel } from './section-model.js';
import { kilimClasses } from './survey-classes.js';
import { SurveyControl } from './survey-view.js';

const rules = { unanswered: 'countAsZero', notApplicable: 'leaveOut', minimumCoverage: 0.5 } as const;
const base = { required: true } as const;
const hostile = '<img src=x onerror="document.title=1">Yes & no';

const questionnaire = Questionnaire.parse({
  format: 1,
  code: 'T',
  version: '1',
  sourceLanguage: 'en',
  illustrative: true,
  sections: [
    {
      id: 's-1',
      code: 'S',
      questions: [
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
      ],
    },
  ],
  indicators: [{ id: 'n-1', code: 'N' }],
  composites: [],
  indices: [{ id: 'x-1', code: 'X', members: [{ of: 'n-1', weight: 1 }] }],
  rules,
});
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
    'k-2.title': 'Always',
    'q-4.title': 'Why?',
    'q-5.title': 'Is it so?',
  },
};
const translations = [{ language: 'pl', texts: { 'k-2.title': { text: 'Zawsze', of: 'a'.repeat(64) } } }];

function shown(questionId: Id) {
  const reports: (AnswerValue | undefined)[] = [];
  const model = new SectionModel(
    { compiled: compileQuestionnaire(questionnaire), source, translations },
    's-1',
    (_question, value) => reports.push(value),
  );
  model.survey.setCss(kilimClasses(), false);
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
      model.lock(true);
    });
    expect(screen.getAllByRole('radio').every((choice) => choice.matches(':disabled'))).toBe(true);
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
