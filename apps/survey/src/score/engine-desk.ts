import type { Answers, Id, Influence, Questionnaire } from '@kilim/indicators';

/** What is asked of the worker. */
export interface InfluenceQuestion {
  readonly turn: number;
  readonly versionId: string;
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  /** The index that answers are to move. */
  readonly of: Id;
}

export interface InfluenceReply {
  readonly turn: number;
  readonly found: readonly Influence[];
}

/** Asks a worker which open answers move a score, so that nobody who types has to wait for it. */
export class InfluenceDesk {
  private worker: Worker | undefined;
  private turn = 0;
  private isBusy = false;
  private waiting: InfluenceQuestion | undefined;

  constructor(private readonly onFound: (found: readonly Influence[]) => void) {}

  /** Asks; only the newest of several questions is worked out once the one before is. */
  ask(question: Omit<InfluenceQuestion, 'turn'>): void {
    this.turn += 1;
    this.waiting = { ...question, turn: this.turn };
    this.next();
  }

  close(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.isBusy = false;
    this.waiting = undefined;
  }

  private next(): void {
    if (this.isBusy || !this.waiting) return;
    this.isBusy = true;
    this.open().postMessage(this.waiting);
    this.waiting = undefined;
  }

  private open(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(new URL('influence-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<InfluenceReply>) => {
      this.isBusy = false;
      if (data.turn === this.turn) this.onFound(data.found);
      this.next();
    };
    this.worker = worker;
    return worker;
  }
}
