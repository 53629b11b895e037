import type { Readable } from 'node:stream';

/** The key of a stored file: made by the program, never by a person. */
export type StorageKey = string;

/** A file in the storage. */
export interface KeptFile {
  readonly key: StorageKey;
  /** When it was put there, in milliseconds since 1970. */
  readonly keptAtMs: number;
}

/** The file that a key names is not in the storage. */
export class FileGone extends Error {
  override readonly name = 'FileGone';
}

/** Keeps files, whole and unchanged, under keys. What they are and whose is written elsewhere. */
export abstract class FileStorage {
  /** Takes over a complete file from this machine's disk. It is safe from a power cut once this has answered. */
  abstract keep(key: StorageKey, fromPath: string): Promise<void>;

  /**
   * Reads a file from its beginning.
   *
   * @throws FileGone
   */
  abstract open(key: StorageKey): Promise<Readable>;

  /** Removes a file; one that is not there is no matter. */
  abstract remove(key: StorageKey): Promise<void>;

  /** Every file there is, in no order. */
  abstract all(): AsyncIterable<KeptFile>;
}
