import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnswerSaver } from './answer-saver.js';
import { choose, given, LOST, set, WHILE, type Send } from './played-saving.js';

/** What may befall one request. */
type Fate = 'arrives' | 'requestLost' | 'replyLost' | 'late' | 'fails';

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      q: fc.nat(2),
      typing: fc.boolean(),
      tab: fc.nat(1),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(3_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('other' as const), q: fc.nat(2), value: fc.nat(99) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('look' as const), tab: fc.nat(1) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      tab: fc.nat(1),
      whose: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
);

describe('under any schedule of lost, late and crossed replies, two tabs, reloads and other people', () => {
  it('nothing typed last is lost: it is on the server, or on the screen and kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.array(fc.constantFrom<Fate>('arrives', 'requestLost', 'replyLost', 'late', 'fails'), {
          maxLength: 40,
        }),
        async (steps, fates) => {
          const remaining = [...fates];
          const { clock, server, device, open } = given();
          const send: Send = (save, aside) => {
            const fate = remaining.shift() ?? 'arrives';
            if (fate === 'requestLost') return Promise.resolve(LOST);
            if (fate === 'fails') return Promise.resolve({ kind: 'failed' });
            const outcome = server.takeAll([...aside, save]);
            if (fate === 'replyLost') return Promise.resolve(LOST);
            if (fate === 'late')
              return new Promise((resolve) =>
                clock.later(() => {
                  resolve(outcome);
                }, 2_500),
              );
            return Promise.resolve(outcome);
          };
          // The tab one looks at leads.
          const tabs = [await open({ send }), await open({ send }, false)];
          const tabAt = (place: number): AnswerSaver => tabs[place] ?? fail();
          const look = (place: number): void => {
            tabAt(1 - place).lead(false);
            tabAt(place).lead(true);
          };
          const last = new Map<string, string>();
          for (const [place, each] of steps.entries()) {
            if (each.kind === 'change') {
              const value = `mine ${String(place)}`;
              tabAt(each.tab).change(`q${String(each.q)}`, set(value), each.typing ? 'typing' : 'atOnce');
              last.set(`q${String(each.q)}`, value);
              // Nobody types in two windows within a few milliseconds.
              await clock.pass(WHILE);
            } else if (each.kind === 'pass') await clock.pass(each.ms);
            else if (each.kind === 'look') look(each.tab);
            else if (each.kind === 'settle') {
              const tab = tabAt(each.tab);
              for (const q of tab.look().troubles.keys()) choose(tab, q, each.whose);
              await clock.pass(WHILE);
            } else if (each.kind === 'other') {
              server.other(`q${String(each.q)}`, `theirs ${String(each.value)}`);
            } else {
              tabAt(each.tab).stop();
              await clock.pass(WHILE);
              tabs[each.tab] = await open({ send }, false);
              look(each.tab);
            }
          }
          remaining.length = 0;
          await clock.pass(200_000);
          // No change takes effect twice.
          for (const record of server.record.values()) {
            const mine = record.filter((value) => String(value).startsWith('mine'));
            expect(new Set(mine).size).toBe(mine.length);
          }
          for (const view of tabs.map((tab) => tab.look())) {
            for (const [q, value] of last) {
              const wasSaved = server.record.get(q)?.includes(value) === true;
              const kept = device.kept.of(q);
              const isHeld = view.troubles.get(q)?.kind === 'stale' && kept !== undefined;
              expect(wasSaved || isHeld).toBe(true);
              const isAside =
                kept?.aside?.some((save) => save.kind === 'set' && save.value === value) === true;
              if (isHeld && !isAside) expect(view.answers[q]).toEqual({ kind: 'value', value });
            }
            // What is not in dispute is settled: nothing waits for ever.
            expect([...view.unsaved].every((q) => view.troubles.has(q))).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

function fail(): never {
  throw new Error('There are two tabs.');
}
