import {
  addressOf,
  createDraft,
  type Endpoint,
  listAccounts,
  listAnswers,
  listAssessments,
  listRounds,
  listVersions,
  readSession,
  type ResponseOf,
} from '@kilim/contracts';
import type { Page } from 'playwright-core';
import type { DemoServer } from './server.js';

/** Addresses of things in the demo, which differ each time it is made. */
export interface Places {
  readonly roundId: string;
  readonly versionId: string;
  /** A draft that begins as that version. */
  readonly draftId: string;
  readonly accountId: string;
  /** The newest assessment of a city, by the city's name. */
  assessmentOf(city: string): string;
  /** A question that the city which has submitted has answered. */
  readonly questionId: string;
}

/** Asks the server for them, as the administrator and the coordinator, who are signed in, see them; begins the draft. */
export async function placesIn(server: DemoServer, coordinator: Page, administrator: Page): Promise<Places> {
  const get = async <E extends Endpoint>(page: Page, endpoint: E, params = {}): Promise<ResponseOf<E>> => {
    const response = await page.request.get(server.origin + addressOf(endpoint.path, params));
    if (!response.ok()) throw new Error(`${endpoint.path}: ${await response.text()}`);
    return (await response.json()) as ResponseOf<E>;
  };
  const { assessments } = await get(coordinator, listAssessments);
  const newestFirst = [...assessments].sort((a, b) => (a.deadline.instant < b.deadline.instant ? 1 : -1));
  const assessmentOf = (city: string): string =>
    first(newestFirst.filter((assessment) => assessment.city.name === city)).id;
  const { answers } = await get(coordinator, listAnswers, { assessmentId: assessmentOf('Port Selda') });
  const versionId = first((await get(coordinator, listVersions)).versions).id;
  return {
    roundId: first((await get(coordinator, listRounds)).rounds).id,
    versionId,
    draftId: await begunDraft(server, coordinator, versionId),
    accountId: first((await get(administrator, listAccounts)).accounts).id,
    questionId: first(answers).questionId,
    assessmentOf,
  };
}

async function begunDraft(server: DemoServer, { request }: Page, versionId: string): Promise<string> {
  const session = await request.get(server.origin + addressOf(readSession.path, {}));
  const { memberships } = (await session.json()) as ResponseOf<typeof readSession>;
  const programme = first(memberships.filter(({ scope }) => scope === 'programme'));
  const response = await request.post(
    server.origin + addressOf(createDraft.path, { programmeId: programme.scopeId ?? '' }),
    { data: { from: { kind: 'version', versionId, version: '2027.1' } } },
  );
  if (!response.ok()) throw new Error(`${createDraft.path}: ${await response.text()}`);
  return ((await response.json()) as ResponseOf<typeof createDraft>).id;
}

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('The demo lacks something that the sweep looks at.');
  return one;
}
