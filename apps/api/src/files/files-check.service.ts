import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FileGone, FileStorage } from '../storage/file-storage.js';
import { FilesRepository } from './files.repository.js';

/** A file that cannot be read any more, or reads otherwise than when it was sent. */
export interface FileFault {
  readonly kind: 'missing' | 'altered';
  readonly assessmentId: string;
  readonly fileId: string;
  readonly name: string;
}

/** Holds what is stored against what was sent. */
@Injectable()
export class FilesCheck {
  constructor(
    private readonly repository: FilesRepository,
    private readonly storage: FileStorage,
  ) {}

  /** Reads every file once. */
  async run(): Promise<{ readonly checked: number; readonly faults: readonly FileFault[] }> {
    const rows = await this.repository.findAll();
    const faults: FileFault[] = [];
    for (const { storageKey, sha256, assessmentId, id: fileId, name } of rows) {
      const hash = await this.#hashOf(storageKey);
      if (hash === sha256) continue;
      faults.push({ kind: hash === undefined ? 'missing' : 'altered', assessmentId, fileId, name });
    }
    return { checked: rows.length, faults };
  }

  async #hashOf(key: string): Promise<string | undefined> {
    try {
      const hash = createHash('sha256');
      const parts: AsyncIterable<Buffer> = await this.storage.open(key);
      for await (const part of parts) hash.update(part);
      return hash.digest('hex');
    } catch (error) {
      if (error instanceof FileGone) return undefined;
      throw error;
    }
  }
}
