import { type Permission, PERMISSIONS, type Role, takeTransition, TRANSITIONS } from '@kilim/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import {
  asAdministrator,
  asCity,
  asContributor,
  asCoordinator,
  asExpert,
  asPartner,
  givenActor,
  type TestActor,
} from './support/actors.js';
import { call, type RunningApp, startApp } from './support/app.js';
import { makeSqlite } from './support/databases.js';
import { givenDescribedFile } from './support/files.js';
import { givenDraft, givenReport } from './support/given-draft.js';
import { type GivenRound, givenRound, writingOf } from './support/given.js';

const PEOPLE = [
  'anonymous',
  'nobody',
  'administrator',
  'coordinator',
  'partner',
  'cityLead',
  'cityContributor',
  'expert',
] as const;
type Who = (typeof PEOPLE)[number];

/** What becomes of a request: let through (whatever comes of it then), or refused with this status. */
type Outcome = 'in' | 401 | 403 | 404;

/** In the order of {@link PEOPLE}. */
type Row = readonly [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome];

const everybody: Row = ['in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'];
const signedIn: Row = [401, 'in', 'in', 'in', 'in', 'in', 'in', 'in'];
/** A draft is seen by its programme's coordinators, and read by the administrator. */
const authors: Row = [401, 404, 'in', 'in', 404, 404, 404, 404];
const authorsWriting: Row = [401, 404, 403, 'in', 404, 404, 404, 404];
const readers: Row = [401, 404, 'in', 'in', 'in', 'in', 'in', 'in'];

/**
 * Who gets through where, in the scope of their own role. Reviewed by hand: it repeats the contract's permission table
 * on purpose. A served route without a row fails.
 */
const TABLE: Readonly<Record<string, Row>> = {
  //                                                                   anon none  adm   coord part  lead  contr expert
  'POST /api/session': everybody,
  'GET /api/session': signedIn,
  'DELETE /api/session': signedIn,
  'GET /api/openapi.json': everybody,
  'GET /api/rounds': signedIn,
  'GET /api/rounds/:roundId': [401, 404, 'in', 'in', 'in', 403, 403, 'in'],
  'GET /api/questionnaire-versions': signedIn,
  'GET /api/questionnaire-versions/:versionId': readers,
  'POST /api/programmes/:programmeId/questionnaire-versions': [401, 404, 403, 'in', 403, 403, 403, 403],
  'GET /api/programmes/:programmeId/drafts': [401, 404, 'in', 'in', 403, 403, 403, 403],
  'POST /api/programmes/:programmeId/drafts': [401, 404, 403, 'in', 403, 403, 403, 403],
  'GET /api/drafts/:draftId': authors,
  'POST /api/drafts/:draftId/changes': authorsWriting,
  'GET /api/drafts/:draftId/steps': authors,
  'GET /api/drafts/:draftId/history': authors,
  'POST /api/drafts/:draftId/undo': authorsWriting,
  'POST /api/drafts/:draftId/redo': authorsWriting,
  'POST /api/drafts/:draftId/restorations': authorsWriting,
  'DELETE /api/drafts/:draftId': authorsWriting,
  'POST /api/drafts/:draftId/recovery': authorsWriting,
  'GET /api/drafts/:draftId/checks': authors,
  'GET /api/drafts/:draftId/events': authors,
  'PUT /api/drafts/:draftId/authors/:visitId': authors,
  'DELETE /api/drafts/:draftId/authors/:visitId': authors,
  'GET /api/programmes/:programmeId/library': [401, 404, 'in', 'in', 403, 403, 403, 403],
  'POST /api/programmes/:programmeId/imports': [401, 404, 403, 'in', 403, 403, 403, 403],
  'GET /api/drafts/:draftId/export': authors,
  'GET /api/questionnaire-versions/:versionId/export': readers,
  'GET /api/drafts/:draftId/translations': authors,
  'POST /api/drafts/:draftId/translations': authorsWriting,
  'GET /api/programmes/:programmeId/questionnaire-versions': [401, 404, 'in', 'in', 403, 403, 403, 403],
  'POST /api/drafts/:draftId/change-reports': authorsWriting,
  'GET /api/drafts/:draftId/change-reports': authors,
  'GET /api/drafts/:draftId/change-reports/:reportId': authors,
  'POST /api/drafts/:draftId/change-reports/:reportId/signature': authorsWriting,
  'POST /api/drafts/:draftId/publication': authorsWriting,
  'POST /api/questionnaire-versions/:versionId/retirement': [401, 404, 403, 'in', 403, 403, 403, 403],
  'DELETE /api/questionnaire-versions/:versionId/retirement': [401, 404, 403, 'in', 403, 403, 403, 403],
  'POST /api/questionnaire-versions/:versionId/texts': [401, 404, 403, 'in', 403, 403, 403, 403],
  'GET /api/published-figures': signedIn,
  'GET /api/assessments': signedIn,
  'GET /api/assessments/:assessmentId': readers,
  'POST /api/assessments/:assessmentId/transitions': readers,
  'GET /api/assessments/:assessmentId/scorecard': readers,
  'GET /api/assessments/:assessmentId/benchmark': readers,
  'GET /api/assessments/:assessmentId/earlier': readers,
  'GET /api/assessments/:assessmentId/answers': readers,
  'POST /api/assessments/:assessmentId/answer-events': [401, 404, 403, 403, 403, 'in', 'in', 403],
  'GET /api/assessments/:assessmentId/events': readers,
  'PUT /api/assessments/:assessmentId/visitors/:visitId': readers,
  'DELETE /api/assessments/:assessmentId/visitors/:visitId': readers,
  'GET /api/assessments/:assessmentId/evidence': readers,
  'POST /api/assessments/:assessmentId/evidence': [401, 404, 403, 403, 403, 'in', 'in', 403],
  'POST /api/assessments/:assessmentId/evidence/:evidenceId/links': [
    401,
    404,
    403,
    403,
    403,
    'in',
    'in',
    403,
  ],
  'PUT /api/assessments/:assessmentId/files/:fileId': [401, 404, 403, 403, 403, 'in', 'in', 403],
  'GET /api/assessments/:assessmentId/files/:fileId': readers,
  'DELETE /api/assessments/:assessmentId/files/:fileId': [401, 404, 403, 403, 403, 'in', 'in', 403],
  'GET /api/assessments/:assessmentId/findings': readers,
  'POST /api/assessments/:assessmentId/findings': [401, 404, 403, 403, 403, 403, 403, 'in'],
  'GET /api/assessments/:assessmentId/clarifications': readers,
  'POST /api/assessments/:assessmentId/clarifications': [401, 404, 403, 403, 403, 403, 403, 'in'],
  'POST /api/assessments/:assessmentId/clarifications/:clarificationId/answer': [
    401,
    404,
    403,
    403,
    403,
    'in',
    'in',
    403,
  ],
  'POST /api/assessments/:assessmentId/clarifications/:clarificationId/withdrawal': [
    401,
    404,
    403,
    403,
    403,
    403,
    403,
    'in',
  ],
  'GET /api/assessments/:assessmentId/history': readers,
  'GET /api/history': [401, 403, 'in', 403, 403, 403, 403, 403],
  'GET /api/history/export': [401, 403, 'in', 403, 403, 403, 403, 403],
  'GET /api/accounts': [401, 403, 'in', 'in', 403, 'in', 403, 403],
  'GET /api/grant-places': [401, 403, 'in', 'in', 403, 'in', 403, 403],
  'POST /api/accounts': [401, 403, 'in', 'in', 403, 'in', 403, 403],
  'POST /api/accounts/:accountId/invitations': [401, 404, 'in', 403, 404, 403, 403, 404],
  'PUT /api/accounts/:accountId/state': [401, 404, 'in', 403, 404, 403, 403, 404],
  'POST /api/accounts/:accountId/memberships': [401, 404, 'in', 'in', 404, 'in', 403, 404],
  // There is no such membership: whoever may end some is told so.
  'DELETE /api/accounts/:accountId/memberships/:membershipId': [401, 404, 404, 404, 404, 404, 403, 404],
  'POST /api/invitations/look': everybody,
  'POST /api/invitations/accept': everybody,
};

/** A file of evidence of the city that is one's own; what a person may do with it depends on the city. */
const FILE_ID = uuidv7();

let running: RunningApp;
let own: GivenRound & { readonly draftId: string };
let other: GivenRound & { readonly draftId: string };
let people: Record<Who, Pick<TestActor, 'cookie'>>;
/** A contributor of the first city of each round, by round. */
const colleagues = new Map<string, string>();

beforeAll(async () => {
  running = await startApp(makeSqlite);
  // A second city in the same round: what is next door is foreign, too.
  own = await withDraft(await givenRound(writingOf(running.app), { cities: 2 }));
  other = await withDraft(await givenRound(writingOf(running.app)));
  people = await peopleOf(own);
  for (const { roundId, cities } of [own, other]) {
    const { accountId } = await asContributor(running, cities[0]?.cityId ?? '');
    colleagues.set(roundId, accountId);
  }
  await givenDescribedFile(running, own.cities[0]?.assessmentId ?? '', FILE_ID);
});
afterAll(() => running.close());

/** A change report of each draft. */
const reportOf = new Map<string, string>();

async function withDraft(round: GivenRound): Promise<GivenRound & { readonly draftId: string }> {
  const { programmeId } = round;
  const coordinator = await asCoordinator(running, programmeId);
  const { id: draftId } = await givenDraft(running, coordinator, programmeId);
  reportOf.set(draftId, (await givenReport(running, coordinator, draftId, round.versionId)).id);
  return { ...round, draftId };
}

async function peopleOf(round: GivenRound): Promise<Record<Who, Pick<TestActor, 'cookie'>>> {
  const { cityId = '', assessmentId = '' } = round.cities[0] ?? {};
  return {
    anonymous: { cookie: '' },
    nobody: await givenActor(running),
    administrator: await asAdministrator(running),
    coordinator: await asCoordinator(running, round.programmeId),
    partner: await asPartner(running, round.roundId),
    cityLead: await asCity(running, cityId),
    cityContributor: await asContributor(running, cityId),
    expert: await asExpert(running, assessmentId),
  };
}

type Ids = Readonly<
  Record<
    | 'assessmentId'
    | 'roundId'
    | 'versionId'
    | 'programmeId'
    | 'evidenceId'
    | 'fileId'
    | 'clarificationId'
    | 'draftId'
    | 'reportId'
    | 'visitId'
    | 'accountId'
    | 'membershipId',
    string
  >
>;

function idsOf(round: GivenRound & { readonly draftId: string }, city = 0): Ids {
  const { roundId, versionId, programmeId, draftId } = round;
  return {
    assessmentId: round.cities[city]?.assessmentId ?? '',
    evidenceId: uuidv7(),
    fileId: FILE_ID,
    visitId: uuidv7(),
    accountId: colleagues.get(round.roundId) ?? '',
    membershipId: uuidv7(),
    clarificationId: uuidv7(),
    roundId,
    versionId,
    programmeId,
    draftId,
    reportId: reportOf.get(draftId) ?? '',
  };
}

const sameId = (id: string): Ids => ({
  assessmentId: id,
  evidenceId: id,
  fileId: id,
  visitId: id,
  accountId: id,
  membershipId: id,
  clarificationId: id,
  roundId: id,
  versionId: id,
  programmeId: id,
  draftId: id,
  reportId: id,
});

async function send(route: string, ids: Ids, who: Who) {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(/:(\w+)/g, (_match, name: keyof Ids) => ids[name]);
  const takesBody = method === 'POST';
  const response = await running.fetch(address, {
    method,
    headers: { cookie: people[who].cookie, ...(takesBody ? { 'content-type': 'application/json' } : {}) },
    ...(takesBody ? { body: '{}' } : {}),
  });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    // It would never end by itself.
    await response.body?.cancel();
    return { status: response.status, text: '' };
  }
  const text = await response.text();
  return { status: response.status, text };
}

function outcomeOf(status: number, text: string): Outcome {
  if (status >= 500) throw new Error(`The server failed: ${text}`);
  // E-mail and password that don't fit are an answer of the handler, not of the guard.
  if (text.includes('"session.refused"')) return 'in';
  return status === 401 || status === 403 || status === 404 ? status : 'in';
}

/** Signing out would end the session that the next request needs. */
async function freshIfSigningOut(route: string, who: Who): Promise<void> {
  if (route !== 'DELETE /api/session' || who === 'anonymous') return;
  people = { ...people, [who]: (await peopleOf(own))[who] };
}

test('every route of the API that is served has a row, and every row is served', () => {
  const served = running.routes
    .filter(({ method, path }) => method !== 'HEAD' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);
  expect(served.sort()).toEqual(Object.keys(TABLE).sort());
});

describe.each(Object.entries(TABLE))('%s', (route, row) => {
  test('lets through exactly those who may, on what is theirs', async () => {
    const outcomes: Outcome[] = [];
    for (const who of PEOPLE) {
      const { status, text } = await send(route, idsOf(own), who);
      outcomes.push(outcomeOf(status, text));
      await freshIfSigningOut(route, who);
    }
    expect(Object.fromEntries(PEOPLE.map((who, index) => [who, outcomes[index]]))).toEqual(
      Object.fromEntries(PEOPLE.map((who, index) => [who, row[index]])),
    );
  });

  if (!route.includes('/:')) return;

  test('answers foreign, unknown and malformed ids alike, and as if there were nothing', async () => {
    for (const who of PEOPLE) {
      if (who === 'anonymous') continue;
      const seesAll = who === 'administrator';
      const foreign = seesAll ? [] : [await send(route, idsOf(other), who)];
      const unknown = await send(route, sameId(uuidv7()), who);
      const malformed = await send(route, sameId('not-an-id'), who);
      const answers = [...foreign, unknown, malformed].map(({ status, text }) => ({
        status,
        text: text.replace(/"requestId":"[^"]+"/, ''),
      }));
      for (const answer of answers) {
        expect({ who, ...answer }).toEqual({ who, ...answers[0] });
        expect({ who, status: answer.status }).toEqual({ who, status: 404 });
      }
    }
  });

  if (!route.includes(':assessmentId')) return;

  test.each<Who>(['cityLead', 'cityContributor', 'expert'])(
    'is closed for %s on the city next door',
    async (who) => {
      expect((await send(route, idsOf(own, 1), who)).status).toBe(404);
    },
  );
});

describe('the permission table', () => {
  const rolesWith = (permission: Permission): readonly Role[] => PERMISSIONS[permission];

  test.each(takeTransition.body?.shape.transition.options ?? [])(
    'says who may take the step %s; everybody else inside gets 403',
    async (transition) => {
      const { from, permission } = TRANSITIONS[transition];
      const state = from[0] ?? 'inProgress';
      const round = await givenRound(writingOf(running.app), { state });
      const params = { assessmentId: round.cities[0]?.assessmentId ?? '' };
      const inside = await peopleOf(round);
      for (const who of PEOPLE) {
        if (who === 'anonymous' || who === 'nobody' || rolesWith(permission).includes(who)) continue;
        const body = { transition, from: state, reason: 'Because of a test.' };
        const answer = await call(running, takeTransition, { params, body }, inside[who].cookie);
        expect({ who, code: answer.problem.code }).toEqual({ who, code: 'access.forbidden' });
      }
    },
  );

  test('is obeyed by the one administrator: sees everything, edits no answer', () => {
    const edits: readonly Permission[] = [
      'answer:write',
      'evidence:write',
      'finding:write',
      'assessment:submit',
    ];
    for (const permission of edits) expect(rolesWith(permission)).not.toContain('administrator');
  });

  test('gives a role in a part of a programme nothing to change on the whole', async () => {
    const coordinatorOfRound = await givenActor(running, [
      { role: 'coordinator', scope: 'round', scopeId: own.roundId },
    ]);
    const response = await running.fetch(`/api/programmes/${own.programmeId}/questionnaire-versions`, {
      method: 'POST',
      headers: { cookie: coordinatorOfRound.cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(403);
  });
});
