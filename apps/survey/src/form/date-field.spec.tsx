/** @jest-environment jsdom */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { AnswerValue } from '@kilim/indicators';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { SectionModel } from './section-model.js';
import { SurveyControl } from './survey-control.js';

const compiled = givenSection([{ id: 'q-1', code: 'S.1', kind: 'date', required: true }]);
const source = { language: 'en', texts: { 'q-1.title': 'When?' } };

let reports: (AnswerValue | undefined)[];
let model: SectionModel;

beforeAll(() => givenTexts('en'));
beforeEach(() => {
  reports = [];
  model = new SectionModel({ compiled, source, translations: [] }, 's-1', (_question, _address, value) =>
    reports.push(value),
  );
  draw();
});
afterEach(cleanup);

const control = () => {
  const question = model.shown('q-1');
  if (!question) throw new Error('The section has lost its question');
  return <SurveyControl question={question} about={{ describedBy: ['help'], isInvalid: false }} />;
};
let drawn: ReturnType<typeof render>;
function draw(): void {
  drawn = render(control());
}
const field = () => screen.getByLabelText<HTMLInputElement>('When?');
/** What a browser has of what is typed so far: nothing while a part is missing, and a date from the year's first figure on. */
const type = (value: string, isPartMissing = false): void => {
  Object.defineProperty(field(), 'validity', { value: { badInput: isPartMissing }, configurable: true });
  fireEvent.change(field(), { target: { value } });
};
const note = () => screen.getByRole('status').textContent;
const take = (value: string): void => {
  act(() => {
    model.take({ 'q-1': { kind: 'value', value } });
  });
};

describe('a date', () => {
  it('is taken once its year is whole, and none on the way there', () => {
    for (const year of ['0002', '0020', '0202', '2024']) type(`${year}-03-14`);
    expect(reports).toEqual(['2024-03-14']);
  });

  it('is taken as it stands when the field is left, and asked about where the year looks short', () => {
    type('0024-03-14');
    fireEvent.blur(field());
    expect(reports).toEqual(['0024-03-14']);
    drawn.rerender(control());
    expect(note()).toBe('Write the year with four figures.');
  });

  it('is taken when its question goes away with the field in use', () => {
    type('0202-03-14');
    cleanup();
    expect(reports).toEqual(['0202-03-14']);
  });

  it('waits while another window is looked at', () => {
    field().focus();
    type('0202-03-14');
    fireEvent.blur(field());
    expect(reports).toEqual([]);
  });

  it('keeps the answer while a part of it is written anew, and says so where one leaves it at that', () => {
    take('2024-03-14');
    type('', true);
    drawn.rerender(control());
    expect(field().value).toBe('');
    expect(note()).toBe('');
    fireEvent.blur(field());
    expect(reports).toEqual([]);
    expect(note()).toMatch(/not complete/);
    expect(field().getAttribute('aria-describedby')).toMatch(/^help \S+/);
    type('2024-03-15');
    expect(note()).toBe('');
    expect(reports).toEqual(['2024-03-15']);
  });

  it('is taken back by emptying the field', () => {
    take('2024-03-14');
    type('');
    expect(reports).toStrictEqual([undefined]);
  });

  it('is taken back by emptying its parts one after the other', () => {
    take('2024-03-14');
    type('', true);
    // No change to tell of: the browser had no date of it already.
    Object.defineProperty(field(), 'validity', { value: { badInput: false } });
    fireEvent.blur(field());
    expect(reports).toStrictEqual([undefined]);
  });

  it.each([
    ['is cleared', () => model.take({})],
    ['can only be read', () => model.lock(() => true)],
  ])('that is half typed is gone from its field once its answer %s', (_what, happen) => {
    take('2024-03-14');
    const written: string[] = [];
    type('', true);
    fireEvent.blur(field());
    expect(note()).toMatch(/not complete/);
    // A browser shows the parts of a half typed date, of which nothing can be read, until another value is written.
    Object.defineProperty(field(), 'value', { get: () => '', set: (value: string) => written.push(value) });
    act(happen);
    expect(written).toHaveLength(1);
    expect(note()).toBe('');
  });

  it('gives way to an answer that comes from elsewhere', () => {
    type('0002-03-14');
    take('2024-05-01');
    expect(field().value).toBe('2024-05-01');
    fireEvent.blur(field());
    expect(reports).toEqual([]);
  });
});
