import { describe, expect, it } from '@jest/globals';
import { Attempt } from './attempt';

describe('an attempt', () => {
  it('is not made a second time while it is under way', async () => {
    const attempt = new Attempt();
    const both = [attempt.run(() => Promise.resolve('done')), attempt.run(() => Promise.resolve('again'))];
    expect(attempt.isBusy()).toBe(true);
    expect(await Promise.all(both)).toEqual(['done', undefined]);
    expect(attempt.isBusy()).toBe(false);
  });

  it('in turn waits for what is under way, whatever comes of that, and is never lost', async () => {
    const attempt = new Attempt();
    const done: string[] = [];
    const failing = attempt.run(() => {
      done.push('first');
      return Promise.reject(new TypeError('no network'));
    });
    const chosen = ['second', 'third'].map((word) =>
      attempt.inTurn(() => {
        done.push(word);
        return Promise.resolve(word);
      }),
    );
    expect(await failing).toBeUndefined();
    expect(await Promise.all(chosen)).toEqual(['second', 'third']);
    expect(done).toEqual(['first', 'second', 'third']);
    expect([attempt.isBusy(), attempt.problem()]).toEqual([false, undefined]);
  });
});
