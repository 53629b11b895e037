import { pauseAfter } from '../assessment/silence.js';
import { Problem, UnexpectedReply, Unreachable } from '../api/problem.js';

/** What comes within so short a time is read in one go. */
const GATHER_MS = 150;

/** Why something can't be read any more, by the status of what the server answers. */
const SHUT: Readonly<Partial<Record<number, 'session' | 'access'>>> = {
  401: 'session',
  403: 'access',
  404: 'access',
};

/** What can be read anew, each by itself. */
export type Part = 'assessment' | 'answers' | 'evidence' | 'clarifications';
export const PARTS: readonly Part[] = ['assessment', 'answers', 'evidence', 'clarifications'];

/** Who is told of what is read. */
export interface CatchUpListener {
  /** Everything that was wanted has been read. */
  onEven(): void;
  /** Nobody is signed in, or may not read it any more. */
  onShut(reason: 'session' | 'access'): void;
}

/** Reads anew what has changed on the server. What can't be read now is tried again, ever later. */
export class CatchUp {
  private readonly due = new Set<Part>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private isLeft = false;

  constructor(
    private readonly read: Readonly<Record<Part, () => Promise<void>>>,
    private readonly listener: CatchUpListener,
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
      this.listener.onEven();
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
      const reason = error instanceof Problem ? SHUT[error.document.status] : undefined;
      if (reason) this.listener.onShut(reason);
      this.due.add(part);
    }
  }
}
