import { setTimeout as pause } from 'node:timers/promises';
import { addressOf, CurrentAnswer, ProblemDocument, saveAnswers, type AnswerSave } from '@kilim/contracts';
import * as z from 'zod';
import { savesOf, type Answering } from '../../../../apps/api/test/support/crowd.js';

/** A save that the server has acknowledged. */
export interface Acknowledged {
  readonly assessmentId: string;
  readonly saveId: string;
  readonly eventId: string;
  readonly revision: number;
  readonly value: unknown;
}

/** What came of a request: acknowledged, put off (the same goes again), or no reply. */
export type Reply =
  | { readonly kind: 'acknowledged'; readonly acknowledged: Acknowledged; readonly tookMs: number }
  | { readonly kind: 'putOff'; readonly code: string }
  | { readonly kind: 'lost' };

const Answers = z.object({ answers: z.array(CurrentAnswer) });

/** Where people send their saves: a server, or the way to one. */
export interface Destination {
  readonly port: number;
  /** Rejects when the server ends by itself. */
  readonly crashed: Promise<never>;
}

/** Problems that say: nothing was saved, come again. */
const PUT_OFF = ['server.busy', 'server.full'];
const AGAIN_MS = 100;
/** A server that is there says something, if only that it can't now. */
const REPLIES_WITHIN_MS = 60_000;

/**
 * Sends a save once.
 *
 * @param signal ends waiting for the reply, as a network that breaks does
 * @throws when the server refuses it (trials send nothing that may be refused), puts it off without saying until when, or
 *   keeps silent for a minute
 */
export async function sendOnce(
  url: string,
  { assessmentId, cookie }: Answering,
  save: AnswerSave,
  signal?: AbortSignal,
): Promise<Reply> {
  const began = performance.now();
  const patience = AbortSignal.timeout(REPLIES_WITHIN_MS);
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${url}${addressOf(saveAnswers.path, { assessmentId })}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ saves: [save] }),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    text = await response.text();
  } catch (error) {
    if (patience.aborted) throw new Error('A save was not answered at all.', { cause: error });
    // No reply, or half of one: whether it took effect is not known.
    return { kind: 'lost' };
  }
  if (response.status === 201) {
    const [answer] = Answers.parse(JSON.parse(text)).answers;
    if (!answer) throw new Error('An acknowledgement without an answer.');
    const { eventId, revision } = answer;
    const value = answer.answer?.kind === 'value' ? answer.answer.value : null;
    const acknowledged = { assessmentId, saveId: save.saveId, eventId, revision, value };
    return { kind: 'acknowledged', acknowledged, tookMs: performance.now() - began };
  }
  const problem = ProblemDocument.parse(JSON.parse(text));
  if (!PUT_OFF.includes(problem.code)) throw new Error(`A save was refused: ${text}`);
  if (response.headers.get('retry-after') === null) throw new Error(`Come again when? ${text}`);
  return { kind: 'putOff', code: problem.code };
}

/** What has come of a crowd that answers. */
export interface Load {
  readonly acknowledged: Acknowledged[];
  /** How long each acknowledgement took, in milliseconds. */
  readonly tookMs: number[];
  /** How often each problem put somebody off. */
  readonly putOff: Map<string, number>;
  /** Requests without a reply. */
  lost: number;
}

/** A crowd that answers: the next save when the last is acknowledged; what is not goes again as it was, as the form does. */
export class Crowd {
  readonly load: Load = { acknowledged: [], tookMs: [], putOff: new Map(), lost: 0 };
  readonly #writing: Promise<unknown>;
  #isOver = false;
  #isAbandoned = false;

  /**
   * @param server where the server is now: it may be another one after a while
   * @param restMs how long everybody rests between two saves
   */
  private constructor(
    people: readonly Answering[],
    private readonly server: () => Destination,
    restMs: number,
  ) {
    this.#writing = Promise.all(people.map((person) => this.#answer(person, restMs)));
    // Whoever waits hears of it.
    this.#writing.catch(() => undefined);
  }

  /** Lets people answer while something happens to their server, and waits for their last acknowledgements. */
  static async while(
    people: readonly Answering[],
    server: () => Destination,
    happens: (crowd: Crowd) => Promise<void>,
    restMs = 0,
  ): Promise<Load> {
    const crowd = new Crowd(people, server, restMs);
    try {
      await happens(crowd);
    } catch (error) {
      crowd.#isAbandoned = true;
      throw error;
    } finally {
      crowd.#isOver = true;
    }
    await crowd.#orCrash(crowd.#writing);
    return crowd.load;
  }

  /** Resolves when so many saves have been acknowledged in all; a refusal or a crash ends it at once. */
  until(count: number): Promise<void> {
    return this.#sees(() => this.load.acknowledged.length >= count);
  }

  /** Resolves when so many more saves have been acknowledged. */
  untilMore(count: number): Promise<void> {
    return this.until(this.load.acknowledged.length + count);
  }

  /** Resolves when a problem has put somebody off so many times more. */
  async untilPutOff(code: string, count: number): Promise<void> {
    const before = this.load.putOff.get(code) ?? 0;
    await this.#sees(() => (this.load.putOff.get(code) ?? 0) >= before + count);
  }

  async #sees(isSo: () => boolean): Promise<void> {
    const waits = async () => {
      while (!isSo() && !this.#isOver) await pause(5);
    };
    await this.#orCrash(Promise.race([waits(), this.#writing]));
  }

  #orCrash<T>(happens: Promise<T>): Promise<T> {
    return Promise.race([happens, this.server().crashed]);
  }

  async #answer(person: Answering, restMs: number): Promise<void> {
    const nextSave = savesOf(person);
    while (!this.#isOver) {
      const save = nextSave();
      while (!(await this.#isTaken(person, save))) {
        if (this.#isAbandoned) return;
        await pause(AGAIN_MS);
      }
      if (restMs > 0) await pause(restMs);
    }
  }

  async #isTaken(person: Answering, save: AnswerSave): Promise<boolean> {
    const reply = await sendOnce(`http://127.0.0.1:${String(this.server().port)}`, person, save);
    switch (reply.kind) {
      case 'acknowledged':
        this.load.acknowledged.push(reply.acknowledged);
        this.load.tookMs.push(reply.tookMs);
        return true;
      case 'putOff':
        this.load.putOff.set(reply.code, (this.load.putOff.get(reply.code) ?? 0) + 1);
        return false;
      case 'lost':
        this.load.lost += 1;
        return false;
    }
  }
}
