import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { arbitraryFrom, type Draw } from '../definition/draw.arbitrary.js';
import { given } from '../definition/given.arbitrary.js';
import { titlesFor } from '../definition/questionnaire.arbitrary.js';
import { buildChange, buildDraft } from './change.arbitrary.js';
import { contentOf, openDraft, type DraftDocument } from './draft-document.js';
import {
  editDraft,
  openSession,
  receiveSteps,
  withdrawStep,
  type ConfirmedStep,
  type DraftSession,
  type LostStep,
} from './draft-session.js';
import { mergeChanges } from './merge-changes.js';

/** A server as the session expects it: one order of steps, merged or refused. */
class Server {
  readonly steps: ConfirmedStep[] = [];
  constructor(public document: DraftDocument) {}

  /** @returns whether the step is in now */
  take(session: DraftSession): boolean {
    const [step] = session.pending;
    if (!step || this.steps.some(({ changeId }) => changeId === step.changeId)) return true;
    const outcome = mergeChanges(this.document, this.steps.slice(session.revision), step.changes);
    if (!outcome.ok) return false;
    if (outcome.document !== this.document) {
      this.document = outcome.document;
      this.steps.push({ ...step, inverse: outcome.inverse, revision: this.steps.length + 1 });
    }
    return true;
  }
}

/** Three people at one draft: edits, requests that are lost or sent twice, reloads, in any order. */
function play(draw: Draw): { server: Server; sessions: DraftSession[]; made: string[]; lost: string[] } {
  const start = buildDraft(draw);
  const server = new Server(start);
  const sessions = [0, 1, 2].map(() => openSession(contentOf(start), 0));
  const [made, lost]: [string[], string[]] = [[], []];
  const settle = (who: number, outcome: { session: DraftSession; lost: readonly LostStep[] }) => {
    sessions[who] = outcome.session;
    lost.push(...outcome.lost.map(({ step }) => step.changeId));
  };
  const send = (who: number, session: DraftSession) => {
    const [step] = session.pending;
    if (!step) return;
    if (server.take(session)) {
      // A step that changes nothing by now is in without having a place.
      const isListed = server.steps.some(({ changeId }) => changeId === step.changeId);
      if (!isListed) settle(who, withdrawStep(session, step.changeId));
      return;
    }
    lost.push(step.changeId);
    settle(who, withdrawStep(session, step.changeId));
  };
  let ids = 0;
  for (let at = 0; at < 60; at += 1) {
    const who = draw.integer(0, 2);
    const session = sessions[who];
    if (!session) continue;
    switch (draw.pick(['edit', 'edit', 'edit', 'send', 'send', 'receive', 'replyLost'] as const)) {
      case 'edit': {
        const change = buildChange(draw, session.document, () => `part-${String(who)}-${String(++ids)}`);
        const changeId = `change-${String(at)}`;
        const edited = editDraft(session, changeId, [change]);
        if (!edited.ok || edited.session === session) break;
        sessions[who] = edited.session;
        made.push(changeId);
        break;
      }
      case 'send':
        send(who, session);
        break;
      case 'replyLost':
        server.take(session);
        break;
      case 'receive':
        settle(who, receiveSteps(session, server.steps));
        break;
    }
  }
  for (let turn = 0; turn < 40; turn += 1)
    for (const who of [0, 1, 2]) {
      settle(who, receiveSteps(sessions[who] as DraftSession, server.steps));
      send(who, sessions[who] as DraftSession);
    }
  for (const who of [0, 1, 2]) settle(who, receiveSteps(sessions[who] as DraftSession, server.steps));
  return { server, sessions, made, lost };
}

describe('three people at one draft, with lost and repeated requests', () => {
  test('come to the same draft, with every step in it or shown to its author as a conflict', () => {
    fc.assert(
      fc.property(arbitraryFrom(play), ({ server, sessions, made, lost }) => {
        for (const session of sessions) {
          expect(session.pending).toEqual([]);
          expect(contentOf(session.document)).toEqual(contentOf(server.document));
        }
        const taken = server.steps.map(({ changeId }) => changeId);
        expect(new Set(taken).size).toBe(taken.length);
        for (const changeId of taken) expect(made).toContain(changeId);
        for (const changeId of lost) expect(taken).not.toContain(changeId);
      }),
      { numRuns: 60 },
    );
  });
});

const start = () => {
  const questionnaire = given.questionnaire([given.yesNo(), given.single()]);
  const content = contentOf(
    openDraft({ questionnaire, source: titlesFor(questionnaire), translations: [], accepted: [] }),
  );
  return { content, session: openSession(content, 7) };
};

const title = (part: string, value: string) => ({
  ...({ op: 'text', part, field: 'title', value, was: `Title of ${part}` } as const),
});

describe('a session', () => {
  test('shows a change at once and keeps it until the server has it', () => {
    const { session } = start();
    const edited = editDraft(session, 'change-one', [title('q-single', 'Mine')]);
    if (!edited.ok) throw new Error('a conflict');
    const [step] = edited.session.pending;
    if (!step) throw new Error('nothing pending');
    const { session: after, lost } = receiveSteps(edited.session, [{ ...step, revision: 8 }]);
    expect(lost).toEqual([]);
    expect(after).toMatchObject({ revision: 8, pending: [] });
    expect(contentOf(after.confirmed).source.texts['q-single.title']).toBe('Mine');
  });

  test('lets the changes of others in under its own, and shows both values where both changed the same', () => {
    const { session } = start();
    const mine = editDraft(session, 'mine-one', [title('q-single', 'Mine')]);
    const both = mine.ok ? editDraft(mine.session, 'mine-two', [title('q-yes-no', 'Also mine')]) : mine;
    const theirs = editDraft(session, 'theirs', [title('q-single', 'Theirs')]);
    if (!both.ok || !theirs.ok || !theirs.session.pending[0]) throw new Error('a conflict');
    const { session: after, lost } = receiveSteps(both.session, [
      { ...theirs.session.pending[0], revision: 8 },
    ]);
    expect(lost).toMatchObject([
      {
        step: { changeId: 'mine-one' },
        conflict: {
          reason: 'changed',
          part: 'q-single',
          what: 'text/title',
          found: 'Theirs',
          wanted: 'Mine',
        },
      },
    ]);
    const { texts } = contentOf(after.document).source;
    expect([texts['q-single.title'], texts['q-yes-no.title']]).toEqual(['Theirs', 'Also mine']);
  });

  test('says so when it has missed a step', () => {
    const { session } = start();
    const step = { changeId: 'x', changes: [title('q-single', 'x')], inverse: [], revision: 9 };
    expect(() => receiveSteps(session, [step])).toThrow('missing');
  });
});
