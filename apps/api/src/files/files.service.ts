import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FileRoom, Instant, StoredFile } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { assertTakesAnswers } from '../assessments/assessment-door.js';
import { AssessmentSteps } from '../assessments/assessment-steps.service.js';
import { Settings } from '../config/settings.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { FileGone, FileStorage } from '../storage/file-storage.js';
import { recognise } from './content/recognise.js';
import type { EvidenceFileRow } from './evidence-file.entity.js';
import { cleanName } from './file-name.js';
import { FilesRepository } from './files.repository.js';
import { Incoming } from './incoming.js';

/** Files of one assessment, however small they are. */
const MOST_FILES = 1000;

/** A file that somebody sends. */
export interface SentFile {
  readonly assessmentId: string;
  /** Chosen by the sender. */
  readonly fileId: string;
  readonly name: string;
  readonly content: Readable;
  /** What the sender announces. */
  readonly announcedBytes?: number | undefined;
}

/** Files of evidence: they arrive, wait to be described, and are read. */
@Injectable()
export class FilesService {
  constructor(
    private readonly repository: FilesRepository,
    private readonly incoming: Incoming,
    private readonly storage: FileStorage,
    private readonly steps: AssessmentSteps,
    private readonly settings: Settings,
    private readonly unit: UnitOfWork,
  ) {}

  /**
   * Takes a file in for an account that is known to be allowed; at a time that is not now where one is given. It is on
   * the disk, under a name of ours, before this answers. The same file under the same id is the same file.
   *
   * @throws Problem `assessment.locked`, `round.closed`, `file.*`, `server.full`, `request.malformed`
   */
  async take(accountId: string, sent: SentFile, at?: Instant): Promise<StoredFile> {
    const untraced = { untraced: 'file.waiting' as const, ...(at !== undefined && { at }) };
    this.incoming.assertSize(sent.announcedBytes ?? 0);
    // Before it is received, so that nobody waits for what will be refused.
    await this.unit.write(untraced, () => this.#enter(sent, sent.announcedBytes ?? 0));
    return this.incoming.receive(sent.content, async ({ path, bytes, sha256 }) => {
      const name = cleanName(sent.name);
      const type = await recognise(path, name, bytes);
      const storageKey = randomUUID();
      await this.storage.keep(storageKey, path);
      const { assessmentId, fileId: id } = sent;
      const row = { assessmentId, id, evidenceId: null, name, type, bytes, sha256, storageKey };
      return this.#record(sent, { ...row, sentBy: accountId }, untraced);
    });
  }

  /**
   * Gives a file that waits to the piece of evidence that describes it; inside the unit that adds the piece.
   *
   * @throws Problem `file.unknown`
   */
  async give(assessmentId: string, fileId: string, evidenceId: string): Promise<StoredFile> {
    const given = await this.repository.give(assessmentId, fileId, evidenceId);
    const row = given ? await this.repository.find(assessmentId, fileId) : null;
    if (row) return shown(row);
    const message = 'It was never sent, was taken back, or belongs to a piece of evidence already.';
    throw new Problem('file.unknown', { places: [{ in: 'body', pointer: '/fileId', message }] });
  }

  /** @throws Problem `resource.missing`, `file.described` */
  async drop(assessmentId: string, fileId: string): Promise<void> {
    const row = await this.#row(assessmentId, fileId);
    const dropped = await this.unit.write({ untraced: 'file.waiting' }, () =>
      this.repository.removeWaiting(assessmentId, fileId),
    );
    if (!dropped) throw new Problem('file.described');
    await this.storage.remove(row.storageKey);
  }

  /** @throws Problem `resource.missing`, `file.unavailable` */
  async open(assessmentId: string, fileId: string): Promise<StoredFile & { readonly content: Readable }> {
    const row = await this.#row(assessmentId, fileId);
    try {
      return { ...shown(row), content: await this.storage.open(row.storageKey) };
    } catch (error) {
      if (!(error instanceof FileGone)) throw error;
      throw new Problem('file.unavailable', { cause: error });
    }
  }

  /** The files of an assessment's evidence, by piece. */
  async byEvidence(assessmentId: string): Promise<ReadonlyMap<string, StoredFile>> {
    const rows = await this.repository.findDescribed(assessmentId);
    return new Map(rows.map((row) => [row.evidenceId ?? '', shown(row)]));
  }

  async room(assessmentId: string): Promise<FileRoom> {
    const { fileLimitBytes: mostBytes, fileRoomBytes: roomBytes } = this.settings;
    return { mostBytes, roomBytes, usedBytes: (await this.repository.taken(assessmentId)).bytes };
  }

  async #record(
    sent: SentFile,
    row: Omit<EvidenceFileRow, 'sentAt'>,
    untraced: { untraced: 'file.waiting'; at?: Instant },
  ): Promise<StoredFile> {
    let isRecorded = false;
    try {
      return await this.unit.write(untraced, async () => {
        const known = await this.#enter(sent, row.bytes);
        if (known?.sha256 === row.sha256) return shown(known);
        if (known) throw new Problem('file.exists');
        const complete = { ...row, sentAt: this.unit.now() };
        await this.repository.add(complete);
        isRecorded = true;
        return shown(complete);
      });
    } finally {
      if (!isRecorded) await this.storage.remove(row.storageKey);
    }
  }

  /**
   * Inside a unit: the assessment takes evidence, and there is room for so many more bytes. Answers what is known under
   * that id already, which takes no more room.
   */
  async #enter({ assessmentId, fileId }: SentFile, bytes: number): Promise<EvidenceFileRow | null> {
    assertTakesAnswers(await this.steps.hold(assessmentId), this.unit.now());
    const known = await this.repository.find(assessmentId, fileId);
    const taken = await this.repository.taken(assessmentId);
    const { fileRoomBytes: roomBytes } = this.settings;
    if (known || (taken.count < MOST_FILES && taken.bytes + bytes <= roomBytes)) return known;
    throw new Problem('file.noRoom', { details: { usedBytes: taken.bytes, roomBytes, count: taken.count } });
  }

  async #row(assessmentId: string, fileId: string): Promise<EvidenceFileRow> {
    const row = await this.repository.find(assessmentId, fileId);
    if (!row) throw new Problem('resource.missing');
    return row;
  }
}

function shown({ id, name, type, bytes, sha256, sentAt }: EvidenceFileRow): StoredFile {
  return { id, name, type, bytes, sha256, sentAt };
}
