import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { bodyParts } from '../http/body-parts.js';
import { Problem } from '../http/problem.js';
import { isFull, isMissing } from '../storage/disk-errors.js';

/** A file that has arrived whole. */
export interface ArrivedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Where files arrive, under names of our own, before anybody knows what they are. */
@Injectable()
export class Incoming {
  readonly #folder: string;
  readonly #mostBytes: number;

  constructor(settings: Settings) {
    this.#folder = path.join(settings.dataDir, 'files', 'incoming');
    this.#mostBytes = settings.fileLimitBytes;
  }

  /**
   * Receives a file, lets the work look at it where it lies, and removes it unless the work has taken it away.
   *
   * @throws Problem `file.empty`, `file.tooLarge`, `server.full`, and as {@link bodyParts} when it did not arrive whole
   */
  async receive<T>(content: Readable, work: (file: ArrivedFile) => Promise<T>): Promise<T> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = path.join(this.#folder, randomUUID());
    try {
      const { bytes, sha256 } = await this.#write(content, file);
      if (bytes === 0) throw new Problem('file.empty');
      return await work({ path: file, bytes, sha256 });
    } catch (error) {
      throw isFull(error) ? new Problem('server.full', { cause: error }) : error;
    } finally {
      await rm(file, { force: true });
    }
  }

  /** Refuses a file that is announced as too large before any of it has been read. */
  assertSize(bytes: number): void {
    if (bytes <= this.#mostBytes) return;
    throw new Problem('file.tooLarge', {
      detail: `A file may have ${String(this.#mostBytes / 1_000_000)} MB.`,
      details: { mostBytes: this.#mostBytes },
    });
  }

  /** Removes what a server that ended in the middle has left. */
  async sweep(olderThanMs: number): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.#folder)) {
      const file = path.join(this.#folder, name);
      if (await isOlder(file, olderThanMs)) await rm(file, { force: true });
    }
  }

  async #write(content: Readable, file: string): Promise<Omit<ArrivedFile, 'path'>> {
    const handle = await open(file, 'wx', 0o600);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const chunk of bodyParts(content)) {
        bytes += chunk.length;
        this.assertSize(bytes);
        hash.update(chunk);
        await handle.writeFile(chunk);
      }
    } finally {
      await handle.close();
    }
    return { bytes, sha256: hash.digest('hex') };
  }
}

async function isOlder(file: string, thanMs: number): Promise<boolean> {
  try {
    return (await stat(file)).mtimeMs < thanMs;
  } catch (error) {
    // It has been taken over meanwhile.
    if (isMissing(error)) return false;
    throw error;
  }
}
