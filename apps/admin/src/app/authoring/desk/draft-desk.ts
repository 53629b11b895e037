import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  readDraft,
  type DraftStacks,
  type DraftState,
  type DraftStep,
  type DraftStepKind,
  type DraftSummary,
} from '@kilim/contracts';
import {
  editDraft,
  openSession,
  receiveSteps,
  rememberingDigest,
  sha256,
  withdrawStep,
  type DraftChange,
  type DraftConflict,
  type DraftSession,
  type LostStep,
  type PendingStep,
} from '@kilim/indicators';
import { uuidv7 } from 'uuidv7';
import { problemOf, type Problem } from '../../api/problem';
import { Write } from '../../api/write';
import { Session } from '../../session/session';
import { DraftBook } from './draft-book';
import { Followers, type DeskNews } from './desk-news';
import { DeviceCopy, type Collision } from './device-copy';
import { withRest } from './joined-steps';
import { withKept } from './kept-steps';
import { beginVisit, openVisits } from './open-visits';
import { Typing } from './typing';

/** What a draft becomes by steps that change nothing in it. */
const BECOMES: Readonly<Partial<Record<DraftStepKind, DraftState>>> = {
  discarded: 'discarded',
  recovered: 'open',
  published: 'published',
};

/** A draft on the desk: what the editor shows, and what is done to it. One for each editor that is open. */
@Injectable()
export class DraftDesk {
  private readonly write = inject(Write);
  private readonly account = inject(Session);
  private readonly held = signal<DraftSession | undefined>(undefined);
  private readonly followers = new Followers();
  private readonly copy = new DeviceCopy();
  private readonly typing = new Typing();

  /** By which the server and other tabs tell this desk from others of the same person. */
  readonly visitId = uuidv7();
  readonly digest = rememberingDigest(sha256);
  readonly newId = uuidv7;
  /** Its facts as the server last told them. */
  readonly draft = signal<DraftSummary | undefined>(undefined);
  readonly problem = signal<Problem | undefined>(undefined);
  readonly stacks = signal<DraftStacks>({});
  readonly collisions = signal<readonly Collision[]>([]);
  /** Whether what the server does not have would survive a reload. */
  readonly isKept = this.copy.isKept.asReadonly();
  /** The language in which texts are written just now. */
  readonly language = signal('en');

  readonly document = computed(() => this.held()?.document);
  /** Its structure alone, which stays the same while somebody types a text. */
  readonly questionnaire = computed(() => this.document()?.questionnaire);
  readonly revision = computed(() => this.held()?.revision ?? 0);
  readonly pending = computed<readonly PendingStep[]>(() => this.held()?.pending ?? []);
  readonly isOpen = computed(() => this.draft()?.state === 'open');
  /** May it be changed by whoever looks at it. */
  readonly mayEdit = computed(() => this.isOpen() && this.account.may('draft:write'));
  readonly book = computed(() => {
    const document = this.document();
    return document && new DraftBook(document, this.language());
  });

  constructor() {
    inject(DestroyRef).onDestroy(beginVisit(this.visitId));
  }

  /** Reads a draft and puts on top what earlier visits left unsent. */
  async open(draftId: string): Promise<void> {
    this.problem.set(undefined);
    try {
      const [{ content, stacks, ...facts }, visits] = await Promise.all([
        this.write.send(readDraft, { params: { draftId } }),
        openVisits(),
      ]);
      const isSame = this.draft()?.id === draftId;
      this.draft.set(facts);
      this.stacks.set(stacks);
      if (!isSame) this.language.set(content.source.language);
      const left = isSame
        ? { pending: this.pending(), lost: this.collisions() }
        : this.copy.takeOver({ accountId: this.accountId(), draftId, visitId: this.visitId }, visits);
      const { session, lost } = withKept(openSession(content, facts.revision), left.pending);
      this.collisions.set([...left.lost, ...lost]);
      this.hold(session);
      this.followers.tell({ kind: 'opened', document: session.document });
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /**
   * Makes a step.
   *
   * @param field what is typed into: letters that follow soon belong to the same step
   * @returns the conflict that kept it from being made
   */
  edit(changes: readonly DraftChange[], field?: string): DraftConflict | undefined {
    const session = this.held();
    if (session === undefined || changes.length === 0) return undefined;
    const edited = this.typing.grow(session, changes, field) ?? editDraft(session, uuidv7(), changes);
    if (!edited.ok) return edited.conflict;
    this.typing.note(edited.session.pending.at(-1)?.changeId, field);
    this.hold(edited.session);
    this.followers.tell({ kind: 'changed', changes, document: edited.session.document });
    return undefined;
  }

  /** The step to be sent next, which grows no more. */
  take(): PendingStep | undefined {
    const [next] = this.pending();
    this.typing.send(next?.changeId);
    return next;
  }

  /** Takes in steps as the server has them. A gap means that the draft must be read anew. */
  receive(steps: readonly DraftStep[], stacks?: DraftStacks): void {
    const session = this.held();
    if (session === undefined) return;
    if (stacks) this.stacks.set(stacks);
    const fresh = steps.filter(({ revision }) => revision > session.revision);
    if (fresh.length === 0) return;
    if (fresh[0]?.revision !== session.revision + 1) return void this.open(this.draft()?.id ?? '');
    const own = new Set(session.pending.map(({ changeId }) => changeId));
    const typedHere = fresh.filter(({ changeId }) => !this.copy.isInherited(changeId));
    const received = receiveSteps(withRest(session, typedHere, uuidv7), fresh);
    this.hold(received.session);
    const last = fresh.at(-1);
    if (last) this.noteStep(last);
    this.become(fresh.map(({ kind }) => BECOMES[kind]).findLast((state) => state !== undefined));
    const foreign = fresh.filter(({ changeId }) => !own.has(changeId));
    this.collide(received.lost, foreign.at(-1)?.by.name);
    if (foreign.length > 0 || received.lost.length > 0)
      this.followers.tell({ kind: 'opened', document: received.session.document });
  }

  /** Takes back a step that the server does not have: refused, or not sent yet. */
  withdraw(changeId: string): PendingStep | undefined {
    const session = this.held();
    const step = session?.pending.find((each) => each.changeId === changeId);
    if (session === undefined || step === undefined) return undefined;
    const { session: without, lost } = withdrawStep(session, changeId);
    this.hold(without);
    this.collide(lost);
    this.followers.tell({ kind: 'opened', document: without.document });
    return step;
  }

  /** Throws away what the server does not have. */
  forgo(): void {
    const session = this.held();
    if (session === undefined) return;
    this.hold({ ...session, pending: [], document: session.confirmed });
    this.followers.tell({ kind: 'opened', document: session.confirmed });
  }

  /** Shows steps that could not stay, until somebody has settled them. */
  collide(lost: readonly LostStep[], by?: string): void {
    if (lost.length === 0) return;
    this.collisions.update((before) => [
      ...before,
      ...lost.map((each) => (by === undefined ? each : { ...each, by })),
    ]);
    this.keep();
  }

  /** Takes a collision off the list. */
  settle(collision: Collision): void {
    this.collisions.update((before) => before.filter((each) => each !== collision));
    this.keep();
  }

  /** Tells of every change until the returned function is called; of all there is at once, when something is open. */
  follow(follower: (news: DeskNews) => void): () => void {
    const document = this.document();
    if (document) follower({ kind: 'opened', document });
    return this.followers.add(follower);
  }

  private accountId(): string {
    return this.account.current()?.account.id ?? '';
  }

  private hold(session: DraftSession): void {
    this.held.set(session);
    this.keep();
  }

  private keep(): void {
    this.copy.keep(this.pending(), this.collisions());
  }

  /** Opens or closes at once; what else is to be known of it then, the server is asked. */
  private become(state: DraftState | undefined): void {
    const facts = this.draft();
    if (state === undefined || facts === undefined) return;
    this.draft.set({ ...facts, state });
    void this.open(facts.id);
  }

  private noteStep({ revision, at, by }: DraftStep): void {
    this.draft.update((facts) => facts && { ...facts, revision, changedAt: at, changedBy: by });
  }
}
