import { Problem, UnexpectedReply, Unreachable } from '../api/problem.js';

/** What comes within so short a time is read in one go. */
const GATHER_MS = 150;

/** What can be read anew, each by itself. */
export type Part = 'assessment' | 'answers' | 'evidence' | 'clarifications';
export const PARTS: readonly Part[] = ['assessment', 'answers', 'evidence', 'clarifications'];

/** Reads anew what has changed on the server. What can't be read now is read with what is wanted next. */
export class CatchUp {
  private readonly due = new Set<Part>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onEven told whenever everything that was wanted has been read */
  constructor(
    private readonly read: Readonly<Record<Part, () => Promise<void>>>,
    private readonly onEven: () => void,
  ) {}

  want(...parts: readonly Part[]): void {
    for (const part of parts) this.due.add(part);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, GATHER_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async run(): Promise<void> {
    const parts = [...this.due];
    this.due.clear();
    await Promise.all(parts.map((part) => this.readOne(part)));
    if (this.due.size === 0) this.onEven();
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
