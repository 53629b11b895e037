import { randomUUID } from 'node:crypto';
import { VISIT_LASTS_MS, type Visitor } from '@kilim/contracts';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import * as z from 'zod';
import { Clock } from '../config/clock.js';
import { Notices } from '../database/notices.js';
import { People } from '../session/people.service.js';
import type { AnyLiveEvent, LiveSubject } from './live-subject.js';
import { VisitorBook, type Visit } from './visitor-book.js';

/** How often it is looked who is gone. */
const LOOK_EVERY_MS = 5000;
/** So long somebody whose stream has ended still counts as here: a page that is loaded again comes back at once. */
const COMES_BACK_MS = 8000;

/** What servers tell each other of somebody: that they are here, for so long; or gone, for 0. */
const Notice = z.object({
  from: z.string(),
  subjectId: z.string(),
  accountId: z.string(),
  visitId: z.string(),
  sectionId: z.string().nullable(),
  since: z.string(),
  lastsMs: z.number(),
});
type Notice = z.infer<typeof Notice>;

/**
 * Who is in an assessment or a draft right now, on whichever server, and where in it: in which section, at which part. It
 * is told, never stored.
 */
@Injectable()
export class Visitors implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #book = new VisitorBook();
  readonly #listeners: ((subjectId: string) => void)[] = [];
  /** Tells this server's own notices from others'. */
  readonly #self = randomUUID();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly notices: Notices,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.notices.subscribe('visitors', (payload) => this.#hear(payload));
    this.#timer = setInterval(() => {
      for (const subjectId of this.#book.expire(performance.now())) this.#changed(subjectId);
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** Calls the listener when somebody comes, goes or moves in an assessment. */
  onChange(listener: (subjectId: string) => void): void {
    this.#listeners.push(listener);
  }

  /** Who is there, as it is told. */
  async eventOf({ kind, id }: LiveSubject): Promise<AnyLiveEvent> {
    const visitors = await this.of(id);
    if (kind === 'assessment') return { kind: 'visitors', visitors };
    return {
      kind: 'authors',
      authors: visitors.map(({ sectionId, ...visitor }) => ({ ...visitor, part: sectionId })),
    };
  }

  /** Who is there, in the order in which they came. */
  async of(subjectId: string): Promise<readonly Visitor[]> {
    const visits = this.#book.of(subjectId);
    const person = await this.people.named(visits.map(({ accountId }) => accountId));
    return visits.map(({ accountId, visitId, sectionId, since }) => ({
      ...{ visitId, sectionId, since },
      person: person(accountId),
    }));
  }

  async stay(subjectId: string, visit: Omit<Visit, 'since'>): Promise<void> {
    await this.#note(subjectId, { ...visit, since: this.clock.now() }, VISIT_LASTS_MS);
  }

  async leave(subjectId: string, visit: Pick<Visit, 'accountId' | 'visitId'>): Promise<void> {
    await this.#note(subjectId, { ...visit, sectionId: null, since: this.clock.now() }, 0);
  }

  /** The stream of a visit has ended: unless it comes back, somebody is gone. */
  streamEnded(subjectId: string, visit: Pick<Visit, 'accountId' | 'visitId'>): void {
    this.#book.shorten(subjectId, visit, performance.now() + COMES_BACK_MS);
  }

  async #note(subjectId: string, visit: Visit, lastsMs: number): Promise<void> {
    this.#enter(subjectId, visit, lastsMs);
    const notice: Notice = { from: this.#self, subjectId, ...visit, lastsMs };
    await this.notices.tell('visitors', JSON.stringify(notice));
  }

  #hear(payload: string): void {
    const { from, subjectId, lastsMs, ...visit } = Notice.parse(JSON.parse(payload));
    if (from !== this.#self) this.#enter(subjectId, visit, lastsMs);
  }

  #enter(subjectId: string, visit: Visit, lastsMs: number): void {
    const isNews =
      lastsMs > 0
        ? this.#book.stay(subjectId, visit, performance.now() + lastsMs)
        : this.#book.leave(subjectId, visit);
    if (isNews) this.#changed(subjectId);
  }

  #changed(subjectId: string): void {
    for (const listener of this.#listeners) listener(subjectId);
  }
}
