import { describe, expect, it } from '@jest/globals';
import type { ToldProblem } from '@kilim/contracts';
import { TYPING_PAUSE_MS } from './answer-saver.js';
import { at, given, LOST, set, WHILE } from './played-saving.js';
import type { Outcome } from './saver-surroundings.js';

const PROBLEM: ToldProblem = {
  ...{ type: '/problems/request.invalid', code: 'request.invalid', title: '', status: 400 },
  ...{ detail: '', places: [], requestId: 'r' },
};

describe('what is typed', () => {
  it('goes off once, after a pause, with the newest words', async () => {
    const { clock, server, sent, open } = given();
    const saver = await open();
    for (const words of ['a', 'ab', 'abc']) {
      saver.change('q', set(words), 'typing');
      await clock.pass(TYPING_PAUSE_MS / 2);
    }
    expect(sent).toHaveLength(0);
    expect(saver.look().state.kind).toBe('saving');
    await clock.pass(TYPING_PAUSE_MS + WHILE);
    expect(sent).toHaveLength(1);
    expect(server.valueOf('q')).toBe('abc');
    expect(saver.look().state.kind).toBe('saved');
    expect(saver.hasUnsaved).toBe(false);
  });

  it.each([
    ['the window that sends', true],
    ['another window', false],
  ])('without a pause for minutes in %s is saved now and then', async (_where, isHere) => {
    const { clock, sent, server, open } = given();
    const leads = await open();
    const saver = isHere ? leads : await open({}, false);
    for (let letters = 1; letters <= 600; letters += 1) {
      saver.change('q', set('x'.repeat(letters)), 'typing');
      await clock.pass(200);
    }
    const everyMs = (600 * 200) / sent.length;
    expect(everyMs).toBeGreaterThan(4_000);
    expect(everyMs).toBeLessThan(6_000);
    await clock.pass(TYPING_PAUSE_MS + WHILE);
    expect(server.valueOf('q')).toBe('x'.repeat(600));
  });

  it('is sent at once when the page is left', async () => {
    const { clock, server, open } = given();
    const saver = await open();
    saver.change('q', set('half a word'), 'typing');
    saver.flush();
    await clock.pass(WHILE);
    expect(server.valueOf('q')).toBe('half a word');
  });
});

describe('a choice', () => {
  it('goes off at once, upon the revision the server gave last', async () => {
    const { clock, sent, open } = given();
    const saver = await open();
    saver.change('q', set('yes'), 'atOnce');
    await clock.pass(WHILE);
    saver.change('q', set('no'), 'atOnce');
    await clock.pass(WHILE);
    expect(sent.map(({ baseRevision }) => baseRevision)).toEqual([0, 1]);
  });

  it('waits while one is on its way, and only the newest goes next', async () => {
    const replies: ((outcome: Outcome) => void)[] = [];
    const { clock, server, sent, open } = given(() => new Promise((resolve) => replies.push(resolve)));
    const saver = await open();
    saver.change('q', set('1'), 'atOnce');
    await clock.pass(WHILE);
    for (const value of ['2', '3']) saver.change('q', set(value), 'atOnce');
    await clock.pass(WHILE);
    expect(sent).toHaveLength(1);
    replies[0]?.(server.take(at(sent, 0)));
    await clock.pass(WHILE);
    expect(sent).toHaveLength(2);
    expect(at(sent, 1)).toMatchObject({ kind: 'set', value: '3', baseRevision: 1 });
  });
});

describe('a lost reply', () => {
  it('leads to the same save again, which takes effect once', async () => {
    let isLost = true;
    const { clock, server, sent, open } = given((save) => {
      const outcome = server.take(save);
      return Promise.resolve(isLost ? LOST : outcome);
    });
    const saver = await open();
    saver.change('q', set('once'), 'atOnce');
    await clock.pass(WHILE);
    expect(saver.look().state).toEqual({ kind: 'waiting', count: 1, because: 'network' });
    await clock.pass(1_000);
    isLost = false;
    await clock.pass(2_000);
    expect(new Set(sent.map(({ saveId }) => saveId)).size).toBe(1);
    expect(server.record.get('q')).toEqual(['once']);
    expect(saver.look().state.kind).toBe('saved');
  });

  it('is tried again ever more slowly, and at once when the network is back', async () => {
    const { clock, sent, open } = given(() => Promise.resolve(LOST));
    const saver = await open();
    saver.change('q', set('x'), 'atOnce');
    await clock.pass(60_000);
    const tries = sent.length;
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(10);
    saver.retry();
    expect(sent).toHaveLength(tries + 1);
  });

  it('keeps everything back but one, which finds out for the others', async () => {
    let isLost = true;
    const { clock, server, sent, open } = given((save) => Promise.resolve(isLost ? LOST : server.take(save)));
    const saver = await open();
    for (const q of ['q1', 'q2', 'q3', 'q4', 'q5', 'q6']) saver.change(q, set(q), 'atOnce');
    await clock.pass(WHILE);
    expect(sent.length).toBeLessThanOrEqual(4);
    const before = sent.length;
    await clock.pass(1_000);
    expect(sent).toHaveLength(before + 1);
    isLost = false;
    await clock.pass(3_000);
    expect(server.answers.size).toBe(6);
    expect(saver.look().state.kind).toBe('saved');
  });

  it('of one answer that never gets through does not keep the others for ever', async () => {
    const { clock, server, open } = given((save) =>
      Promise.resolve(save.questionId === 'bad' ? LOST : server.take(save)),
    );
    const saver = await open();
    for (const q of ['bad', 'good', 'fine']) saver.change(q, set(q), 'atOnce');
    await clock.pass(20_000);
    expect([server.valueOf('good'), server.valueOf('fine')]).toEqual(['good', 'fine']);
    saver.change('later', set('later'), 'atOnce');
    await clock.pass(60_000);
    expect(server.valueOf('later')).toBe('later');
    expect(saver.look().state).toEqual({ kind: 'waiting', count: 1, because: 'network' });
  });

  it('of one answer at which the server fails does not keep the others', async () => {
    const { clock, server, open } = given((save) =>
      Promise.resolve(save.questionId === 'bad' ? { kind: 'failed' } : server.take(save)),
    );
    const saver = await open();
    saver.change('bad', set('x'), 'atOnce');
    saver.change('good', set('y'), 'atOnce');
    await clock.pass(5_000);
    expect(server.valueOf('good')).toBe('y');
    expect(saver.look().state).toEqual({ kind: 'waiting', count: 1, because: 'failed' });
  });
});

describe('a change', () => {
  it('is kept on the device before the server sees it', async () => {
    const { clock, device, sent, open } = given();
    const saver = await open();
    device.isDead = true;
    saver.change('q', set('never kept'), 'atOnce');
    await clock.pass(60_000);
    expect(sent).toHaveLength(0);
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'never kept' });
  });

  it('says when it was made', async () => {
    const { clock, sent, open } = given();
    (await open()).change('q', set('x'), 'atOnce');
    await clock.pass(WHILE);
    expect(at(sent, 0).typedAt).toBe('2026-04-11T14:00:00.000Z');
  });
});

describe('the end of a session', () => {
  it('holds everything until somebody has signed in', async () => {
    let isOut = true;
    const { clock, server, sent, open } = given((save) =>
      Promise.resolve(isOut ? { kind: 'signedOut' } : server.take(save)),
    );
    const saver = await open();
    saver.change('q1', set('one'), 'atOnce');
    await clock.pass(WHILE);
    saver.change('q2', set('two'), 'atOnce');
    await clock.pass(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.look().state.kind).toBe('signedOut');
    isOut = false;
    saver.retry();
    await clock.pass(WHILE);
    expect([server.valueOf('q1'), server.valueOf('q2')]).toEqual(['one', 'two']);
  });
});

describe('of two windows the one that leads', () => {
  it('sends at once when somebody signs in again in the other', async () => {
    let isOut = true;
    const { clock, server, open } = given((save) =>
      Promise.resolve(isOut ? { kind: 'signedOut' } : server.take(save)),
    );
    const follows = await open({}, false);
    const leads = await open();
    leads.change('q', set('typed as the session ended'), 'atOnce');
    await clock.pass(WHILE);
    expect(follows.look().state.kind).toBe('signedOut');
    isOut = false;
    follows.retry();
    await clock.pass(WHILE);
    expect(server.valueOf('q')).toBe('typed as the session ended');
    expect([leads.look().state.kind, follows.look().state.kind]).toEqual(['saved', 'saved']);
  });

  it('sends at once when somebody tries again in the other', async () => {
    let isLost = true;
    const { clock, server, open } = given((save) => Promise.resolve(isLost ? LOST : server.take(save)));
    const follows = await open({}, false);
    const leads = await open();
    leads.change('q', set('typed in a tunnel'), 'atOnce');
    await clock.pass(120_000);
    expect(follows.look().state).toEqual({ kind: 'waiting', count: 1, because: 'network' });
    isLost = false;
    follows.retry();
    await clock.pass(WHILE);
    expect(server.valueOf('q')).toBe('typed in a tunnel');
    expect([leads.look().state.kind, follows.look().state.kind]).toEqual(['saved', 'saved']);
  });

  it('goes on waiting, and both say so, where trying again in the other is of no use', async () => {
    const { clock, sent, open } = given(() => Promise.resolve(LOST));
    const follows = await open({}, false);
    const leads = await open();
    leads.change('q', set('typed in a tunnel'), 'atOnce');
    await clock.pass(120_000);
    const tries = sent.length;
    follows.retry();
    await clock.pass(WHILE);
    expect(sent).toHaveLength(tries + 1);
    for (const { kind } of [leads.look().state, follows.look().state]) expect(kind).toBe('waiting');
  });

  it('takes no refusal of what has been mended, and saved, in the other since', async () => {
    const refused: Outcome = { kind: 'refused', problem: PROBLEM };
    const { clock, server, open } = given();
    let reply: (outcome: Outcome) => void = () => undefined;
    const before = await open({ send: () => new Promise((resolve) => (reply = resolve)) });
    before.change('q', set('refused'), 'atOnce');
    await clock.pass(WHILE);
    before.lead(false);
    const now = await open({
      send: (save) =>
        Promise.resolve(save.kind === 'set' && save.value === 'refused' ? refused : server.take(save)),
    });
    await clock.pass(WHILE);
    now.change('q', set('mended'), 'atOnce');
    await clock.pass(WHILE);
    reply(refused);
    await clock.pass(WHILE);
    expect(server.record.get('q')).toEqual(['mended']);
    expect([before.look().troubles.size, before.hasUnsaved]).toEqual([0, false]);
    expect(before.look().state.kind).toBe('saved');
  });
});
