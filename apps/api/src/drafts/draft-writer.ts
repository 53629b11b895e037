import type { DraftStepKind } from '@kilim/contracts';
import {
  contentOf,
  summarise,
  textsOf,
  type DraftChange,
  type DraftContent,
  type DraftDocument,
} from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { contentHash } from '../questionnaires/content-hash.js';
import { SHOWN_LENGTH, type DraftRow } from './draft.entity.js';
import type { DraftStepRow } from './draft-step.entity.js';
import { DraftsRepository } from './drafts.repository.js';

/**
 * After how many steps a draft is kept whole, and after one step of so many changes: often enough to open quickly, seldom
 * enough to cost nothing per step.
 */
export const SNAPSHOT_EVERY = 200;

/** A step to be recorded: what it does to the draft that is held. */
export interface NewStep {
  readonly changeId: string;
  readonly kind: DraftStepKind;
  readonly of?: number;
  readonly changes: readonly DraftChange[];
  readonly inverse: readonly DraftChange[];
  readonly before: DraftDocument;
  readonly after: DraftDocument;
}

/** What else of a draft's row a step changes. */
export type RowChange = Partial<Pick<DraftRow, 'discardedAt' | 'versionId'>>;

/** Records drafts and their steps, inside a unit of work: the step, its entry in the draft's chain, the draft's row. */
@Injectable()
export class DraftWriter {
  constructor(
    private readonly repository: DraftsRepository,
    private readonly chain: Chain,
    private readonly unit: UnitOfWork,
  ) {}

  /** Begins a draft. */
  async begin(programmeId: string, document: DraftDocument, basedOnId: string | null): Promise<DraftRow> {
    const content = contentOf(document);
    const row: DraftRow = {
      ...{ id: uuidv7(), programmeId, revision: 0, basedOnId, ...shownOf(document) },
      ...{ createdAt: this.unit.now(), createdBy: this.unit.actor() },
      ...{ changedAt: this.unit.now(), changedBy: this.unit.actor(), discardedAt: null, versionId: null },
    };
    await this.repository.add(row);
    await this.repository.addSnapshot({ id: uuidv7(), draftId: row.id, revision: 1, content });
    const nothing = { changes: [], inverse: [], before: document, after: document };
    await this.append(row, { changeId: uuidv7(), kind: 'created', ...nothing }, {}, content);
    return { ...row, revision: 1 };
  }

  /**
   * Appends a step to a draft that is held.
   *
   * @param begins the content of a draft that begins with this step
   */
  async append(
    row: DraftRow,
    { before, after, kind, of, changeId, ...content }: NewStep,
    changed: RowChange = {},
    begins?: DraftContent,
  ): Promise<DraftStepRow> {
    const hash = contentHash(begins ?? content);
    const id = uuidv7();
    const { sequence, at } = await this.chain.append({
      ...{ id, stream: { kind: 'draft', id: row.id }, action: actionOf(kind), subjectId: row.id },
      body: { subject: row.title, hash },
    });
    if (sequence !== row.revision + 1) throw new Error(`Draft ${row.id} and its chain do not agree.`);
    const step: DraftStepRow = {
      ...{ id, draftId: row.id, revision: sequence, changeId, kind, ofRevision: of ?? null },
      ...{ content, hash, summary: summarise(before, after, content.changes), at },
    };
    await this.repository.addStep(step);
    await this.repository.update(row.id, {
      ...{ revision: sequence, changedAt: at, changedBy: this.unit.actor() },
      ...shownOf(after),
      ...changed,
    });
    if (sequence % SNAPSHOT_EVERY === 0 || isLarge(content.changes)) {
      const snapshot = { id: uuidv7(), draftId: row.id, revision: sequence, content: contentOf(after) };
      await this.repository.addSnapshot(snapshot);
    }
    return step;
  }
}

/** Whether a step costs as much to make again as many others. */
function isLarge(changes: readonly DraftChange[]): boolean {
  return changes.length >= SNAPSHOT_EVERY || changes.some(({ op }) => op === 'replace');
}

function actionOf(kind: DraftStepKind) {
  switch (kind) {
    case 'created':
    case 'discarded':
    case 'recovered':
    case 'published':
      return `draft.${kind}` as const;
    case 'edited':
    case 'undone':
    case 'redone':
    case 'restored':
      return 'draft.changed';
  }
}

/** What lists show of a draft: as much of its own words as fits, whatever they are. */
function shownOf(document: DraftDocument): Pick<DraftRow, 'code' | 'version' | 'title'> {
  const { code, version } = document.questionnaire;
  const title = textsOf(document, 'questionnaire').source.title ?? '';
  return { code: shown(code), version: shown(version), title: shown(title) };
}

function shown(words: string): string {
  return words.replace(/\p{Cc}/gu, ' ').slice(0, SHOWN_LENGTH);
}
