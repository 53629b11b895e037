import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { RUN_TYPESCRIPT } from '../../../../apps/api/test/support/server-process.js';
import type { Size, WayName } from './ways.js';

const PROGRAM = fileURLToPath(new URL('measured-way.ts', import.meta.url));

/** One way to go through assessments, in a process of its own: what another one compiled or left is nothing to it. */
export class WayProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<never>;

  constructor(size: Size, name: WayName) {
    this.#child = fork(PROGRAM, [size, name], { execArgv: [...RUN_TYPESCRIPT] });
    this.#ended = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`${name} of ${size} ended with ${String(code)}.`);
    });
  }

  /** How many it goes through in a second of the processor. */
  async perSecond(windowMs: number): Promise<number> {
    this.#child.send(windowMs);
    const [rate] = (await Promise.race([once(this.#child, 'message'), this.#ended])) as [number];
    return rate;
  }

  stop(): void {
    this.#child.disconnect();
  }
}
