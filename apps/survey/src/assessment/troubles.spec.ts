import { describe, expect, it } from '@jest/globals';
import type { CurrentAnswer, ProblemDocument } from '@kilim/contracts';
import { written } from '../outbox/unsent.js';
import { choose, given, LOST, set, WHILE } from './played-saving.js';

const problem: ProblemDocument = {
  type: '/problems/assessment.locked',
  code: 'assessment.locked',
  title: 'Locked',
  status: 409,
  detail: 'Locked.',
  places: [],
  requestId: 'r',
};

describe('a stale answer', () => {
  it('shows both, keeps what was typed, and overwrites only when told to', async () => {
    const { clock, server, device, open } = given();
    const saver = await open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    const trouble = saver.look().troubles.get('q');
    expect(trouble).toMatchObject({ kind: 'stale', mine: { answer: { value: 'mine' } } });
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'mine' });
    expect(device.kept.of('q')).toBeDefined();
    expect(server.valueOf('q')).toBe('theirs');
    choose(saver, 'q', 'mine');
    await clock.pass(WHILE);
    expect(server.record.get('q')).toEqual(['theirs', 'mine']);
  });

  it('is settled once upon a server that was put back to an earlier state, which counts from there', async () => {
    const { clock, server, open } = given();
    const saver = await open();
    const answers: (CurrentAnswer | undefined)[] = [];
    for (const words of ['first', 'second', 'third']) {
      saver.change('q', set(words), 'atOnce');
      await clock.pass(WHILE);
      answers.push(server.answers.get('q'));
    }
    if (answers[0]) server.answers.set('q', answers[0]);
    saver.change('q', set('fourth'), 'atOnce');
    await clock.pass(WHILE);
    expect(saver.look().troubles.get('q')).toMatchObject({ current: { revision: 1 } });
    choose(saver, 'q', 'mine');
    await clock.pass(WHILE);
    expect([server.valueOf('q'), saver.hasUnsaved]).toEqual(['fourth', false]);
  });

  it('is none upon a server that was put back to before there was an answer: what was typed is saved there', async () => {
    const { clock, server, open } = given();
    const saver = await open();
    saver.change('q', set('first'), 'atOnce');
    await clock.pass(WHILE);
    server.answers.delete('q');
    saver.change('q', set('second'), 'atOnce');
    await clock.pass(WHILE);
    expect([server.valueOf('q'), saver.hasUnsaved]).toEqual(['second', false]);
    expect(saver.acknowledged('q')?.revision).toBe(1);
  });

  it('gives way when told to, and stands in the record all the same', async () => {
    const { clock, server, open } = given();
    const saver = await open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    choose(saver, 'q', 'theirs');
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'theirs' });
    await clock.pass(60_000);
    expect(server.record.get('q')).toEqual(['theirs', 'mine', 'theirs']);
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'theirs' });
    expect(saver.hasUnsaved).toBe(false);
  });

  it('gives way once, whatever becomes of the page and of the replies after that', async () => {
    let isLost = false;
    const { clock, server, open } = given((save, aside) => {
      const outcome = server.takeAll([...aside, save]);
      return Promise.resolve(isLost ? LOST : outcome);
    });
    const saver = await open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    isLost = true;
    choose(saver, 'q', 'theirs');
    await clock.pass(WHILE);
    saver.stop();
    isLost = false;
    const next = await open();
    await clock.pass(60_000);
    expect(server.record.get('q')).toEqual(['theirs', 'mine', 'theirs']);
    expect(next.hasUnsaved).toBe(false);
  });

  it('that gave way reaches the record also where a third person says what was taken', async () => {
    let isDown = false;
    const { clock, server, open } = given((save, aside) =>
      Promise.resolve(isDown ? LOST : server.takeAll([...aside, save])),
    );
    const saver = await open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    isDown = true;
    choose(saver, 'q', 'theirs');
    await clock.pass(WHILE);
    server.other('q', 'third');
    server.other('q', 'theirs');
    isDown = false;
    await clock.pass(60_000);
    expect(saver.look().troubles.size).toBe(0);
    expect(server.record.get('q')).toEqual(['theirs', 'third', 'theirs', 'mine', 'theirs']);
  });

  it.each([
    { then: undefined, record: ['theirs', 'mine', 'theirs'] },
    { then: 'more', record: ['theirs', 'mine', 'theirs', 'more'] },
  ])(
    'that gave way is recorded once where a request that was refused had reached the server late ($then)',
    async ({ then, record }) => {
      let way: 'good' | 'refused' | 'late' = 'good';
      let late: (() => unknown) | undefined;
      const { clock, server, open } = given((save, aside) => {
        if (way === 'good') return Promise.resolve(server.takeAll([...aside, save]));
        late ??= () => server.takeAll([...aside, save]);
        return Promise.resolve(way === 'late' ? LOST : { kind: 'refused', problem });
      });
      const saver = await open();
      server.other('q', 'theirs');
      saver.change('q', set('mine'), 'atOnce');
      await clock.pass(WHILE);
      way = 'late';
      choose(saver, 'q', 'theirs');
      await clock.pass(WHILE);
      way = 'refused';
      await clock.pass(60_000);
      expect(saver.look().troubles.get('q')?.kind).toBe('refused');
      late?.();
      way = 'good';
      if (then === undefined) saver.retry();
      else saver.change('q', set(then), 'atOnce');
      await clock.pass(60_000);
      choose(saver, 'q', 'mine');
      await clock.pass(60_000);
      expect(saver.look().troubles.size).toBe(0);
      expect(server.record.get('q')).toEqual(record);
      expect(saver.hasUnsaved).toBe(false);
    },
  );

  it('is settled over the answer that was shown, not over one that a third person gave meanwhile', async () => {
    const { clock, server, open } = given();
    const saver = await open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    const shown = saver.look().troubles.get('q');
    server.other('q', 'third');
    const third = server.answers.get('q');
    if (third) saver.hear(third, 'third');
    if (shown?.kind === 'stale') saver.settle('q', 'mine', shown.current);
    await clock.pass(WHILE);
    expect(server.record.get('q')).toEqual(['theirs', 'third']);
    expect(saver.look().troubles.get('q')).toMatchObject({ kind: 'stale', current: third });
    choose(saver, 'q', 'mine');
    await clock.pass(WHILE);
    expect(server.record.get('q')).toEqual(['theirs', 'third', 'mine']);
  });

  it('asks nobody when both said the same, and takes nothing along that was typed in another window since', async () => {
    const { clock, server, device, open } = given();
    let reply: (() => void) | undefined;
    const saver = await open({
      send: (save) =>
        new Promise((resolve) => {
          reply = () => {
            resolve(server.take(save));
          };
        }),
    });
    saver.change('q', set('same'), 'atOnce');
    await clock.pass(WHILE);
    server.other('q', 'same');
    const kept = device.kept.of('q');
    if (!kept?.sending) throw new Error('Nothing is under way');
    const later = { ...kept.sending, ...set('typed since'), saveId: 'save-of-the-other-window' };
    // The other window has yet to tell of it.
    await device.kept.step('q', written('q', later, 0));
    reply?.();
    await clock.pass(WHILE);
    expect(device.kept.of('q')).toMatchObject({ sending: { value: 'typed since', baseRevision: 1 } });
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'typed since' });
  });

  it('asks nobody when both said the same', async () => {
    const { clock, server, open } = given();
    const saver = await open();
    server.other('q', 'same');
    saver.change('q', set('same'), 'atOnce');
    await clock.pass(WHILE);
    expect(saver.look().troubles.size).toBe(0);
    expect(saver.hasUnsaved).toBe(false);
  });
});

describe('a refusal', () => {
  it('keeps the change, says why, and tries again only when told to', async () => {
    let isLocked = true;
    const { clock, server, sent, device, open } = given((save) =>
      Promise.resolve(isLocked ? { kind: 'refused', problem } : server.take(save)),
    );
    const saver = await open();
    saver.change('q', set('kept'), 'atOnce');
    await clock.pass(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.look().state).toEqual({ kind: 'refused', count: 1, problem });
    expect(device.kept.of('q')?.sending).toMatchObject(set('kept'));
    isLocked = false;
    saver.retry();
    await clock.pass(WHILE);
    expect(server.valueOf('q')).toBe('kept');
  });

  it('can be given in to: the answer stands as the server has it', async () => {
    let isLocked = false;
    const { clock, server, device, open } = given((save) =>
      Promise.resolve(isLocked ? { kind: 'refused', problem } : server.take(save)),
    );
    const saver = await open();
    saver.change('q', set('saved'), 'atOnce');
    await clock.pass(WHILE);
    isLocked = true;
    saver.change('q', set('too late'), 'atOnce');
    await clock.pass(WHILE);
    saver.discard('q');
    await clock.pass(WHILE);
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'saved' });
    expect(saver.hasUnsaved).toBe(false);
    expect(device.kept.held()).toEqual([]);
  });
});
