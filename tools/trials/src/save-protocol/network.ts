import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { CurrentAnswer } from '@kilim/contracts';
import * as z from 'zod';
import type { RunningApp } from '../../../../apps/api/test/support/app.js';

/**
 * What becomes of a request on its way.
 *
 * | | |
 * |---|---|
 * | `arrives` | it reaches the server and its reply comes back |
 * | `lost` | it never gets there |
 * | `replyLost` | it takes effect, and nobody hears of it |
 * | `doubled` | it gets there twice at the same time |
 * | `late` | whoever sent it gives up, and it gets there much later, after others |
 */
export const FATES = ['arrives', 'lost', 'replyLost', 'doubled', 'late'] as const;
export type Fate = (typeof FATES)[number];

interface Asked {
  readonly address: string;
  readonly cookie: string;
  readonly method?: string;
  readonly headers?: RequestInit['headers'];
  readonly body?: unknown;
}

interface Reply {
  readonly status: number;
  readonly text: string;
}

interface Sending {
  readonly address: string;
  readonly init: RequestInit;
  readonly cookie: string;
}

interface Waiting extends Sending {
  readonly reply: (response: Response) => void;
  readonly fail: (error: Error) => void;
}

/** A save that takes effect, as the server tells everybody who watches the assessment. */
export interface Told {
  readonly saveId: string;
  readonly answer: CurrentAnswer;
}

const Saves = z.object({ saves: z.array(z.object({ saveId: z.string() })) });
const Answers = z.object({ answers: z.array(CurrentAnswer) });

/** Whose browser sends. One for all networks: each that there is makes everything asynchronous slower, for good. */
const sender = new AsyncLocalStorage<string>();

const agent = new Agent({ keepAlive: true });

/** The way from people's browsers to the server. Requests wait on it until their fate is decided. */
export class Network {
  #waiting: Waiting[] = [];
  #late: Sending[] = [];
  /** While it is, nothing gets through. */
  isDown = false;
  /** Every save that took effect, in order, whether or not its sender knows. */
  readonly told: Told[] = [];
  /** The saves whose sender knows. */
  readonly acknowledged = new Map<string, CurrentAnswer>();

  /** @param server who answers now */
  constructor(private readonly server: () => RunningApp) {}

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Sends as a browser in which somebody is signed in: what is called in there goes through {@link fetch}. */
  from<T>(cookie: string, send: () => T): T {
    return sender.run(cookie, send);
  }

  /** Stands in for the browser's own. */
  readonly fetch = (address: string, init: RequestInit): Promise<Response> => {
    const cookie = sender.getStore();
    if (cookie === undefined) throw new Error('Nobody sends this.');
    return new Promise((reply, fail) => this.#waiting.push({ address, init, cookie, reply, fail }));
  };

  /** Decides over one that waits, counted from the oldest. */
  async decide(index: number, fate: Fate): Promise<void> {
    const [one] = this.#waiting.splice(index % Math.max(1, this.#waiting.length), 1);
    if (!one) return;
    if (this.isDown || fate === 'lost') return void one.fail(new Error('no network'));
    if (fate === 'late') {
      this.#late.push(one);
      return void one.fail(new Error('no reply in time'));
    }
    const replies = await Promise.all([this.#reach(one), ...(fate === 'doubled' ? [this.#reach(one)] : [])]);
    const last = replies.at(-1);
    if (fate === 'replyLost' || !last) return void one.fail(new Error('no reply'));
    if (last.status === 201)
      for (const { saveId, answer } of madeBy(one, last.text)) this.acknowledged.set(saveId, answer);
    one.reply(new Response(last.text, { status: last.status }));
  }

  /** Everything that is late arrives, the newest first. */
  async late(): Promise<void> {
    if (this.isDown) return;
    for (const one of this.#late.splice(0).reverse()) await this.#reach(one);
  }

  /** The server ends: of what is on its way some has reached it, and nobody gets a reply. */
  async breakDown(reached: (index: number) => boolean): Promise<void> {
    const all = this.#waiting.splice(0);
    if (!this.isDown)
      await Promise.all(all.filter((_, index) => reached(index)).map((one) => this.#reach(one)));
    this.isDown = true;
    for (const one of all) one.fail(new Error('The connection was closed.'));
  }

  async #reach(one: Sending): Promise<Reply> {
    const { address, init, cookie } = one;
    const { method, headers, body } = init;
    const reply = await this.ask({ address, cookie, method: method ?? 'GET', headers, body });
    if (reply.status >= 500) throw new Error(`The server failed: ${reply.text}`);
    if (reply.status === 201) this.#tell(one, reply.text);
    return reply;
  }

  /** Asks the server past the network. */
  async ask({ address, cookie, method = 'GET', headers, body }: Asked): Promise<Reply> {
    // Not with `fetch`, which takes longer over a request than the server does.
    const asking = request(`${this.server().url}${address}`, {
      ...{ method, agent, headers: { ...(headers as Record<string, string>), cookie } },
    });
    asking.end(body);
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    return { status: response.statusCode ?? 0, text: await text(response) };
  }

  #tell(one: Sending, text: string): void {
    for (const made of madeBy(one, text))
      if (!this.told.some(({ saveId }) => saveId === made.saveId)) this.told.push(made);
  }
}

/** The saves that a request carried, each with the answer as the reply says that it made it; none of what was no save. */
function madeBy({ init }: Sending, reply: string): readonly Told[] {
  const answers = Answers.safeParse(JSON.parse(reply)).data?.answers ?? [];
  if (answers.length === 0) return [];
  const { saves } = Saves.parse(JSON.parse(String(init.body)));
  return answers.flatMap((answer, place) => {
    const save = saves[place];
    return save ? [{ saveId: save.saveId, answer }] : [];
  });
}
