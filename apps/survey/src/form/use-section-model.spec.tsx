/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { SurveyControl } from './survey-control.js';
import { useSectionModel } from './use-section-model.js';

const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'date', required: true }]), {
  'q-1.title': 'Since when?',
});

const isNeverLocked = (): boolean => false;

function Control(): ReactElement | null {
  const question = useSectionModel('s-1', isNeverLocked)?.shown('q-1');
  return question ? (
    <SurveyControl question={question} about={{ describedBy: [], isInvalid: false }} />
  ) : null;
}

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

describe('a date', () => {
  it('is one answer however many keys it takes, as anything else that is typed', async () => {
    const { saver } = givenWork(version, [answered('q-1', '2025-11-27')], () => <Control />);
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
