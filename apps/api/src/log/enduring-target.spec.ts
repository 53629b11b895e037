import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { enduring } from './enduring-target.js';

/** The standard output on a disk that is full now and then: it says so a moment later, and can be written again. */
class FullNowAndThen extends EventEmitter {
  readonly lines: string[] = [];
  isFull = false;

  write(line: string): boolean {
    if (this.isFull)
      process.nextTick(() => this.emit('error', Object.assign(new Error(), { code: 'ENOSPC' })));
    else this.lines.push(line);
    return true;
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a log that can not be written ends nothing, and says afterwards that lines are missing', async () => {
  const output = new FullNowAndThen();
  const target = enduring(output, 'json');
  target.write('one\n');
  output.isFull = true;
  target.write('two\n');
  await turn();
  target.write('three\n');
  await turn();
  output.isFull = false;
  target.write('four\n');
  target.write('five\n');
  await turn();
  expect(output.lines).toEqual([
    'one\n',
    expect.stringMatching(/"level":"warn".*"reason":"ENOSPC","msg":"Lines of the log are missing/),
    'four\n',
    'five\n',
  ]);
});
