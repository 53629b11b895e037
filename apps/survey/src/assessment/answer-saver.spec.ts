import { describe, expect, it } from '@jest/globals';
import { MemoryOutbox, type Outbox } from '../outbox/outbox.js';
import type { Unsent } from '../outbox/unsent.js';
import { TYPING_PAUSE_MS } from './answer-saver.js';
import { at, choose, given, LOST, set, WHILE } from './played-saving.js';

/** An outbox that holds one thing while the answers are read, and something else from then on. */
function loading(outbox: Outbox, first: readonly Unsent[], then: Outbox['load']): Outbox {
  const loads = [() => Promise.resolve(first)];
  return { ...outbox, load: () => (loads.pop() ?? then)() };
}

describe('a change', () => {
  it('that the server tells of by itself needs no reply', async () => {
    const { clock, sent, server, open } = given((save) => {
      server.take(save);
      return new Promise(() => undefined);
    });
    const saver = await open();
    saver.change('q', set('x'), 'atOnce');
    await clock.pass(WHILE);
    const answer = server.answers.get('q');
    if (answer) saver.hear(answer, at(sent, 0).saveId);
    await clock.pass(WHILE);
    expect(saver.hasUnsaved).toBe(false);
    expect(saver.look().state.kind).toBe('saved');
  });

  it('of somebody else shows without asking for it', async () => {
    const { server, open } = given();
    const saver = await open();
    server.other('q', 'theirs');
    const answer = server.answers.get('q');
    if (answer) saver.hear(answer, 'other-0');
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'theirs' });
  });
});

describe('a reload', () => {
  it('takes up what was not acknowledged, also a save whose reply was lost', async () => {
    const { clock, server, device, open } = given();
    const before = await open({
      send: (save) => {
        server.take(save);
        return Promise.resolve(LOST);
      },
    });
    before.change('sent', set('took effect'), 'atOnce');
    before.change('typing', set('never sent'), 'typing');
    await clock.pass(WHILE);
    before.stop();
    const after = await open({}, false);
    expect(after.look().answers['typing']).toEqual({ kind: 'value', value: 'never sent' });
    after.lead(true);
    await clock.pass(60_000);
    expect(server.record.get('sent')).toEqual(['took effect']);
    expect(server.valueOf('typing')).toBe('never sent');
    expect(device.kept.held()).toEqual([]);
  });

  it('makes no second change of one that was sent as the page ended', async () => {
    const { clock, server, device, sent, open } = given();
    const before = await open();
    before.change('q', set('half a word'), 'typing');
    await clock.pass(WHILE);
    device.isDead = true;
    before.flush();
    before.stop();
    expect(server.record.get('q')).toEqual(['half a word']);
    device.isDead = false;
    const after = await open();
    await clock.pass(60_000);
    expect(sent).toHaveLength(2);
    expect(server.record.get('q')).toEqual(['half a word']);
    expect(after.hasUnsaved).toBe(false);
  });

  it('does not overwrite in silence what somebody else answered meanwhile', async () => {
    const { clock, server, open } = given();
    const before = await open({}, false);
    before.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    before.stop();
    server.other('q', 'theirs');
    const saver = await open();
    await clock.pass(WHILE);
    expect(saver.look().troubles.get('q')?.kind).toBe('stale');
    expect(server.valueOf('q')).toBe('theirs');
  });
});

describe('several tabs of one person', () => {
  it('send each change once, by the one that leads, and show the same', async () => {
    const { clock, server, sent, open } = given();
    const leading = await open();
    const other = await open({}, false);
    other.change('q', set('from the other'), 'atOnce');
    await clock.pass(TYPING_PAUSE_MS + WHILE);
    expect(sent).toHaveLength(1);
    expect(server.valueOf('q')).toBe('from the other');
    for (const tab of [leading, other]) {
      expect(tab.look().answers['q']).toEqual({ kind: 'value', value: 'from the other' });
      expect(tab.look().acknowledged.get('q')?.revision).toBe(1);
      expect(tab.look().state.kind).toBe('saved');
    }
  });

  it('ask nobody over words of their own that the other has sent', async () => {
    const { clock, server, open } = given();
    await open();
    const other = await open({}, false);
    for (const words of ['first', 'second']) {
      other.change('q', set(words), 'atOnce');
      await clock.pass(TYPING_PAUSE_MS + WHILE);
    }
    expect(server.record.get('q')).toEqual(['first', 'second']);
    expect(other.look().state.kind).toBe('saved');
  });

  it('each send their own where the device keeps nothing: no other could know of it', async () => {
    const { clock, server, open } = given();
    const tabs = [
      await open({ outbox: new MemoryOutbox('unavailable') }),
      await open({ outbox: new MemoryOutbox('unavailable') }, false),
    ];
    for (const [place, tab] of tabs.entries()) tab.change(`q${String(place)}`, set('typed here'), 'atOnce');
    await clock.pass(WHILE);
    expect([server.valueOf('q0'), server.valueOf('q1')]).toEqual(['typed here', 'typed here']);
    for (const tab of tabs) expect(tab.look().state.kind).toBe('saved');
  });

  it('may give the lead to one before it has heard from its device: it sends once it has', async () => {
    const { clock, server, open, device } = given();
    let answer: ((unsent: readonly Unsent[]) => void) | undefined;
    const slow = loading(device.outbox(), [], () => new Promise((resolve) => (answer = resolve)));
    const saver = await open({ outbox: slow }, false);
    saver.lead(true);
    answer?.([]);
    await clock.pass(WHILE);
    saver.change('q', set('typed then'), 'atOnce');
    await clock.pass(WHILE);
    expect(server.valueOf('q')).toBe('typed then');
  });

  it('show nothing as unsaved that another has saved while they were being opened', async () => {
    const { clock, server, device, open } = given();
    const other = await open({}, false);
    other.change('q', set('from the other'), 'atOnce');
    await clock.pass(WHILE);
    const outbox = device.outbox();
    const unsent = await outbox.load();
    other.lead(true);
    await clock.pass(WHILE);
    expect(server.valueOf('q')).toBe('from the other');
    const saver = await open({ outbox: loading(outbox, unsent, () => outbox.load()) }, false);
    expect([saver.hasUnsaved, saver.look().state.kind]).toEqual([false, 'quiet']);
  });

  it('go on when the one that leads is closed in the middle', async () => {
    const { clock, server, open } = given();
    const leading = await open({ send: () => new Promise(() => undefined) });
    const other = await open({}, false);
    leading.change('q', set('left behind'), 'atOnce');
    await clock.pass(WHILE);
    leading.stop();
    other.lead(true);
    await clock.pass(WHILE);
    expect(server.record.get('q')).toEqual(['left behind']);
    expect(other.look().state.kind).toBe('saved');
  });

  it('go on with what the one that led wrote as it died, before it could tell of it', async () => {
    const { clock, server, device, open } = given();
    const outbox = device.outbox();
    const other = await open({ outbox: { ...outbox, onElsewhere: () => () => undefined } }, false);
    const leading = await open({ send: () => new Promise(() => undefined) });
    leading.change('q', set('last choice'), 'atOnce');
    await clock.pass(WHILE);
    leading.stop();
    other.lead(true);
    await clock.pass(WHILE);
    expect(server.valueOf('q')).toBe('last choice');
    expect(other.look().answers['q']).toEqual({ kind: 'value', value: 'last choice' });
  });

  it('ask also where one was opened anew, and another with the choice before it takes the lead', async () => {
    const { clock, server, open } = given();
    const other = await open({}, false);
    const leading = await open();
    server.other('q', 'theirs');
    leading.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    leading.stop();
    const opened = await open({ send: () => Promise.resolve(LOST) });
    await clock.pass(WHILE);
    expect(opened.look().state.kind).toBe('waiting');
    opened.lead(false);
    other.lead(true);
    await clock.pass(WHILE);
    expect(opened.look().state.kind).toBe('stale');
  });

  it('all ask when somebody else was first, until one has settled it', async () => {
    const { clock, server, open } = given();
    const leading = await open();
    const other = await open({}, false);
    server.other('q', 'theirs');
    leading.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    expect(other.look().troubles.get('q')?.kind).toBe('stale');
    choose(other, 'q', 'mine');
    await clock.pass(TYPING_PAUSE_MS + WHILE);
    expect(leading.look().troubles.size).toBe(0);
    expect(server.record.get('q')).toEqual(['theirs', 'mine']);
  });
});
