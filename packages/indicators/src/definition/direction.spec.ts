import { expect, test } from '@jest/globals';
import { directionOf } from './direction.js';

test('the direction of a language follows from its tag', () => {
  expect(['en', 'pl', 'ar', 'ar-EG', 'he', 'fa', 'pt-BR', 'arn'].map(directionOf)).toEqual([
    ...['ltr', 'ltr', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr'],
  ]);
});
