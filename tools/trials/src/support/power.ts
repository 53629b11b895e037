import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../power-cut/synced-only.c', import.meta.url));
const COMPILERS = ['cc', 'gcc', 'clang'];

/** What is preloaded into a program whose power is to be cut; undefined where it can't be compiled. */
export function compileSyncedOnly(): string | undefined {
  const compiler = COMPILERS.find((name) => spawnSync(name, ['--version']).status === 0);
  if (process.platform !== 'linux' || compiler === undefined) return undefined;
  const library = path.join(mkdtempSync(path.join(tmpdir(), 'kilim-power-')), 'synced-only.so');
  const options = ['-O2', '-Wall', '-Werror', '-shared', '-fPIC', '-o', library, SOURCE, '-ldl', '-lpthread'];
  const { status, stderr } = spawnSync(compiler, options, { encoding: 'utf8' });
  if (status !== 0 || !existsSync(library)) throw new Error(`It does not compile:\n${stderr}`);
  return library;
}

/** A folder whose power can be cut: whoever works in it with these settings leaves behind only what was synced. */
export class CuttableFolder {
  readonly #library: string;
  readonly #synced: string;

  constructor(
    readonly folder: string,
    library: string,
  ) {
    this.#library = library;
    this.#synced = `${folder}.synced`;
  }

  /** The settings of a program that works in it. */
  get environment(): Readonly<Record<string, string>> {
    return { LD_PRELOAD: this.#library, SYNCED_FROM: this.folder, SYNCED_TO: this.#synced };
  }

  /** Everything that lies in it now counts as synced. */
  async begin(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await rm(this.#synced, { recursive: true, force: true });
    await cp(this.folder, this.#synced, { recursive: true });
  }

  /** After the program was killed: of all that it wrote only what was synced is left. */
  async cut(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await cp(this.#synced, this.folder, { recursive: true });
  }
}
