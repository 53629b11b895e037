import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LiveChannel } from './live-channel.js';
import { LiveStream } from './live-stream.js';
import type { RecordEvent } from './live-subject.js';

const entry = (sequence: number): RecordEvent => ({
  ...{ kind: 'other', sequence, at: '2026-03-01T08:00:00.000Z', action: 'evidence.added' },
});

/** A record that grows, and is read with delays and now and then not at all. */
class SlowRecord {
  length = 0;
  constructor(private readonly delays: () => number) {}

  readonly read = async (sequence: number, limit: number): Promise<readonly RecordEvent[]> => {
    const delay = this.delays();
    for (let turns = 0; turns < delay % 4; turns += 1) await turn();
    if (delay === 7) throw new Error('The database is away.');
    const seen = Math.min(this.length, sequence + limit);
    for (let turns = 0; turns < delay % 3; turns += 1) await turn();
    return Array.from({ length: Math.max(0, seen - sequence) }, (_, index) => entry(sequence + 1 + index));
  };
}

/** What a client was told, as it would read it. */
class Told {
  readonly sequences: number[] = [];
  readonly written: string[] = [];
  readonly stream: LiveStream;

  constructor(after: number) {
    const response = {
      ...{ writableEnded: false, destroyed: false, writableLength: 0 },
      write: (text: string) => {
        this.written.push(text);
        const id = /^id: (\d+)$/m.exec(text)?.[1];
        if (id !== undefined) this.sequences.push(Number(id));
      },
    };
    this.stream = new LiveStream(response as unknown as ServerResponse, after);
  }
}

test('whoever joins whenever is told every entry after their place once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ grows: fc.nat(3), joinsFrom: fc.option(fc.nat(100)) }), { maxLength: 20 }),
      fc.array(fc.nat(7), { minLength: 1, maxLength: 20 }),
      async (steps, delays) => {
        let reads = 0;
        const record = new SlowRecord(() => delays[reads++ % delays.length] ?? 0);
        const channel = new LiveChannel(record.read, 0, () => undefined, { gatherMs: 0, retryMs: 0 });
        const everybody: { told: Told; after: number; joined: Promise<void> }[] = [];
        for (const { grows, joinsFrom } of steps) {
          record.length += grows;
          if (grows > 0) channel.announce(record.length);
          if (joinsFrom !== null) {
            const after = joinsFrom % (record.length + 1);
            const told = new Told(after);
            // A read that fails while somebody joins ends their stream; they come again.
            const joined = channel.join(told.stream, record.length).catch(() => {
              everybody.splice(0, everybody.length, ...everybody.filter((each) => each.told !== told));
            });
            everybody.push({ told, after, joined });
          }
          await turn();
        }
        await Promise.all(everybody.map(({ joined }) => joined));
        delays.fill(0);
        for (
          let turns = 0;
          turns < 1000 && everybody.some(({ told }) => told.stream.told < record.length);
          turns += 1
        )
          await pause(0);
        for (const { told, after } of everybody) {
          expect(told.sequences).toEqual(
            Array.from({ length: record.length - after }, (_, index) => after + 1 + index),
          );
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('whoever has missed too much is told to read anew instead', async () => {
  const record = new SlowRecord(() => 0);
  record.length = 5000;
  const channel = new LiveChannel(record.read, 5000, () => undefined);
  const told = new Told(10);
  await channel.join(told.stream, 5000);
  expect(told.sequences).toEqual([5000]);
});

test('a stream on which nothing happens says so in words that a page hears', () => {
  const told = new Told(0);
  told.stream.beat();
  expect([told.written.at(-1), told.stream.told]).toEqual(['event: here\ndata: {"kind":"here"}\n\n', 0]);
});

test('whoever was told of less than a hole in the record is told to read anew, and the server does not look for ever', async () => {
  let reads = 0;
  const read = (): Promise<readonly RecordEvent[]> => {
    if ((reads += 1) > 100) throw new Error('It looks for ever.');
    return Promise.resolve([]);
  };
  const channel = new LiveChannel(read, 12, () => undefined);
  const told = new Told(10);
  await channel.join(told.stream, 12);
  expect(told.sequences).toEqual([12]);
});

test('a client that does not read is let go, before what waits for it fills the memory', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const client = connect(port, '127.0.0.1');
  client.pause();
  client.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  const stream = new LiveStream(response, 0);
  let told = 0;
  while (stream.isOpen && told < 2_000_000) stream.tell(entry(++told));
  expect(stream.isOpen).toBe(false);
  expect(response.writableLength).toBeLessThan(2 * 1024 * 1024);
  // What is told afterwards goes nowhere and harms nobody.
  stream.tell(entry(told + 1));
  stream.beat();
  stream.end('session');
  client.destroy();
  server.close();
});
