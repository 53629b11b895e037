/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { SurveyControl } from './survey-control.js';
import { useSectionModel } from './use-section-model.js';

const version = givenVersion(
  givenSection([
    { id: 'q-1', code: 'S.1', kind: 'date', required: true },
    { id: 'q-2', code: 'S.2', kind: 'share', required: true, decimals: 0, quality: 'required' },
  ]),
  { 'q-1.title': 'Since when?', 'q-2.title': 'How many?' },
);

const isNeverLocked = (): boolean => false;

function Control({ id }: Readonly<{ id: string }>): ReactElement | null {
  const question = useSectionModel('s-1', isNeverLocked)?.shown(id);
  return question ? (
    <SurveyControl question={question} about={{ describedBy: [], isInvalid: false }} />
  ) : null;
}

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

describe('a date', () => {
  it('is one answer however many keys it takes, as anything else that is typed', async () => {
    const { saver } = givenWork(version, [answered('q-1', '2025-11-27')], () => <Control id="q-1" />);
    const field = screen.getByLabelText('Since when?');
    // What a browser's field says key by key while the year is typed over.
    for (const value of ['', '0002-06-15', '0020-06-15', '0202-06-15', '2021-06-15']) {
      fireEvent.change(field, { target: { value } });
      await act(() => saver.kept());
    }
    expect(saver.acknowledged('q-1')?.revision).toBe(1);
    saver.flush();
    await waitFor(() => {
      expect(saver.acknowledged('q-1')).toMatchObject({ revision: 2, answer: { value: '2021-06-15' } });
    });
  });
});

describe('what is told of a figure', () => {
  const told = { quality: 'B', source: 'Register of pupils' } as const;
  const given = (about: object) =>
    givenWork(version, [answered('q-2', 12, about)], () => <Control id="q-2" />).saver;
  const type = (value: string): void => {
    fireEvent.change(screen.getByLabelText('How many?'), { target: { value } });
  };

  it('stays with it while its field is emptied to type it anew', () => {
    const saver = given(told);
    for (const words of ['1', '', '9']) type(words);
    expect(saver.held('q-2')).toEqual({ answer: { kind: 'value', value: 9 }, ...told });
  });

  it('goes with it where it stays empty, and gives way to what is told of one that comes there', async () => {
    const saver = given(told);
    type('');
    expect(saver.held('q-2')).toEqual({ answer: null });
    saver.flush();
    await waitFor(() => {
      expect(saver.hasUnsaved).toBe(false);
    });
    act(() => {
      saver.hear(answered('q-2', 7, { revision: 3, source: 'Estimate' }));
    });
    type('8');
    expect(saver.held('q-2')).toEqual({ answer: { kind: 'value', value: 8 }, source: 'Estimate' });
  });
});
