import { pauseAfter } from '@kilim/contracts';
import { NewerReply, Problem, UnexpectedReply, Unreachable } from '../api/problem.js';

/** What comes within so short a time is read in one go. */
const GATHER_MS = 150;

/** Why something can't be read any more; undefined: it is to be tried again. */
function shutBy({ document: { status, code } }: Problem): 'session' | 'access' | undefined {
  if (status === 401) return 'session';
  return code === 'resource.missing' || code === 'access.forbidden' ? 'access' : undefined;
}

/** What can be read anew, each by itself. */
export type Part = 'assessment' | 'answers' | 'evidence' | 'clarifications';
export const PARTS: readonly Part[] = ['assessment', 'answers', 'evidence', 'clarifications'];

/** Who is told of what is read. */
export interface CatchUpListener {
  /** Everything that was wanted has been read. */
  onEven(): void;
  /** What is wanted comes in words that only a newer page knows; it is asked for again all the same. */
  onNewer(): void;
  /** Nobody is signed in, or may not read it any more. */
  onShut(reason: 'session' | 'access'): void;
}

/** Reads anew what has changed on the server. What can't be read now is tried again, ever later. */
export class CatchUp {
  private readonly due = new Set<Part>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  /** What was read earlier must not come after what was read later. */
  private isReading = false;
  private isLeft = false;

  constructor(
    private readonly read: Readonly<Record<Part, () => Promise<void>>>,
    private readonly listener: CatchUpListener,
  ) {}

  want(...parts: readonly Part[]): void {
    for (const part of parts) this.due.add(part);
    this.isLeft = false;
    clearTimeout(this.retry);
    if (!this.isReading) this.runSoon();
  }

  stop(): void {
    this.isLeft = true;
    clearTimeout(this.retry);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private runSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, GATHER_MS);
  }

  private async run(): Promise<void> {
    const parts = [...this.due];
    this.due.clear();
    const failed = await this.readAll(parts);
    const isMoreWanted = this.due.size > 0;
    for (const part of failed) this.due.add(part);
    if (this.isLeft) return;
    if (isMoreWanted) this.runSoon();
    else if (failed.length > 0) this.runLater();
    else {
      this.failures = 0;
      this.listener.onEven();
    }
  }

  /** @returns what could not be read */
  private async readAll(parts: readonly Part[]): Promise<readonly Part[]> {
    this.isReading = true;
    try {
      return (await Promise.all(parts.map((part) => this.readOne(part)))).flat();
    } finally {
      this.isReading = false;
    }
  }

  private runLater(): void {
    this.failures += 1;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.run(), pauseAfter(this.failures, Math.random));
  }

  private async readOne(part: Part): Promise<readonly Part[]> {
    try {
      await this.read[part]();
      return [];
    } catch (error) {
      const isExpected =
        error instanceof Unreachable || error instanceof Problem || error instanceof UnexpectedReply;
      if (!isExpected) throw error;
      if (error instanceof NewerReply) this.listener.onNewer();
      const reason = error instanceof Problem ? shutBy(error) : undefined;
      if (reason) this.listener.onShut(reason);
      return [part];
    }
  }
}
