import type { ServerResponse } from 'node:http';
import { STREAM_HERE_EVERY_MS } from '@kilim/contracts';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Streams } from '../audit/streams.service.js';
import { Commits } from '../database/commits.js';
import { Notices, readRecordNotice } from '../database/notices.js';
import { Problem } from '../http/problem.js';
import { LiveChannel } from './live-channel.js';
import { LiveDoor } from './live-door.service.js';
import { LiveEvents } from './live-events.service.js';
import { LiveStream } from './live-stream.js';
import type { LiveSubject } from './live-subject.js';
import { Visitors } from './visitors.service.js';

/** Streams of one account at a time: a window with many tabs, on more than one device. */
const MOST_OF_ACCOUNT = 20;
/** Streams of everybody. */
const MOST = 5000;
/** How often it is looked whether who listens still may. */
const LOOK_EVERY_MS = 2000;
/** A change of people or roles is looked at after so long: several come together. */
const LOOK_SOON_MS = 50;

/** Who wants to be told what. */
export interface Listener {
  readonly accountId: string;
  readonly token: string | undefined;
  readonly subject: LiveSubject;
  /** The entry up to which they know everything; undefined: from now on. */
  readonly after: number | undefined;
  readonly visitId: string | undefined;
}

interface OpenChannel {
  readonly subject: LiveSubject;
  readonly channel: LiveChannel;
}

interface Listening {
  readonly listener: Listener;
  readonly stream: LiveStream;
}

/** The streams that are open: opens them within limits, keeps them alive, and ends those whose listener no longer may. */
@Injectable()
export class LiveStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(LiveStreams.name);
  /** By the id of what is open. */
  readonly #channels = new Map<string, OpenChannel>();
  readonly #open = new Set<Listening>();
  readonly #timers: NodeJS.Timeout[] = [];
  #lookingSoon: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(
    private readonly events: LiveEvents,
    private readonly visitors: Visitors,
    private readonly streams: Streams,
    private readonly door: LiveDoor,
    private readonly commits: Commits,
    private readonly notices: Notices,
  ) {}

  onApplicationBootstrap(): void {
    this.commits.subscribe(({ tables, streams }) => {
      for (const { kind, id, sequence } of streams)
        if (kind !== 'administration') this.#channels.get(id)?.channel.announce(sequence);
      if (['session', 'account', 'membership'].some((table) => tables.has(table))) this.#lookSoon();
    });
    this.notices.subscribe('record', (payload) => {
      const { id, sequence } = readRecordNotice(payload);
      this.#channels.get(id)?.channel.announce(sequence);
    });
    this.notices.onResume(() => void this.#catchUp());
    this.visitors.onChange((id) => void this.#tellVisitors(id));
    this.#every(STREAM_HERE_EVERY_MS, () => {
      for (const { stream } of this.#open) stream.beat();
      void this.#catchUp();
    });
    this.#every(LOOK_EVERY_MS, () => void this.#look());
  }

  /** Before the server waits for requests that are under way: these would never end. */
  beforeApplicationShutdown(): void {
    this.#isStopped = true;
    clearTimeout(this.#lookingSoon);
    for (const timer of this.#timers) clearInterval(timer);
    for (const { stream } of this.#open) stream.end();
  }

  /** @throws Problem `request.tooMany`, `server.busy` */
  assertRoom(accountId: string): void {
    if (this.#isStopped || this.#open.size >= MOST)
      throw new Problem('server.busy', { retryAfterSeconds: 10 });
    const own = [...this.#open].filter(({ listener }) => listener.accountId === accountId);
    if (own.length < MOST_OF_ACCOUNT) return;
    throw new Problem('request.tooMany', {
      detail: `${String(MOST_OF_ACCOUNT)} pages of yours are being told what happens. Close one of them first.`,
      retryAfterSeconds: 30,
    });
  }

  /** How far the record has come: for {@link open}. */
  async lengthOf({ kind, id }: LiveSubject): Promise<number> {
    return (await this.streams.lengths([id], kind)).get(id) ?? 0;
  }

  /** Tells a listener on a response whose headers have been sent, until either side ends it. */
  async open(response: ServerResponse, listener: Listener, length: number): Promise<void> {
    const { subject, after } = listener;
    const stream = new LiveStream(response, after ?? length);
    const listening = { listener, stream };
    this.#open.add(listening);
    const channel = this.#channel(subject, length);
    stream.onEnd(() => this.#ended(listening, channel));
    if (!stream.isOpen) return this.#ended(listening, channel);
    try {
      await channel.join(stream, length);
      // Only now: somebody who came before the stream had joined would be told to nobody.
      stream.tell(await this.visitors.eventOf(subject));
    } catch (error) {
      // The client comes again and says how far it was told.
      this.#log.warn(`A stream could not begin: ${String(error)}`);
      stream.end();
    }
    this.#forgetEmpty(subject.id);
    if (this.#isStopped) stream.end();
  }

  #channel(subject: LiveSubject, length: number): LiveChannel {
    const known = this.#channels.get(subject.id);
    if (known) return known.channel;
    const channel = new LiveChannel(
      (sequence, limit) => this.events.after(subject, sequence, limit),
      length,
      (error) => this.#log.warn(`What happened could not be read: ${String(error)}`),
    );
    this.#channels.set(subject.id, { subject, channel });
    return channel;
  }

  #ended(listening: Listening, channel: LiveChannel): void {
    const { listener, stream } = listening;
    if (!this.#open.delete(listening)) return;
    channel.leave(stream);
    this.#forgetEmpty(listener.subject.id);
    const { visitId, accountId, subject } = listener;
    if (visitId !== undefined) this.visitors.streamEnded(subject.id, { visitId, accountId });
  }

  /** A stream may end while it is still joining: whichever of the two is over last leaves nobody. */
  #forgetEmpty(id: string): void {
    if (this.#channels.get(id)?.channel.isEmpty) this.#channels.delete(id);
  }

  /** Looks how far the record has come, wherever somebody listens: a notice may have been missed. */
  async #catchUp(): Promise<void> {
    try {
      for (const kind of ['assessment', 'draft'] as const) {
        const open = [...this.#channels.values()].filter(({ subject }) => subject.kind === kind);
        const lengths = await this.streams.lengths(
          open.map(({ subject }) => subject.id),
          kind,
        );
        for (const [id, length] of lengths) this.#channels.get(id)?.channel.announce(length);
      }
    } catch (error) {
      this.#log.warn(`How far the record has come could not be read: ${String(error)}`);
    }
  }

  async #tellVisitors(id: string): Promise<void> {
    const open = this.#channels.get(id);
    try {
      open?.channel.tellAll(await this.visitors.eventOf(open.subject));
    } catch (error) {
      // Told again when somebody moves next.
      this.#log.warn(`Who is there could not be told: ${String(error)}`);
    }
  }

  #lookSoon(): void {
    this.#lookingSoon ??= setTimeout(() => {
      this.#lookingSoon = undefined;
      void this.#look();
    }, LOOK_SOON_MS).unref();
  }

  /** Ends the streams of those whose session is over or who may no longer read what they listen to. */
  async #look(): Promise<void> {
    for (const { listener, stream } of [...this.#open]) {
      try {
        const reason = await this.door.closedFor(listener.token, listener.subject);
        if (reason) stream.end(reason);
      } catch (error) {
        // A database that can't be asked now says nothing about anybody.
        this.#log.warn(`Whether somebody may still listen could not be read: ${String(error)}`);
      }
    }
  }

  #every(milliseconds: number, run: () => void): void {
    this.#timers.push(setInterval(run, milliseconds).unref());
  }
}
