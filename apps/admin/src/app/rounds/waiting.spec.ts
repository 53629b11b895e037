import { waitingOf } from '@kilim/contracts';
import { describe, expect, it } from '@jest/globals';
import { givenRow, SERVER_NOW } from '../testing/given';
import { byPhase, busiestPhase } from './phases';
import { upcomingDeadlines, whoWaits } from './waiting';

const near = { localTime: '2026-04-12T23:59', zone: 'Europe/Lisbon', instant: '2026-04-12T22:59:59.999Z' };
const far = { localTime: '2026-05-12T23:59', zone: 'Europe/Lisbon', instant: '2026-05-12T22:59:59.999Z' };
const past = { localTime: '2026-04-08T23:59', zone: 'Europe/Lisbon', instant: '2026-04-08T22:59:59.999Z' };

describe('whose move it is', () => {
  it('is the city’s while it answers, and nothing presses far from the deadline', () => {
    expect(waitingOf(givenRow(), SERVER_NOW)).toMatchObject({ on: 'city', reason: 'none', urgency: 0 });
  });

  it('presses when the deadline is near, and more than silence does', () => {
    const row = givenRow({ deadline: near, lastActivityAt: '2026-03-20T10:00:00.000Z' });
    expect(waitingOf(row, SERVER_NOW)).toMatchObject({ reason: 'near', days: 2, urgency: 2 });
  });

  it('tells a passed deadline', () => {
    expect(waitingOf(givenRow({ deadline: past }), SERVER_NOW)).toMatchObject({
      reason: 'overdue',
      days: 1,
      urgency: 2,
    });
  });

  it('tells a quiet city, counted from its invitation when it never did anything', () => {
    expect(waitingOf(givenRow({ lastActivityAt: '2026-04-01T10:00:00.000Z' }), SERVER_NOW)).toMatchObject({
      reason: 'quiet',
      days: 9,
    });
    const { lastActivityAt: _never, ...row } = givenRow();
    expect(waitingOf(row, SERVER_NOW)).toMatchObject({ reason: 'quiet', days: 9 });
  });

  it('is the expert’s after submitting; without one it is urgent', () => {
    const submitted = { state: 'submitted', stateSince: '2026-04-09T10:00:00.000Z' } as const;
    expect(waitingOf(givenRow(submitted), SERVER_NOW)).toMatchObject({ on: 'expert', reason: 'none' });
    expect(waitingOf(givenRow({ ...submitted, experts: [] }), SERVER_NOW)).toMatchObject({
      reason: 'unassigned',
      urgency: 2,
    });
  });

  it('is the city’s again when it is asked or is to agree, whatever its deadline was', () => {
    for (const state of ['clarification', 'verified'] as const) {
      const row = givenRow({ state, deadline: past, stateSince: '2026-04-09T10:00:00.000Z' });
      expect(waitingOf(row, SERVER_NOW)).toMatchObject({ on: 'city', reason: 'none', urgency: 0 });
      const late = givenRow({ state, deadline: past, stateSince: '2026-04-01T10:00:00.000Z' });
      expect(waitingOf(late, SERVER_NOW)).toMatchObject({ on: 'city', reason: 'long', urgency: 1 });
    }
  });

  it('is as urgent for a city that is asked as the first reply that it owes', () => {
    const asked = (...replies: readonly (typeof near)[]) =>
      waitingOf(
        givenRow({ state: 'clarification', deadline: past, stateSince: '2026-04-01T10:00:00.000Z', replies }),
        SERVER_NOW,
      );
    expect(asked(far)).toMatchObject({ on: 'city', reason: 'none', urgency: 0 });
    expect(asked(near, far)).toMatchObject({ reason: 'near', days: 2, urgency: 2 });
    expect(asked(past, far)).toMatchObject({ reason: 'overdue', days: 1, urgency: 2 });
  });

  it('lists the most urgent first and leaves out whom nobody waits for', () => {
    const rows = [
      givenRow({ name: 'Calm' }),
      givenRow({ name: 'Done', state: 'published' }),
      givenRow({ name: 'Late', deadline: past }),
    ];
    expect(whoWaits(rows, SERVER_NOW).map(({ row }) => row.city.name)).toEqual(['Late', 'Calm']);
  });

  it('gathers the deadlines ahead by moment and zone, soonest first', () => {
    const rows = [
      givenRow({ name: 'Later' }),
      givenRow({ name: 'Soon', deadline: near }),
      givenRow({ name: 'Also soon', deadline: near }),
      givenRow({ name: 'Sent', deadline: near, state: 'submitted' }),
      givenRow({ name: 'Missed', deadline: past }),
    ];
    expect(upcomingDeadlines(rows, SERVER_NOW).map(({ cities }) => cities)).toEqual([
      ['Soon', 'Also soon'],
      ['Later'],
    ]);
  });
});

describe('the deadlines ahead', () => {
  it('are those of replies to experts, too, each city once', () => {
    const asked = { state: 'clarification', deadline: past } as const;
    const rows = [
      givenRow({ name: 'Submits', deadline: near }),
      givenRow({ name: 'Replies', ...asked, replies: [near, near, far] }),
      givenRow({ name: 'Late', ...asked, replies: [past] }),
    ];
    expect(upcomingDeadlines(rows, SERVER_NOW).map(({ kind, cities }) => [kind, ...cities])).toEqual([
      ['submit', 'Submits'],
      ['reply', 'Replies'],
      ['reply', 'Replies'],
    ]);
  });
});

describe('the phases of a round', () => {
  it('hold every state but those who left, and the busiest is marked', () => {
    const rows = [
      givenRow({ name: 'A' }),
      givenRow({ name: 'B', state: 'clarification' }),
      givenRow({ name: 'C', state: 'underVerification' }),
      givenRow({ name: 'D', state: 'declined' }),
    ];
    const phases = byPhase(rows);
    expect(phases.get('verifying')).toHaveLength(2);
    expect([...phases.values()].flat()).toHaveLength(3);
    expect(busiestPhase(phases)).toBe('verifying');
    expect(busiestPhase(byPhase([]))).toBeUndefined();
  });
});
