import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { changeDraft, DraftStaleDetails, redoDraftStep, undoDraftStep } from '@kilim/contracts';
import type { PendingStep } from '@kilim/indicators';
import { uuidv7 } from 'uuidv7';
import { codeOf, problemOf, type Problem } from '../../api/problem';
import { Write } from '../../api/write';
import { DraftDesk } from './draft-desk';

/** Whether the server has everything: yes; soon; not now, kept here; it refuses. */
export type PostState = 'saved' | 'saving' | 'offline' | 'refused';

/** How long nothing is typed before a step is sent, and how long to wait before trying again. */
const CALM_MS = 600;
const AGAIN_MS = [1000, 2000, 5000, 10_000] as const;

/** Carries the steps of a desk to the server, one after the other, until each is there. */
@Injectable()
export class DraftPost {
  private readonly desk = inject(DraftDesk);
  private readonly write = inject(Write);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private failures = 0;
  private readonly trouble = signal<'offline' | 'refused' | undefined>(undefined);

  /** What the last undo, redo or save was refused with. */
  readonly problem = signal<Problem | undefined>(undefined);
  readonly state = computed<PostState>(() => {
    if (this.desk.pending().length === 0) return 'saved';
    return this.desk.isOpen() ? (this.trouble() ?? 'saving') : 'refused';
  });
  /** Steps that were taken back before the server had them, the newest last; none once something else is written. */
  private readonly takenBack = signal<readonly PendingStep[]>([]);
  readonly canUndo = computed(
    () => this.desk.mayEdit() && (this.desk.pending().length > 0 || this.desk.stacks().undo !== undefined),
  );
  readonly canRedo = computed(
    () => this.desk.mayEdit() && (this.takenBack().length > 0 || this.desk.stacks().redo !== undefined),
  );

  constructor() {
    effect(() => {
      const isWaiting = this.desk.isOpen() && this.desk.pending().length > 0;
      untracked(() => {
        if (isWaiting) this.soon(CALM_MS);
      });
    });
    const now = (): void => void this.flush();
    const leaving = (event: BeforeUnloadEvent): void => {
      if (!this.desk.isKept()) event.preventDefault();
    };
    const unfollow = this.desk.follow(({ kind }) => {
      if (kind === 'changed') this.takenBack.set([]);
    });
    window.addEventListener('online', now);
    window.addEventListener('beforeunload', leaving);
    document.addEventListener('visibilitychange', now);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      unfollow();
      void this.flush();
      window.removeEventListener('online', now);
      window.removeEventListener('beforeunload', leaving);
      document.removeEventListener('visibilitychange', now);
    });
  }

  /** Sends what is pending now; resolves once nothing is, or nothing can be sent. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.run().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Takes back the last step of one's own. One that the server does not have yet never gets there. */
  async undo(): Promise<void> {
    const last = this.desk.pending().at(-1);
    if (last !== undefined && this.trouble() === 'offline') {
      const step = this.desk.withdraw(last.changeId);
      if (step) this.takenBack.update((before) => [...before, step]);
      return;
    }
    await this.step(undoDraftStep);
  }

  /** Makes again what was taken back last. */
  async redo(): Promise<void> {
    const steps = this.takenBack();
    const step = steps.at(-1);
    if (step === undefined) return this.step(redoDraftStep);
    const conflict = this.desk.edit(step.changes);
    // Making it again is not writing something else: those before it can still be made again.
    this.takenBack.set(steps.slice(0, -1));
    if (conflict) this.desk.collide([{ step, conflict }]);
  }

  private async step(endpoint: typeof undoDraftStep | typeof redoDraftStep): Promise<void> {
    await this.flush();
    const draftId = this.desk.draft()?.id;
    if (draftId === undefined || this.desk.pending().length > 0) return;
    this.problem.set(undefined);
    try {
      const body = { changeId: uuidv7(), baseRevision: this.desk.revision() };
      const { steps, stacks } = await this.write.send(endpoint, { params: { draftId }, body });
      this.desk.receive(steps, stacks);
    } catch (error) {
      const problem = problemOf(error);
      const details = staleDetails(problem);
      if (details) this.desk.receive(details.steps);
      this.problem.set(problem);
    }
  }

  private async run(): Promise<void> {
    for (;;) {
      const step = this.desk.isOpen() ? this.desk.take() : undefined;
      const draftId = this.desk.draft()?.id;
      if (step === undefined || draftId === undefined) return this.trouble.set(undefined);
      if (!(await this.deliver(draftId, step))) return;
    }
  }

  /** @returns whether to go on with the next */
  private async deliver(draftId: string, { changeId, changes }: PendingStep): Promise<boolean> {
    try {
      const body = { changeId, baseRevision: this.desk.revision(), changes: [...changes] };
      const { steps, stacks } = await this.write.send(changeDraft, { params: { draftId }, body });
      this.desk.receive(steps, stacks);
      this.answered();
      return true;
    } catch (error) {
      return this.failed(problemOf(error), changeId);
    }
  }

  /** The server is there and takes steps, whatever it says to this one. */
  private answered(): void {
    this.failures = 0;
    this.trouble.set(undefined);
  }

  private failed(problem: Problem, changeId: string): boolean {
    const code = codeOf(problem);
    if (code === 'draft.stale' || code === 'draft.misfit') {
      this.answered();
      this.refuse(problem, changeId);
      return true;
    }
    const isPassing =
      problem.kind === 'offline' || (problem.kind === 'told' && isTemporary(problem.document.status));
    this.trouble.set(isPassing ? 'offline' : 'refused');
    if (isPassing) {
      this.soon(AGAIN_MS[Math.min(this.failures, AGAIN_MS.length - 1)] ?? 10_000);
      this.failures += 1;
    } else if (code === 'draft.closed') void this.desk.open(this.desk.draft()?.id ?? '');
    else if (problem.kind !== 'told' || problem.document.status !== 401) this.problem.set(problem);
    return false;
  }

  /** The server knows better: the step comes out again and is shown with both values. */
  private refuse(problem: Problem, changeId: string): void {
    const details = staleDetails(problem);
    const step = this.desk.withdraw(changeId);
    if (details === undefined) this.problem.set(problem);
    else {
      this.desk.receive(details.steps);
      if (step) this.desk.collide([{ step, conflict: details.conflict }], details.theirs?.by.name);
    }
  }

  private soon(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }
}

function staleDetails(problem: Problem): DraftStaleDetails | undefined {
  if (problem.kind !== 'told') return undefined;
  const parsed = DraftStaleDetails.safeParse(problem.document.details);
  return parsed.success ? parsed.data : undefined;
}

function isTemporary(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}
