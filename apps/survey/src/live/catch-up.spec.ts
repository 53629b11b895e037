import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Unreachable } from '../api/problem.js';
import { CatchUp } from './catch-up.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** What is read from a server that can be out of reach. */
function given() {
  const server: { isThere: boolean; held?: Promise<void> } = { isThere: true };
  const read: string[] = [];
  let evenTimes = 0;
  const reading = (part: string) => () => {
    read.push(part);
    if (server.held) return server.held;
    return server.isThere ? Promise.resolve() : Promise.reject(new Unreachable('cut off'));
  };
  const catchUp = new CatchUp(
    {
      assessment: reading('assessment'),
      answers: reading('answers'),
      evidence: reading('evidence'),
      clarifications: reading('clarifications'),
    },
    {
      onEven: () => {
        evenTimes += 1;
      },
      onNewer: () => undefined,
      onShut: () => undefined,
    },
  );
  /** Keeps what is read from now on waiting. Returns how to let it go. */
  const hold = (): (() => void) => {
    let letGo: () => void = () => undefined;
    server.held = new Promise((resolve) => {
      letGo = resolve;
    });
    return () => {
      delete server.held;
      letGo();
    };
  };
  return { catchUp, server, read, hold, evenTimes: () => evenTimes };
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('what is wanted', () => {
  it('within a moment is read in one go, each part once', async () => {
    const { catchUp, read, evenTimes } = given();
    catchUp.want('assessment');
    catchUp.want('assessment', 'evidence');
    await pass(1000);
    expect(read).toEqual(['assessment', 'evidence']);
    expect(evenTimes()).toBe(1);
  });

  it('and cannot be read is tried again, ever more slowly, until it is read', async () => {
    const { catchUp, server, read, evenTimes } = given();
    server.isThere = false;
    catchUp.want('assessment');
    await pass(10 * 60_000);
    expect(evenTimes()).toBe(0);
    expect(read.length).toBeGreaterThan(10);
    expect(read.length).toBeLessThan(60);
    server.isThere = true;
    await pass(30_000);
    expect(evenTimes()).toBe(1);
    const tries = read.length;
    await pass(10 * 60_000);
    expect(read).toHaveLength(tries);
  });

  it('is read at once, with what is still due, though the next try is far off', async () => {
    const { catchUp, server, read } = given();
    server.isThere = false;
    catchUp.want('assessment');
    await pass(10 * 60_000);
    server.isThere = true;
    read.length = 0;
    catchUp.want('evidence');
    await pass(200);
    expect([...read].sort()).toEqual(['assessment', 'evidence']);
  });

  it('while it is being read is read once more after that, and only then is all as the server has it', async () => {
    const { catchUp, read, evenTimes, hold } = given();
    const letGo = hold();
    catchUp.want('evidence');
    await pass(200);
    catchUp.want('evidence');
    catchUp.want('assessment');
    await pass(1000);
    expect([read, evenTimes()]).toEqual([['evidence'], 0]);
    letGo();
    await pass(200);
    expect([read, evenTimes()]).toEqual([['evidence', 'evidence', 'assessment'], 1]);
  });

  it('is not read any more once the page is left', async () => {
    const { catchUp, server, read } = given();
    server.isThere = false;
    catchUp.want('assessment');
    await pass(150);
    catchUp.stop();
    await pass(10 * 60_000);
    expect(read).toHaveLength(1);
  });
});
