import { expect, test } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { errorFacts } from './error-facts.js';

test('an error is told with its kind, its words, its code and where it happened', () => {
  const facts = errorFacts(Object.assign(new RangeError('Too far'), { code: 'E_FAR' }));
  expect(facts).toMatchObject({ type: 'RangeError', message: 'Too far', code: 'E_FAR' });
  expect(facts.stack).toMatch(/^ {4}at /);
  expect(facts.stack).not.toContain('Too far');
});

test('what a database was asked, and with which values, is not told', () => {
  const driverError = Object.assign(new Error('invalid input syntax for type integer: "our secret answer"'), {
    code: '22P02',
    detail: 'our secret answer',
  });
  const error = new QueryFailedError('INSERT INTO answer VALUES ($1)', ['our secret answer'], driverError);
  expect(JSON.stringify(errorFacts(error))).not.toMatch(/our secret answer|INSERT/);
  expect(errorFacts(error)).toMatchObject({ message: 'PostgreSQL error 22P02' });
});

test('causes are told one after the other, and a circle of them ends', () => {
  const first = new Error('first');
  const second = new Error('second', { cause: first });
  first.cause = second;
  expect(errorFacts(second).cause).toMatchObject({ message: 'first', cause: { message: 'second' } });
});

test('what is thrown without being an error is told without its content', () => {
  expect(errorFacts('our secret answer')).toMatchObject({ type: 'string', stack: '' });
  expect(JSON.stringify(errorFacts('our secret answer'))).not.toContain('secret');
});
