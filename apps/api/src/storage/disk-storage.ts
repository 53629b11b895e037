import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { FileGone, FileStorage, type KeptFile, type StorageKey } from './file-storage.js';
import { isMissing } from './disk-errors.js';

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Files in folders below the data folder, each folder named by the first two characters of its keys. */
@Injectable()
export class DiskStorage extends FileStorage {
  readonly #folder: string;

  constructor(settings: Settings) {
    super();
    this.#folder = path.join(settings.dataDir, 'files');
  }

  override async keep(key: StorageKey, fromPath: string): Promise<void> {
    const place = this.#placeOf(key);
    const folder = path.dirname(place);
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    await syncFile(fromPath);
    await rename(fromPath, place);
    // Its name has to reach the disk, too, and the names of folders that are new.
    await syncFolders(folder, made === undefined ? folder : path.dirname(made));
  }

  override async open(key: StorageKey): Promise<Readable> {
    let handle: FileHandle;
    try {
      handle = await open(this.#placeOf(key), constants.O_RDONLY | constants.O_NOFOLLOW);
    } catch (error) {
      if (isMissing(error)) throw new FileGone(`There is no file ${key}.`, { cause: error });
      throw error;
    }
    return handle.createReadStream();
  }

  override async remove(key: StorageKey): Promise<void> {
    await rm(this.#placeOf(key), { force: true });
  }

  override async *all(): AsyncIterable<KeptFile> {
    for (const shard of await names(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(shard)) continue;
      for (const key of await names(path.join(this.#folder, shard)))
        if (KEY.test(key)) yield* await this.#kept(key);
    }
  }

  /** Nothing for a file that has been removed meanwhile. */
  async #kept(key: StorageKey): Promise<readonly KeptFile[]> {
    try {
      return [{ key, keptAtMs: (await stat(this.#placeOf(key))).mtimeMs }];
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  /** Keys come from the database; one that is no key must never become a path. */
  #placeOf(key: StorageKey): string {
    if (!KEY.test(key)) throw new Error('This is no key of a stored file.');
    return path.join(this.#folder, key.slice(0, 2), key);
  }
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, constants.O_RDWR | constants.O_NOFOLLOW);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A folder and those around it, up to `top`. */
async function syncFolders(folder: string, top: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (folder !== top) await syncFolders(path.dirname(folder), top);
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
