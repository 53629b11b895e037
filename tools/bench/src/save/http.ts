import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressOf, saveAnswers } from '@kilim/contracts';
import { rowOf, type Effort, type Row, type Target } from '../bench.js';
import { runLoad, type Load, type Sender } from '../load/run-load.js';
import type { DatabaseKind } from '../../../../apps/api/src/database/database.js';
import { crowdAt, savesOf, type Answering } from '../../../../apps/api/test/support/crowd.js';
import { beside, inPlace, type Place } from '../../../../apps/api/test/support/place.js';
import { RUN_TYPESCRIPT, ServerProcess } from '../../../../apps/api/test/support/server-process.js';
import { CROWD } from './crowd.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));

/** What part of bare Fastify's throughput a whole autosave should reach, and how many times a plain server's. */
const OF_ECHO = 0.4;
const OF_PLAIN = 5;
/** How many times the echo's 99th percentile ours may be. */
const SLOWEST = 3;

/**
 * A whole autosave over HTTP: session, access, validation, revision, durable commit, event. Beside it bare Fastify that
 * echoes the same bodies, and a plain server of the same behaviour.
 */
export function measureHttp(kind: DatabaseKind, effort: Effort): Promise<readonly Row[]> {
  return inPlace(kind, async (place) => {
    const crowd = await crowdAt(place, CROWD);
    const servers = await startAll(place, crowd);
    try {
      return rowsOf(kind, await measure(servers, crowd, effort));
    } finally {
      for (const server of Object.values(servers)) await server.stop();
    }
  });
}

type Servers = Readonly<Record<'echo' | 'ours' | 'plain', ServerProcess>>;

async function startAll(place: Place, crowd: readonly Answering[]): Promise<Servers> {
  const plain = await beside(place, 'plain');
  const people = path.join(place.folder, 'people.json');
  await writeFile(people, JSON.stringify(crowd));
  const reference = (name: string) => [...RUN_TYPESCRIPT, path.join(HERE, `../references/${name}.ts`)];
  return {
    echo: await ServerProcess.start(reference('echo-server'), path.join(place.folder, 'echo')),
    ours: await ServerProcess.ours(place),
    plain: await ServerProcess.start(reference('plain-server'), plain.folder, {
      PEOPLE: people,
      ...(plain.url === undefined ? { FOLDER: plain.folder } : { URL: plain.url }),
    }),
  };
}

type Round = Readonly<Record<keyof Servers, Load>>;

async function measure(
  servers: Servers,
  crowd: readonly Answering[],
  { rounds, windowMs }: Effort,
): Promise<readonly Round[]> {
  const senders = {
    echo: crowd.map((person) => senderOf(person, '/echo')),
    ours: crowd.map((person) => senderOf(person, addressOf(saveAnswers.path, { ...person }))),
    plain: crowd.map((person) => senderOf(person, `/assessments/${person.assessmentId}/answer-events`)),
  };
  const load = (name: keyof Servers, ms: number) => runLoad(servers[name].port, senders[name], 201, ms);
  for (const name of ['echo', 'ours', 'plain'] as const) await load(name, windowMs);
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    measured.push({
      echo: await load('echo', windowMs),
      ours: await load('ours', windowMs),
      plain: await load('plain', windowMs),
    });
  }
  return measured;
}

/** Sends the same bodies in the same way, whoever answers. */
function senderOf(person: Answering, address: string): Sender {
  const next = savesOf(person);
  const head =
    `POST ${address} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: keep-alive\r\n` +
    `content-type: application/json\r\ncookie: ${person.cookie}\r\n`;
  return { next: () => ({ head, body: JSON.stringify({ saves: [next()] }) }) };
}

function rowsOf(kind: DatabaseKind, rounds: readonly Round[]): readonly Row[] {
  const against = (
    of: string,
    unit: string,
    target: Target,
    figure: 'perSecond' | 'p99',
    baseline: keyof Round,
  ): Row =>
    rowOf(
      { name: `save.http.${kind}.${of}`, unit, target },
      rounds.map((round) => ({ value: round.ours[figure], baseline: round[baseline][figure] })),
    );
  return [
    against('echo', 'saves/s of 256 people', { atLeast: OF_ECHO }, 'perSecond', 'echo'),
    against('plain', 'saves/s of 256 people', { atLeast: OF_PLAIN }, 'perSecond', 'plain'),
    against('p99', 'ms, 99th percentile', { atMost: SLOWEST }, 'p99', 'echo'),
  ];
}
