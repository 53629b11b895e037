import { changeDraft, type DraftSummary } from '@kilim/contracts';
import { openDraft, type DraftChange, type DraftContent, type Question } from '@kilim/indicators';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { DraftWriter } from '../src/drafts/draft-writer.js';
import type { TestActor } from './support/actors.js';
import { startApp, type RunningApp } from './support/app.js';
import { makeSqlite } from './support/databases.js';
import { catalogue } from './support/given.js';
import { givenScene, type Scene } from './support/scene.js';

let running: RunningApp;
let scene: Scene;
let ola: TestActor;
beforeAll(async () => {
  running = await startApp(makeSqlite);
  scene = await givenScene(running);
  ola = scene.coordinator;
});
afterAll(() => running.close());

/** The shipped questions over and over, each with its texts in two languages, until there are so many. */
function contentOfSize(questions: number): DraftContent {
  const { structure, sourceTexts, translations } = catalogue();
  const [polish] = translations;
  const all = structure.sections.flatMap((section) => section.questions);
  const source: Record<string, string> = {};
  const translated: NonNullable<typeof polish>['texts'] = {};
  const made = Array.from({ length: questions }, (_, at): Question => {
    const question = all[at % all.length] as Question;
    const renamed = JSON.parse(
      JSON.stringify(question).replaceAll(/"id":"([^"]+)"/g, (_match, id: string) => {
        const renewed = `n${String(at)}-${id}`.slice(0, 40);
        for (const field of ['title', 'help', 'example', 'evidence']) {
          const [text, translation] = [sourceTexts.texts[`${id}.${field}`], polish?.texts[`${id}.${field}`]];
          if (text !== undefined) source[`${renewed}.${field}`] = text;
          if (translation) translated[`${renewed}.${field}`] = translation;
        }
        return `"id":"${renewed}"`;
      }),
    ) as Question;
    return { ...renamed, code: `Q.${String(at)}` };
  });
  const sections = Array.from({ length: Math.ceil(questions / 20) }, (_, at) => ({
    ...{ id: `section-${String(at)}`, code: `S.${String(at)}` },
    questions: made.slice(at * 20, at * 20 + 20),
  }));
  return {
    questionnaire: { ...structure, sections },
    source: { language: 'en', texts: source },
    translations: [{ language: 'pl', texts: translated }],
    accepted: [],
  };
}

async function givenDraftOfSize(questions: number): Promise<Pick<DraftSummary, 'id'> & { part: string }> {
  const document = openDraft(contentOfSize(questions));
  const row = await running.app
    .get(UnitOfWork)
    .write({ actor: ola.accountId }, () =>
      running.app.get(DraftWriter).begin(scene.programmeId, document, null),
    );
  return { id: row.id, part: document.questionnaire.sections[1]?.questions[3]?.id ?? '' };
}

/** Of one change: how long the processor works on it, and what travels for it both ways. */
interface Cost {
  readonly ms: number;
  readonly bytes: number;
}

/** Sends some single changes, one after the other. */
async function cost(draft: { id: string; part: string; revision: number; was?: string }) {
  const count = 12;
  let bytes = 0;
  const began = process.cpuUsage();
  for (let at = 0; at < count; at += 1) {
    const value = `Help ${String(draft.revision)}`;
    const change: DraftChange = {
      op: 'text',
      part: draft.part,
      field: 'example',
      value,
      ...(draft.was !== undefined && { was: draft.was }),
    };
    const body = JSON.stringify({ changeId: uuidv7(), baseRevision: draft.revision, changes: [change] });
    const response = await running.fetch(`/api${changeDraft.path.replace(':draftId', draft.id)}`, {
      ...{ method: 'POST', body },
      headers: { cookie: ola.cookie, 'content-type': 'application/json' },
    });
    const answer = await response.text();
    if (response.status !== 201) throw new Error(answer);
    bytes += body.length + answer.length;
    draft.revision += 1;
    draft.was = value;
  }
  const { user, system } = process.cpuUsage(began);
  return { ms: (user + system) / 1000 / count, bytes: bytes / count };
}

test('a change of a draft of 500 questions takes as many bytes and about as long as of one of 100', async () => {
  const begin = async (questions: number) => {
    const { id, part } = await givenDraftOfSize(questions);
    const example = openDraft(contentOfSize(questions)).texts.get(part)?.source.example;
    return { id, part, revision: 1, ...(example !== undefined && { was: example }) };
  };
  const [small, large] = [await begin(100), await begin(500)];
  // The first change opens the draft.
  await cost(small);
  await cost(large);
  const rounds: (readonly [Cost, Cost])[] = [];
  for (let round = 0; round < 6; round += 1) rounds.push([await cost(small), await cost(large)] as const);
  // The least of several rounds, taken in turns: what else the machine does only ever adds.
  const least = (which: 0 | 1, what: 'ms' | 'bytes') => Math.min(...rounds.map((each) => each[which][what]));
  expect(least(1, 'ms') / least(0, 'ms')).toBeLessThan(1.5);
  expect(least(1, 'bytes') / least(0, 'bytes')).toBeLessThan(1.1);
  expect(least(1, 'bytes')).toBeLessThan(2000);
});
