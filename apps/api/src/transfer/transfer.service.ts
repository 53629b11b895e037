import type { DraftSummary, ExportFormat, ImportFormat, ImportReport } from '@kilim/contracts';
import { contentOf, type DraftContent } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Actor } from '../access/actor.js';
import { DraftKeeper } from '../drafts/draft-keeper.js';
import { DraftSteps } from '../drafts/draft-steps.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import type { ByteBody } from '../http/byte-bodies.js';
import { Problem } from '../http/problem.js';
import { readWhole } from '../http/whole-body.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { EXPORTERS } from './export-formats.js';
import { IMPORTERS } from './import-formats.js';
import { reportOf } from './import-report.js';

/** The largest file that is taken in: a questionnaire of 2,000 questions in ten languages has about 8 MB. */
const MOST_BYTES = 10_000_000;

/** A file on its way to somebody. */
export interface NamedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Questionnaires as files, in and out. */
@Injectable()
export class Transfer {
  constructor(
    private readonly drafts: DraftsService,
    private readonly keeper: DraftKeeper,
    private readonly steps: DraftSteps,
    private readonly questionnaires: QuestionnairesService,
  ) {}

  /**
   * Says what is in a file, and makes a draft of it if asked to.
   *
   * @throws Problem `import.unreadable`, `import.faulty`, `request.tooLarge`
   */
  async import(
    actor: Actor,
    programmeId: string,
    body: ByteBody,
    wanted: { readonly format: ImportFormat; readonly apply: boolean; readonly version?: string | undefined },
  ): Promise<{ readonly report: ImportReport; readonly draft?: DraftSummary }> {
    const json = parse(await readWhole(body, MOST_BYTES));
    const imported = IMPORTERS[wanted.format](json, uuidv7);
    if (!imported.ok) throw new Problem('import.faulty', { details: { faults: imported.faults } });
    const content = named(imported.content, wanted.version);
    const report = reportOf(wanted.format, content, imported.losses);
    if (!wanted.apply) return { report };
    return { report, draft: await this.drafts.begin(actor, programmeId, content) };
  }

  /** @throws Problem `export.faulty` */
  async ofDraft(draftId: string, format: ExportFormat): Promise<NamedFile> {
    const { revision } = await this.steps.find(draftId);
    return written(format, contentOf(await this.keeper.at(draftId, revision)));
  }

  async ofVersion(versionId: string, format: ExportFormat): Promise<NamedFile> {
    const { questionnaire, source, translations } = await this.questionnaires.read(versionId);
    return written(format, { questionnaire, source, translations: [...translations], accepted: [] });
  }
}

function parse(file: Buffer): unknown {
  try {
    // Editors on Windows put a byte order mark first.
    return JSON.parse(file.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = `The file is no JSON: ${String((error as { message?: unknown }).message)}.`;
    throw new Problem('import.unreadable', { detail: detail.slice(0, 500), cause: error });
  }
}

function named(content: DraftContent, version: string | undefined): DraftContent {
  return version === undefined
    ? content
    : { ...content, questionnaire: { ...content.questionnaire, version } };
}

function written(format: ExportFormat, content: DraftContent): NamedFile {
  const document = EXPORTERS[format](content);
  if (document === undefined)
    throw new Problem('export.faulty', {
      detail: 'Mend the errors first: this format can not be written with them.',
    });
  const { code, version } = content.questionnaire;
  return {
    name: `${code} ${version} ${format}.json`,
    content: Buffer.from(`${JSON.stringify(document, undefined, 2)}\n`),
  };
}
