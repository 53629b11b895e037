import { expect, test } from '@jest/globals';
import { textLine } from './text-line.js';

const at = (facts: object) => textLine(JSON.stringify({ time: '2026-11-25T14:32:05.120Z', ...facts }));

test('a request is one line: when, what, the outcome, how long', () => {
  const line = at({
    level: 'info',
    method: 'GET',
    route: '/api/rounds',
    status: 200,
    ms: 12,
    msg: 'answered',
  });
  expect(line).toMatch(/^\d\d:\d\d:05 info {2}GET \/api\/rounds 200 in 12 ms\n$/);
});

test('a request that nobody waited for says so', () => {
  const line = at({ level: 'info', method: 'GET', route: '/api/rounds', aborted: true, msg: 'given up' });
  expect(line).toMatch(/GET \/api\/rounds given up\n$/);
});

test('a message stands as it is, an error with where it happened and for which request', () => {
  expect(at({ level: 'warn', msg: 'Beware.' })).toMatch(/ warn {2}Beware\.\n$/);
  const err = { type: 'RangeError', message: 'Too far', stack: '    at walk (path.ts:3:1)' };
  const line = at({ level: 'error', msg: 'It failed', err, requestId: 'r1' });
  expect(line).toMatch(
    / error It failed: RangeError: Too far \(request r1\)\n {4}at walk \(path\.ts:3:1\)\n$/,
  );
});
