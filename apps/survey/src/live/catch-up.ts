import { pauseAfter } from '../assessment/silence.js';
import { Problem, UnexpectedReply, Unreachable } from '../api/problem.js';

/** What comes within so short a time is read in one go. */
const GATHER_MS = 150;

/** What can be read anew, each by itself. */
export type Part = 'assessment' | 'answers' | 'evidence' | 'clarifications';
export const PARTS: readonly Part[] = ['assessment', 'answers', 'evidence', 'clarifications'];

/** Reads anew what has changed on the server. What can't be read now is tried again, ever later. */
export class CatchUp {
  private readonly due = new Set<Part>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private isLeft = false;

  /** @param onEven told whenever everything that was wanted has been read */
  constructor(
    private readonly read: Readonly<Record<Part, () => Promise<void>>>,
    private readonly onEven: () => void,
  ) {}

  want(...parts: readonly Part[]): void {
    for (const part of parts) this.due.add(part);
    this.isLeft = false;
    clearTimeout(this.retry);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, GATHER_MS);
  }

  stop(): void {
    this.isLeft = true;
    clearTimeout(this.retry);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async run(): Promise<void> {
    const parts = [...this.due];
    this.due.clear();
    await Promise.all(parts.map((part) => this.readOne(part)));
    if (this.due.size === 0) {
      this.failures = 0;
      this.onEven();
    } else if (this.timer === undefined && !this.isLeft) this.runLater();
  }

  private runLater(): void {
    this.failures += 1;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.run(), pauseAfter(this.failures, Math.random));
  }

  private async readOne(part: Part): Promise<void> {
    try {
      await this.read[part]();
    } catch (error) {
      const isExpected =
        error instanceof Unreachable || error instanceof Problem || error instanceof UnexpectedReply;
      if (!isExpected) throw error;
      this.due.add(part);
    }
  }
}
