import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  addressOf,
  listAnswers,
  listAssessments,
  readAssessmentHistory,
  readVersion,
  saveAnswers,
  signIn,
  type Assessment,
  type Endpoint,
  type QuestionnaireVersion,
  type ResponseOf,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { DemoAccount } from '../src/demo/demo-accounts.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const WRITERS = 8;
const KILLS = 2;
/** How many saves are acknowledged before each kill, and after the last. */
const STRETCH = 60;

let dataDir: string;
let server: ChildProcess | undefined;
let url = '';
let cookie = '';

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'kilim-kill-'));
});
afterAll(async () => {
  server?.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

test('killing the server in the middle of saves loses no answer that it acknowledged', async () => {
  await start();
  cookie = await signInAsLead();
  const { assessments } = await get(listAssessments, {});
  const assessment = assessments[0] as Assessment;
  const version = await get(readVersion, { versionId: assessment.version.id });

  const acknowledged: string[] = [];
  const load = { isOver: false };
  const revisions = await revisionsOf(assessment.id);
  const writers = questionsOf(version, WRITERS).map((question) =>
    write(assessment, question, revisions.get(question) ?? 0, acknowledged, load),
  );
  // A writer that is refused fails the trial at once, not only when all are waited for.
  const written = Promise.all(writers);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await Promise.race([written, until(acknowledged, STRETCH)]);
    await die();
    await start();
  }
  await Promise.race([written, until(acknowledged, STRETCH)]);
  load.isOver = true;
  await written;

  const kept = new Set(await eventIds(assessment.id));
  expect(acknowledged.filter((eventId) => !kept.has(eventId))).toEqual([]);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  await stop();
  expect(await Promise.all([command('verify-audit'), command('rebuild')])).toEqual([0, 0]);
}, 120_000);

/** Resolves when so many more saves have been acknowledged. */
async function until(acknowledged: readonly string[], more: number): Promise<void> {
  const goal = acknowledged.length + more;
  while (acknowledged.length < goal) await pause(5);
}

/** Changes one answer again and again; what fails is sent again as it was, as the form does. */
async function write(
  assessment: Assessment,
  questionId: string,
  from: number,
  acknowledged: string[],
  load: { readonly isOver: boolean },
): Promise<void> {
  const [texts] = assessment.version.languages;
  for (let revision = from; !load.isOver; revision += 1) {
    const save = {
      ...{ saveId: uuidv7(), questionId, instanceId: '' as const, baseRevision: revision },
      ...{ language: 'en', textRevision: texts?.textRevision ?? '' },
      ...{ kind: 'set' as const, value: revision },
    };
    const eventId = await untilAcknowledged(assessment.id, { saves: [save] });
    acknowledged.push(eventId);
  }
}

async function untilAcknowledged(assessmentId: string, body: object): Promise<string> {
  for (;;) {
    try {
      const response = await fetch(`${url}${addressOf(saveAnswers.path, { assessmentId })}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as ResponseOf<typeof saveAnswers>;
      if (response.status !== 201) throw new Refused(JSON.stringify(answer));
      return answer.answers[0]?.eventId ?? '';
    } catch (error) {
      // A server that is not there is what this is about; one that refuses is a failure.
      if (error instanceof Refused) throw error;
      await pause(50);
    }
  }
}

class Refused extends Error {}

async function revisionsOf(assessmentId: string): Promise<ReadonlyMap<string, number>> {
  const { answers } = await get(listAnswers, { assessmentId });
  return new Map(answers.map(({ questionId, revision }) => [questionId, revision]));
}

async function eventIds(assessmentId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let before: string | undefined;
  do {
    const page: ResponseOf<typeof readAssessmentHistory> = await get(
      readAssessmentHistory,
      { assessmentId },
      { limit: 200, before },
    );
    ids.push(...page.entries.map(({ id }) => id));
    before = page.next;
  } while (before !== undefined);
  return ids;
}

function questionsOf(version: QuestionnaireVersion, count: number): readonly string[] {
  return version.questionnaire.sections
    .flatMap((section) => section.questions.map(({ id }) => id))
    .slice(-count);
}

async function get<E extends Endpoint>(
  endpoint: E,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | number | undefined>> = {},
): Promise<ResponseOf<E>> {
  const response = await fetch(`${url}${addressOf(endpoint.path, params, query)}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return (await response.json()) as ResponseOf<E>;
}

async function signInAsLead(): Promise<string> {
  const accounts = JSON.parse(
    await readFile(path.join(dataDir, 'demo-accounts.json'), 'utf8'),
  ) as DemoAccount[];
  const lead = accounts.find(({ role, city }) => role === 'cityLead' && city === 'Linnesund');
  const response = await fetch(`${url}${addressOf(signIn.path)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: lead?.email, password: lead?.password }),
  });
  expect(response.status).toBe(200);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Starts the server of the sources on a free port; resolves once it listens. */
async function start(): Promise<void> {
  const child = run(['src/main.ts']);
  server = child;
  url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /listens on (http:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', () => reject(new Error(`The server ended: ${output}`)));
  });
}

/** Kills the server as a power cut would: it gets no chance to finish anything. */
function die(): Promise<void> {
  return end('SIGKILL');
}

function stop(): Promise<void> {
  return end('SIGTERM');
}

async function end(signal: NodeJS.Signals): Promise<void> {
  const child = server;
  if (!child) throw new Error('There is no server to end.');
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await ended;
}

/** Runs an operator's command; answers its exit code. */
function command(name: string): Promise<number | null> {
  const child = run(['src/commands/main.ts', name]);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

function run(program: readonly string[]): ChildProcess {
  const loader = ['--conditions=source', '--import', './test/support/run-typescript.js'];
  return spawn(process.execPath, [...loader, ...program], {
    cwd: path.join(HERE, '..'),
    env: {
      PORT: '0',
      DATA_DIR: dataDir,
      KILIM_MODE: 'demo',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
