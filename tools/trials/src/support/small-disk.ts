import { spawnSync } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const CHUNK = Buffer.alloc(256 * 1024);

/** A disk of its own that is soon full. */
export class SmallDisk {
  readonly #filler: string;

  private constructor(readonly folder: string) {
    this.#filler = path.join(folder, 'filler');
  }

  /** Whether this machine lets us mount one. */
  static isPermitted(): boolean {
    const folder = mount(1);
    if (folder !== undefined) unmount(folder);
    return folder !== undefined;
  }

  /** Gives work a disk with so many megabytes, in memory, and takes it away afterwards. */
  static async with<T>(megabytes: number, work: (disk: SmallDisk) => Promise<T>): Promise<T> {
    const folder = mount(megabytes);
    if (folder === undefined) throw new Error('This machine lets us mount nothing.');
    try {
      return await work(new SmallDisk(folder));
    } finally {
      unmount(folder);
    }
  }

  /** Writes until not a byte more fits, also into what has become free since the last time. */
  async fill(): Promise<void> {
    const file = await open(this.#filler, 'a');
    try {
      for (let size = CHUNK.length; size >= 1; size = Math.floor(size / 2)) await fillWith(file, size);
    } finally {
      await file.close();
    }
  }

  /** Makes room again. */
  async free(): Promise<void> {
    await rm(this.#filler, { force: true });
  }
}

async function fillWith(file: import('node:fs/promises').FileHandle, size: number): Promise<void> {
  try {
    for (;;) await file.write(CHUNK, 0, size);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

function mount(megabytes: number): string | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'kilim-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m,mode=1777`, 'kilim-trial', folder];
  if (spawnSync('mount', options).status === 0) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

function unmount(folder: string): void {
  // Lazily: somebody may still look at it for a moment.
  spawnSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
}
