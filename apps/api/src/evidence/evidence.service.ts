import type { Evidence, Instant, StoredFile } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Actor } from '../access/actor.js';
import { assertTakesAnswers } from '../assessments/assessment-door.js';
import { AssessmentSteps } from '../assessments/assessment-steps.service.js';
import { HandedSections } from '../assessments/handed-sections.service.js';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { FilesService } from '../files/files.service.js';
import { Problem } from '../http/problem.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { People } from '../session/people.service.js';
import type { EvidenceRow } from './evidence.entity.js';
import { EvidenceRepository } from './evidence.repository.js';
import { usesByEvidence } from './uses.js';

/** A document or page that somebody describes, with the first answer that it supports. */
export interface NewEvidence {
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly level: Evidence['level'];
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly questionId: string;
  readonly passage?: string | undefined;
  /** A file that was sent before and waits to be described. */
  readonly fileId?: string | undefined;
}

/** That a piece of evidence supports an answer, or no longer does. */
export interface NewLink {
  readonly kind: 'linked' | 'unlinked';
  readonly questionId: string;
  readonly passage?: string | undefined;
}

/**
 * How often evidence of one assessment was named and taken away, at most, when it is named once more: whoever reads it
 * reads all of that. What is named can always be taken away.
 */
const MOST_LINKS = 5000;

/** Evidence: what there is, and which answers it supports. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly repository: EvidenceRepository,
    private readonly steps: AssessmentSteps,
    private readonly sections: HandedSections,
    private readonly questionnaires: QuestionnairesService,
    private readonly people: People,
    private readonly files: FilesService,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
  ) {}

  /** The evidence of an assessment, in the order in which it was added. */
  async list(assessmentId: string): Promise<readonly Evidence[]> {
    return this.#shown(assessmentId, await this.repository.findAll(assessmentId));
  }

  /**
   * @throws Problem `access.forbidden`, `answer.notAsked`, `assessment.locked`, `round.closed`, `file.unknown`,
   *   `evidence.tooMany`
   */
  async add(actor: Actor, assessmentId: string, piece: NewEvidence): Promise<Evidence> {
    await this.sections.assertHandedOut(actor, assessmentId, [piece.questionId], () => '/questionId');
    return this.describe(actor.accountId, assessmentId, piece);
  }

  /** As `add`, for an account that is known to be allowed; at a time that is not now where one is given. */
  async describe(
    accountId: string,
    assessmentId: string,
    piece: NewEvidence,
    at?: Instant,
  ): Promise<Evidence> {
    const row = await this.unit.write({ actor: accountId, ...(at !== undefined && { at }) }, async () => {
      await this.#enter(assessmentId, piece.questionId);
      await this.#assertRoom(assessmentId);
      const added: EvidenceRow = {
        ...{ id: uuidv7(), assessmentId, title: piece.title, publisher: piece.publisher ?? null },
        ...{ level: piece.level, issuedOn: piece.date ?? null, url: piece.url ?? null },
        ...{ addedAt: this.unit.now(), addedBy: accountId },
      };
      await this.repository.add(added);
      const file = piece.fileId && (await this.files.give(assessmentId, piece.fileId, added.id));
      await this.chain.append({
        stream: { kind: 'assessment', id: assessmentId },
        action: 'evidence.added',
        questionId: piece.questionId,
        subjectId: added.id,
        body: { subject: added.title, ...(file && { file: { name: file.name, sha256: file.sha256 } }) },
      });
      await this.#appendLink(added, { kind: 'linked', ...piece }, 1);
      return added;
    });
    return this.#one(row);
  }

  /** @throws Problem `resource.missing`, and as `add` */
  async link(actor: Actor, assessmentId: string, evidenceId: string, link: NewLink): Promise<Evidence> {
    await this.sections.assertHandedOut(actor, assessmentId, [link.questionId], () => '/questionId');
    return this.relate(actor.accountId, assessmentId, evidenceId, link);
  }

  /** As `link`, for an account that is known to be allowed. */
  async relate(
    accountId: string,
    assessmentId: string,
    evidenceId: string,
    link: NewLink,
    at?: Instant,
  ): Promise<Evidence> {
    const row = await this.unit.write({ actor: accountId, ...(at !== undefined && { at }) }, async () => {
      await this.#enter(assessmentId, link.questionId);
      if (link.kind === 'linked') await this.#assertRoom(assessmentId);
      const piece = await this.repository.find(assessmentId, evidenceId);
      if (!piece) throw new Problem('resource.missing');
      const events = (await this.repository.findLinks([assessmentId])).filter(
        (event) => event.evidenceId === evidenceId,
      );
      const isLinked = usesByEvidence(events).get(evidenceId)?.has(link.questionId) ?? false;
      // Taking back what is not there changes nothing, so there is nothing to record.
      if (link.kind === 'linked' || isLinked)
        await this.#appendLink(piece, link, (events.at(-1)?.sequence ?? 0) + 1);
      return piece;
    });
    return this.#one(row);
  }

  async #enter(assessmentId: string, questionId: string): Promise<void> {
    const held = await this.steps.hold(assessmentId);
    assertTakesAnswers(held, this.unit.now(), [questionId]);
    const { compiled } = await this.questionnaires.version(held.row.versionId);
    if (!compiled.byId.has(questionId)) {
      const message = `There is no ${questionId}.`;
      throw new Problem('answer.notAsked', { places: [{ in: 'body', pointer: '/questionId', message }] });
    }
  }

  async #assertRoom(assessmentId: string): Promise<void> {
    if ((await this.repository.countLinks(assessmentId)) >= MOST_LINKS) throw new Problem('evidence.tooMany');
  }

  async #appendLink(piece: EvidenceRow, link: NewLink, sequence: number): Promise<void> {
    const passage = link.kind === 'linked' ? (link.passage ?? null) : null;
    const row = {
      ...{ id: uuidv7(), evidenceId: piece.id, assessmentId: piece.assessmentId },
      ...{ questionId: link.questionId, kind: link.kind, sequence, passage, at: this.unit.now() },
    };
    await this.repository.addLink(row);
    await this.chain.append({
      id: row.id,
      stream: { kind: 'assessment', id: piece.assessmentId },
      action: link.kind === 'linked' ? 'evidence.linked' : 'evidence.unlinked',
      questionId: link.questionId,
      subjectId: piece.id,
      body: { subject: piece.title, ...(passage !== null && { passage }) },
    });
  }

  async #one(row: EvidenceRow): Promise<Evidence> {
    const [piece] = await this.#shown(row.assessmentId, [row]);
    if (!piece) throw new Error('One row gives one piece of evidence.');
    return piece;
  }

  async #shown(assessmentId: string, rows: readonly EvidenceRow[]): Promise<readonly Evidence[]> {
    const uses = usesByEvidence(await this.repository.findLinks([assessmentId]));
    const files = await this.files.byEvidence(assessmentId);
    const person = await this.people.named(rows.map(({ addedBy }) => addedBy));
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      ...(row.publisher !== null && { publisher: row.publisher }),
      level: row.level,
      ...(row.issuedOn !== null && { date: row.issuedOn }),
      ...(row.url !== null && { url: row.url }),
      ...withFile(files.get(row.id)),
      uses: [...(uses.get(row.id)?.values() ?? [])],
      addedAt: row.addedAt,
      addedBy: person(row.addedBy),
    }));
  }
}

function withFile(file: StoredFile | undefined): Pick<Evidence, 'file'> {
  return file === undefined ? {} : { file };
}
