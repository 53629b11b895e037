import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AssessmentState } from '@kilim/contracts';
import type { Questionnaire, SourceTexts, TranslatedTexts } from '@kilim/indicators';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uuidv7 } from 'uuidv7';
import { AssessmentRow } from '../../src/assessments/assessment.entity.js';
import { Chain } from '../../src/audit/chain.js';
import { CityRow } from '../../src/cities/city.entity.js';
import { insertRow } from '../../src/database/insert-row.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { textRevisionHash, versionHash } from '../../src/questionnaires/content-hash.js';
import { QuestionnaireVersionRow } from '../../src/questionnaires/questionnaire-version.entity.js';
import { QuestionnaireRow } from '../../src/questionnaires/questionnaire.entity.js';
import { TextRevisionRow } from '../../src/questionnaires/text-revision.entity.js';
import { ProgrammeRow } from '../../src/rounds/programme.entity.js';
import { RoundRow } from '../../src/rounds/round.entity.js';

/** What of the app or the core is needed to write rows. */
export interface Writing {
  readonly unit: UnitOfWork;
  readonly chain: Chain;
}

/** A deadline far away. */
const DEADLINE = {
  deadlineLocal: '2099-12-31T23:59',
  deadlineZone: 'Europe/Warsaw',
  deadlineInstant: '2099-12-31T22:59:59.999Z',
} as const;

/** A programme with one version, one open round, and as many cities in it as asked for. */
export interface GivenRound {
  readonly programmeId: string;
  readonly questionnaireId: string;
  readonly versionId: string;
  readonly roundId: string;
  readonly cities: readonly { readonly cityId: string; readonly assessmentId: string }[];
}

/** The parts of a running app that write. */
export function writingOf(app: NestFastifyApplication): Writing {
  return { unit: app.get(UnitOfWork), chain: app.get(Chain) };
}

interface RoundWanted {
  readonly cities?: number;
  readonly state?: AssessmentState;
  /** The catalogue's unless given. */
  readonly version?: GivenVersion;
}

/** Makes a programme of its own: nothing of it lies within another one. */
export async function givenRound(
  writing: Writing,
  { cities = 1, state = 'inProgress', version = catalogue() }: RoundWanted = {},
): Promise<GivenRound> {
  const { structure, sourceTexts, translations, hash } = version;
  const ids = { programmeId: uuidv7(), questionnaireId: uuidv7(), versionId: uuidv7(), roundId: uuidv7() };
  const { programmeId, questionnaireId, versionId, roundId } = ids;
  return writing.unit.write({ actor: null }, async () => {
    const manager = writing.unit.manager();
    const at = writing.unit.now();
    await insertRow(manager, ProgrammeRow, { id: programmeId, name: 'Test programme', createdAt: at });
    const line = { id: questionnaireId, programmeId, code: structure.code, createdAt: at };
    await insertRow(manager, QuestionnaireRow, line);
    await insertRow(manager, QuestionnaireVersionRow, {
      ...{ id: versionId, questionnaireId, version: structure.version, hash, structure, sourceTexts },
      ...{ publishedAt: at, publishedBy: null, sequence: null },
    });
    for (const texts of translations) {
      const revision = { id: uuidv7(), versionId, language: texts.language, hash: textRevisionHash(texts) };
      await insertRow(manager, TextRevisionRow, { ...revision, texts, savedAt: at, savedBy: null });
    }
    await insertRow(manager, RoundRow, {
      ...{ id: roundId, programmeId, name: 'Test round', kind: 'practice', versionId },
      ...{ ...DEADLINE, openedAt: at },
    });
    const made = [];
    for (let index = 0; index < cities; index += 1) {
      made.push(await givenCity(writing, { programmeId, roundId, versionId, hash, state }, index));
    }
    await writing.chain.append({
      stream: { kind: 'administration' },
      action: 'round.opened',
      subjectId: roundId,
    });
    return { ...ids, cities: made };
  });
}

async function givenCity(
  { unit }: Writing,
  within: { programmeId: string; roundId: string; versionId: string; hash: string; state: AssessmentState },
  index: number,
): Promise<{ cityId: string; assessmentId: string }> {
  const { programmeId, roundId, versionId, hash, state } = within;
  const at = unit.now();
  const city = { id: uuidv7(), programmeId, name: `Testville ${String(index + 1)}`, country: 'Testland' };
  await insertRow(unit.manager(), CityRow, {
    ...city,
    zone: 'Europe/Warsaw',
    fictional: true,
    createdAt: at,
  });
  const assessmentId = uuidv7();
  await insertRow(unit.manager(), AssessmentRow, {
    ...{ id: assessmentId, roundId, cityId: city.id, versionId, versionHash: hash, state, stateSince: at },
    ...{ deadlineLocal: null, deadlineZone: null, deadlineInstant: null, revision: 1, createdAt: at },
    openQuestions: null,
  });
  return { cityId: city.id, assessmentId };
}

/** A version of a questionnaire as it is written down. */
export interface GivenVersion {
  readonly structure: Questionnaire;
  readonly sourceTexts: SourceTexts;
  readonly translations: readonly TranslatedTexts[];
  /** The version's hash. */
  readonly hash: string;
  /** What names the source texts as a text revision. */
  readonly sourceRevision: string;
}

let read: GivenVersion | undefined;

/** The version that the catalogue ships: read and hashed once per suite, so change only copies of it. */
export function catalogue(): GivenVersion {
  read ??= readCatalogue();
  return read;
}

function readCatalogue(): GivenVersion {
  const require = createRequire(import.meta.url);
  const parse = (name: string): unknown =>
    JSON.parse(
      readFileSync(require.resolve(`@kilim/indicators/catalogue/intercultural/2026.1/${name}`), 'utf8'),
    );
  const structure = parse('questionnaire.json') as Questionnaire;
  const sourceTexts = parse('texts.en.json') as SourceTexts;
  return {
    ...{ structure, sourceTexts, translations: [parse('texts.pl.json') as TranslatedTexts] },
    hash: versionHash(structure, sourceTexts),
    sourceRevision: textRevisionHash(sourceTexts),
  };
}
