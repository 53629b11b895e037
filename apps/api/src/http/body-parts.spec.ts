import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { PassThrough } from 'node:stream';
import { expect, it } from '@jest/globals';
import { bodyParts } from './body-parts.js';
import { readWhole } from './whole-body.js';

async function read(body: PassThrough, silentWithinMs: number): Promise<string> {
  let text = '';
  for await (const part of bodyParts(body, silentWithinMs)) text += part.toString();
  return text;
}

it('comes whole, however slowly, as long as something of it comes', async () => {
  const body = new PassThrough();
  const whole = read(body, 200);
  for (const part of ['one', 'two', 'three']) {
    await pause(100);
    body.write(part);
  }
  body.end();
  expect(await whole).toBe('onetwothree');
});

it('is given up when its sender falls silent, who can still be told', async () => {
  const body = new PassThrough();
  body.write('one');
  await expect(read(body, 50)).rejects.toMatchObject({
    code: 'request.timeout',
    facts: { detail: 'Nothing of the file came for 0.05 seconds. Send it again.' },
  });
  expect(body.destroyed).toBe(false);
  // The connection breaks when nobody waits for more.
  body.destroy(new Error('The connection was reset.'));
  await pause(10);
});

it('is no whole one when it breaks off', async () => {
  const body = new PassThrough();
  body.write('one');
  const whole = read(body, 1000);
  body.destroy(new Error('The connection was reset.'));
  await expect(whole).rejects.toMatchObject({ code: 'request.malformed' });
});

it('leaves the connection open for whoever sends too much without saying so', async () => {
  const body = new PassThrough();
  body.write('too much');
  const whole = readWhole({ content: body, announcedBytes: undefined }, 3);
  await expect(whole).rejects.toMatchObject({ code: 'request.tooLarge' });
  expect(body.destroyed).toBe(false);
  // What still comes is thrown away, as by `passBytes`.
  body.resume().end('and more');
  await once(body, 'end');
});
