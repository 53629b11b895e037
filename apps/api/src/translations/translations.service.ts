import {
  readTranslationRows,
  translationRows,
  type DraftDocument,
  type SheetReport,
} from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { DraftKeeper } from '../drafts/draft-keeper.js';
import { DraftSteps } from '../drafts/draft-steps.service.js';
import type { ByteBody } from '../http/byte-bodies.js';
import { Problem } from '../http/problem.js';
import { readWhole } from '../http/whole-body.js';
import { sha256 } from '../questionnaires/content-hash.js';
import { readWorkbook, writeWorkbook } from './workbook.js';

/** The largest workbook that is taken in. */
const MOST_BYTES = 10_000_000;

/** What a sheet came to. */
export interface SheetOutcome {
  readonly report: SheetReport;
  readonly revision: number;
  readonly applied: boolean;
}

/** A workbook on its way to somebody. */
export interface NamedWorkbook {
  readonly name: string;
  readonly content: Buffer;
}

/** Translations of a draft as workbooks, out and in. */
@Injectable()
export class Translations {
  constructor(
    private readonly keeper: DraftKeeper,
    private readonly steps: DraftSteps,
  ) {}

  /** @throws Problem `sheet.languages` */
  async write(draftId: string, wanted: string | undefined): Promise<NamedWorkbook> {
    const { code, version, revision } = await this.steps.find(draftId);
    const document = await this.keeper.at(draftId, revision);
    const languages = languagesOf(document, wanted);
    const rows = translationRows(document, languages, sha256);
    return {
      name: `${code} ${version} ${languages.join(' ')}.xlsx`,
      content: await writeWorkbook(languages.join(' '), rows),
    };
  }

  /**
   * Reads a translated workbook against the draft as it is now, and takes in what can be taken if asked to.
   *
   * @param apply under which id the step is taken; absent: nothing is changed
   * @throws Problem `sheet.columns`, `sheet.unsafe`, `request.tooLarge`, `draft.closed`, `draft.stale`
   */
  async read(
    draftId: string,
    actorId: string,
    body: ByteBody,
    apply?: { readonly changeId?: string | undefined },
  ): Promise<SheetOutcome> {
    const workbook = await readWorkbook(await readWhole(body, MOST_BYTES));
    if (!workbook.ok) throw new Problem('sheet.unsafe', { details: { reason: workbook.reason } });
    const { revision } = await this.steps.open(draftId);
    const read = readTranslationRows(await this.keeper.at(draftId, revision), workbook.rows, sha256);
    if (!read.ok) throw new Problem('sheet.columns', { details: { columns: read.columns } });
    const { changes, report } = read;
    if (!apply || changes.length === 0) return { report, revision, applied: false };
    const request = { changeId: apply.changeId ?? uuidv7(), baseRevision: revision };
    const stepped = await this.steps.change(draftId, actorId, request, changes);
    return { report, revision: stepped.revision, applied: true };
  }
}

function languagesOf({ languages }: DraftDocument, wanted: string | undefined): readonly string[] {
  const named = wanted?.split(',').map((each) => each.trim()) ?? languages;
  if (named.length > 0 && named.every((each) => languages.includes(each))) return named;
  throw new Problem('sheet.languages', {
    detail:
      languages.length === 0
        ? 'Add a language to the draft first.'
        : `It is translated into: ${languages.join(', ')}.`,
    details: { languages },
  });
}
