import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fetchKeptAlive } from './kept-alive.js';

/** What reached the server, in order. */
let sent: { readonly letters: number; readonly keepalive: boolean }[];
/** Answers what is under way, in order. */
let replies: (() => void)[];
/** So much may outlive the page. */
let room: number;
const { fetch } = globalThis;

/** A browser, as far as it counts what is to outlive the page. */
function played(_address: unknown, { body, keepalive = false, signal }: RequestInit = {}): Promise<Response> {
  const words = String(body);
  const bytes = keepalive ? Buffer.byteLength(words) : 0;
  if (bytes > room || signal?.aborted === true) return Promise.reject(new TypeError('Failed to fetch'));
  room -= bytes;
  sent.push({ letters: words.length, keepalive });
  return new Promise((resolve) => {
    replies.push(() => {
      room += bytes;
      resolve(new Response());
    });
  });
}

beforeEach(() => {
  [sent, replies, room] = [[], [], 65_536];
  globalThis.fetch = played;
});

afterEach(() => {
  globalThis.fetch = fetch;
});

const send = (body: string) => fetchKeptAlive('/', { method: 'POST', body });

/** Answers all of them, also what is sent upon an answer. */
async function answered(...sending: readonly Promise<Response>[]): Promise<void> {
  for (const reply of replies) reply();
  await Promise.all(sending);
}

describe('a request that is to outlive its page', () => {
  it('does as long as it is small, and goes like any other where it is not, in whatever script', async () => {
    await answered(send('words'), send('ж'.repeat(34_000)), send('x'.repeat(49_000)));
    expect(sent).toEqual([
      { letters: 5, keepalive: true },
      { letters: 34_000, keepalive: false },
      { letters: 49_000, keepalive: true },
    ]);
  });

  it('makes room for the next one once it is answered', async () => {
    const first = send('ж'.repeat(20_000));
    const second = send('ж'.repeat(20_000));
    await answered(first, second);
    await answered(send('ж'.repeat(20_000)));
    expect(sent.map(({ keepalive }) => keepalive)).toEqual([true, false, true]);
  });

  it('goes like any other where the browser takes less', async () => {
    room = 10;
    const sending = send('x'.repeat(100));
    await new Promise(setImmediate);
    await answered(sending);
    expect(sent).toEqual([{ letters: 100, keepalive: false }]);
  });

  it('goes no more once it was given up', async () => {
    const signal = AbortSignal.abort();
    await expect(fetchKeptAlive('/', { method: 'POST', body: 'x', signal })).rejects.toThrow();
    expect(sent).toEqual([]);
  });
});
