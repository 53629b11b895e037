import { describe, test } from '@jest/globals';
import type { Condition } from '../../definition/condition.js';
import { given } from '../../definition/given.arbitrary.js';
import { expectReached, rows, upToTwenty, value, yesNo, type Row } from './reached.arbitrary.js';

const numberIs = (relation: 'above' | 'below' | 'equal', than: number): Condition => ({
  op: 'compare',
  left: { op: 'answer', question: 'q-number' },
  relation,
  right: { op: 'number', value: than },
});

describe('bounds are the least and the greatest score of all completions', () => {
  test.each<Row>(
    rows([
      [
        'of a number in bands',
        [
          upToTwenty({
            bands: [
              { from: 0, points: 1 },
              { from: 5, points: 4 },
              { from: 12, points: 0 },
            ],
          }),
        ],
      ],
      [
        'of a number below all bands',
        [
          upToTwenty({
            maximum: 4,
            bands: [
              { from: 5, points: 1 },
              { from: 12, points: 3 },
            ],
          }),
        ],
      ],
      [
        'of bands that no number reaches',
        [
          upToTwenty({
            minimum: 6,
            maximum: 11,
            bands: [
              { from: 0, points: 3 },
              { from: 5, points: 1 },
              { from: 12, points: 4 },
            ],
          }),
        ],
      ],
      [
        'of a number along a line with a kink',
        [
          upToTwenty({
            curve: [
              { at: 0, points: 1 },
              { at: 7, points: 5 },
              { at: 20, points: 2 },
            ],
          }),
        ],
      ],
      [
        'of a number along a line with a kink between two whole numbers',
        [
          upToTwenty({
            curve: [
              { at: 0, points: 1 },
              { at: 7.5, points: 5 },
              { at: 20, points: 2 },
            ],
          }),
        ],
      ],
      [
        'of a number beyond the ends of a line',
        [
          upToTwenty({
            minimum: 9,
            curve: [
              { at: 0, points: 1 },
              { at: 5, points: 5 },
              { at: 12, points: 2 },
            ],
          }),
        ],
      ],
      [
        'of a number whose bands a condition cuts',
        [
          upToTwenty({
            bands: [
              { from: 0, points: 0 },
              { from: 5, points: 4 },
            ],
          }),
          yesNo('q-b', {
            askedIf: { op: 'atLeast', question: 'q-number', value: 8 },
            points: { yes: 5, no: 4 },
          }),
          yesNo('q-c', {
            askedIf: { op: 'atMost', question: 'q-number', value: 2 },
            points: { yes: 5, no: 1 },
          }),
        ],
      ],
      [
        'of a number that is to be exactly so much',
        [
          upToTwenty({
            bands: [
              { from: 0, points: 0 },
              { from: 5, points: 4 },
            ],
          }),
          yesNo('q-b', { askedIf: numberIs('equal', 3), points: { yes: 9, no: 8 } }),
        ],
      ],
      [
        'of a number between two that are asked for',
        [
          upToTwenty({ bands: [{ from: 0, points: 2 }] }),
          yesNo('q-b', {
            askedIf: { op: 'all', of: [numberIs('above', 3), numberIs('below', 5)] },
            points: { yes: 9, no: 8 },
          }),
        ],
      ],
      [
        'of no number, for there is none between the two that are asked for',
        [
          upToTwenty({ bands: [{ from: 0, points: 2 }] }),
          yesNo('q-b', {
            askedIf: { op: 'all', of: [numberIs('above', 3), numberIs('below', 4)] },
            points: { yes: 9, no: 8 },
          }),
          yesNo('q-c'),
        ],
      ],
      [
        'of a share with one decimal place',
        [
          given.share({
            mayNotApply: false,
            indicator: 'ind-one',
            bands: [
              { from: 0, points: 0 },
              { from: 99.9, points: 4 },
            ],
          }),
          yesNo('q-b', {
            askedIf: { op: 'atMost', question: 'q-share', value: 0 },
            points: { yes: 2, no: 1 },
          }),
        ],
      ],
      [
        'of a value calculated from what is answered',
        [
          given.number({ mayNotApply: false }),
          given.share({ mayNotApply: false }),
          given.computed({
            indicator: 'ind-one',
            bands: [
              { from: 0, points: 1 },
              { from: 4, points: 3 },
            ],
          }),
          yesNo('q-b', { askedIf: { op: 'atLeast', question: 'q-computed', value: 5 } }),
          yesNo('q-c'),
        ],
        { 'q-number': value(10), 'q-share': value(2) },
      ],
      [
        'of a value that can not be calculated',
        [
          given.number({ mayNotApply: false }),
          given.share({ mayNotApply: false }),
          given.computed({
            indicator: 'ind-one',
            bands: [
              { from: 0, points: 1 },
              { from: 4, points: 3 },
            ],
          }),
          yesNo('q-c'),
        ],
        { 'q-number': value(10), 'q-share': value(0) },
      ],
    ]),
  )('%s', (_, questions, claims) => {
    expectReached(questions, claims);
  });
});
