import type { PublishVersion, QuestionnaireVersion, VersionSummary } from '@kilim/contracts';
import {
  checkQuestionnaire,
  type Questionnaire,
  type SourceTexts,
  type TranslatedTexts,
} from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { textRevisionHash, versionHash } from './content-hash.js';
import { placesOf } from './fault-places.js';
import { freeze, newerFirst, newestByLanguage, summaryOf, type FrozenVersion } from './published-version.js';
import { QuestionnairesRepository } from './questionnaires.repository.js';
import type { TextRevisionRow } from './text-revision.entity.js';

/** A questionnaire that was checked, with its hashes. */
export interface PreparedVersion {
  readonly questionnaire: Questionnaire;
  readonly source: SourceTexts;
  readonly hash: string;
  readonly translations: readonly { readonly texts: TranslatedTexts; readonly hash: string }[];
}

/** How many compiled versions are kept at hand; the rest are compiled again when asked for. */
const KEPT_VERSIONS = 100;

/** Published versions: reading them, and publishing a new one. */
@Injectable()
export class QuestionnairesService {
  /** By version id. A version never changes, so what is here is never out of date. */
  readonly #kept = new Map<string, FrozenVersion>();

  constructor(
    private readonly repository: QuestionnairesRepository,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
    private readonly access: Access,
  ) {}

  /** A version ready for answering and scoring. The caller knows that it exists. */
  async version(id: string): Promise<FrozenVersion> {
    const version = await this.#find(id);
    if (!version) throw new Error(`There is no version ${id}, though something is pinned to it.`);
    return version;
  }

  /** What versions are called and pinned by, by id. */
  async summaries(ids: readonly string[]): Promise<ReadonlyMap<string, VersionSummary>> {
    const unique = [...new Set(ids)];
    const texts = await this.repository.findTextHashes(unique);
    const summaries = await Promise.all(
      unique.map(async (id) => {
        const ofVersion = newestByLanguage(texts.filter(({ versionId }) => versionId === id));
        return [id, summaryOf(await this.version(id), ofVersion)] as const;
      }),
    );
    return new Map(summaries);
  }

  /** The versions one may read, newest first. */
  async list(actor: Actor): Promise<readonly VersionSummary[]> {
    const ids = await this.access.visibleVersionIds(actor);
    const versions = await Promise.all(ids.map((id) => this.version(id)));
    const summaries = await this.summaries(ids);
    return versions.sort(newerFirst).flatMap(({ id }) => summaries.get(id) ?? []);
  }

  /** A version with its texts in every language. */
  async read(id: string): Promise<QuestionnaireVersion> {
    const version = await this.#find(id);
    if (!version) throw new Problem('resource.missing');
    const revisions = newestByLanguage(await this.repository.findTexts(id));
    return {
      ...summaryOf(version, revisions),
      questionnaire: version.compiled.questionnaire,
      source: version.source,
      translations: revisions.map(({ texts }) => texts),
    };
  }

  /** The versions of a programme, or of one of its lines, the newest first. */
  versionsOf(programmeId: string, code?: string): Promise<readonly string[]> {
    return this.repository.findVersionIds(programmeId, code);
  }

  /** Who published versions; null for the program itself. */
  authorsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    return this.repository.findAuthors(ids);
  }

  /**
   * Checks a questionnaire and publishes it as a version, the first of its line or not.
   *
   * @throws Problem `questionnaire.faulty` with every fault, `questionnaire.exists`
   */
  async publish(programmeId: string, actorId: string | null, input: PublishVersion): Promise<VersionSummary> {
    const prepared = this.prepare(input);
    return this.unit.write({ actor: actorId }, () => this.freeze(programmeId, prepared));
  }

  /**
   * As `publish`, for the first version of a line: what follows it is written as a draft, compared and signed.
   *
   * @throws Problem `report.missing`, and as `publish`
   */
  async publishFirst(
    programmeId: string,
    actorId: string | null,
    input: PublishVersion,
  ): Promise<VersionSummary> {
    const prepared = this.prepare(input);
    return this.unit.write({ actor: actorId }, async () => {
      const version = await this.freeze(programmeId, prepared);
      const [, earlier] = await this.versionsOf(programmeId, prepared.questionnaire.code);
      if (earlier === undefined) return version;
      throw new Problem('report.missing', {
        detail:
          'There is an earlier version. Begin a draft from this file, compare the two and sign the change report.',
        details: { versionId: earlier },
      });
    });
  }

  /** Checks a questionnaire outside of any unit. @throws Problem `questionnaire.faulty` with every fault */
  prepare(input: PublishVersion): PreparedVersion {
    const check = checkQuestionnaire(input.questionnaire, input.source, input.translations);
    if (!check.ok) {
      const errors = check.faults.filter(({ severity }) => severity === 'error').length;
      throw new Problem('questionnaire.faulty', {
        detail: `The questionnaire has ${String(errors)} fault(s) that must be mended before it can be published.`,
        places: placesOf(check.faults, input.translations),
        details: { faults: check.faults },
      });
    }
    const { questionnaire, source, translations } = check;
    return {
      ...{ questionnaire, source, hash: versionHash(questionnaire, source) },
      translations: translations.map((texts) => ({ texts, hash: textRevisionHash(texts) })),
    };
  }

  /** Freezes a checked questionnaire as a version, inside a unit of work. @throws Problem `questionnaire.exists` */
  async freeze(programmeId: string, prepared: PreparedVersion): Promise<VersionSummary> {
    const { questionnaire, source, translations, hash } = prepared;
    const id = uuidv7();
    // First of all, since it makes two publishers wait for each other: the second then sees the first one's version.
    const { sequence } = await this.chain.append({
      stream: { kind: 'administration' },
      action: 'version.published',
      subjectId: id,
      body: {
        subject: `${questionnaire.code} ${questionnaire.version}`,
        ...{ hash, texts: translations.map((each) => each.hash) },
      },
    });
    const questionnaireId = await this.#lineOf(programmeId, questionnaire.code);
    if (await this.repository.hasVersion(questionnaireId, questionnaire.version, hash)) {
      throw new Problem('questionnaire.exists', {
        detail: `Version ${questionnaire.version} of ${questionnaire.code}, or one with the same content, is published already. Give the version another name.`,
      });
    }
    const at = this.unit.now();
    const by = this.unit.actor();
    const row = {
      ...{ id, questionnaireId, version: questionnaire.version, hash },
      ...{ structure: questionnaire, sourceTexts: source, publishedAt: at, publishedBy: by, sequence },
    };
    await this.repository.addVersion(row);
    const revisions = translations.map(({ texts, hash: revision }): TextRevisionRow => ({
      ...{ id: uuidv7(), versionId: id, language: texts.language, hash: revision, texts },
      ...{ savedAt: at, savedBy: by },
    }));
    await this.repository.addTexts(revisions);
    return summaryOf(freeze(row), revisions);
  }

  /** Adds a text revision, inside a unit of work; who adds it has checked it. */
  async addTexts(id: string, versionId: string, texts: TranslatedTexts): Promise<void> {
    const facts = { language: texts.language, hash: textRevisionHash(texts), texts };
    const when = { savedAt: this.unit.now(), savedBy: this.unit.actor() };
    await this.repository.addTexts([{ id, versionId, ...facts, ...when }]);
  }

  async #lineOf(programmeId: string, code: string): Promise<string> {
    const line = await this.repository.findLine(programmeId, code);
    if (line) return line.id;
    const added = { id: uuidv7(), programmeId, code, createdAt: this.unit.now() };
    await this.repository.addLine(added);
    return added.id;
  }

  async #find(id: string): Promise<FrozenVersion | undefined> {
    const kept = this.#kept.get(id);
    if (kept) return kept;
    const row = await this.repository.findVersion(id);
    if (!row) return undefined;
    const version = freeze(row);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT_VERSIONS && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(id, version);
    return version;
  }
}
