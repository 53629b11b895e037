import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Settings } from '../../../src/config/settings.js';
import type { DemoAccount } from '../../../src/demo/demo-accounts.js';
import { signInOverHttp } from '../actors.js';
import type { RunningApp } from '../app.js';
import type { Dice } from './dice.js';
import { Requests, type MadeUp } from './requests.js';
import { Told } from './told.js';

/** Of each role so many call. */
const MOST_OF_A_ROLE = 2;
/** Answers to somebody who may, beside those that go well. */
const LET_IN: readonly number[] = [409, 422];

/** What a made-up request came to. */
export interface Outcome {
  readonly status: number;
  /** The code of the problem; undefined where all went well, or where it was answered otherwise. */
  readonly code: string | undefined;
  /** What was sent and answered, to be read. */
  readonly told: string;
}

/** Somebody who calls, and what they have been told. */
interface Caller {
  /** Undefined: not signed in. */
  readonly cookie: string | undefined;
  readonly told: Told;
}

/**
 * People of the demonstration who send made-up requests. They ask for what they have been told of, at times for what
 * somebody else has, and learn who gets through where, so that more comes of it than refusals.
 */
export class Callers {
  readonly #requests: Requests;
  readonly #welcome = new Map<string, Set<Caller>>();
  #current: Caller;

  private constructor(
    private readonly running: RunningApp,
    private readonly dice: Dice,
    private readonly callers: readonly [Caller, ...Caller[]],
  ) {
    [this.#current] = callers;
    this.#requests = new Requests(dice, (name) => {
      const { told } = dice.below(8) === 0 ? dice.oneOf(callers) : this.#current;
      return told.known(name);
    });
  }

  static async of(running: RunningApp, dice: Dice): Promise<Callers> {
    const file = path.join(running.app.get(Settings).dataDir, 'demo-accounts.json');
    const accounts = JSON.parse(readFileSync(file, 'utf8')) as readonly DemoAccount[];
    const some = accounts.filter(
      ({ role }, place) =>
        accounts.slice(0, place).filter((before) => before.role === role).length < MOST_OF_A_ROLE,
    );
    const callers: Caller[] = [];
    for (const { email, password } of some) {
      const { cookie } = await signInOverHttp(running, email, password);
      callers.push({ cookie, told: new Told(dice) });
    }
    return new Callers(running, dice, [{ cookie: undefined, told: new Told(dice) }, ...callers]);
  }

  /** Everybody sends a request of an endpoint, one after the other. */
  async sendAll(name: string): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const caller of this.callers) {
      this.#current = caller;
      outcomes.push(await this.#answered(this.#requests.one(name)));
    }
    return outcomes;
  }

  /** Somebody sends a request of an endpoint, one in three of them spoiled. */
  async send(name: string): Promise<Outcome> {
    const welcome = [...(this.#welcome.get(name) ?? [])];
    const isLikely = welcome.length > 0 && this.dice.below(5) > 0;
    this.#current = this.dice.oneOf(isLikely ? welcome : this.callers);
    const whole = this.#requests.one(name);
    return this.#answered(this.dice.below(3) === 0 ? this.#requests.spoiled(whole) : whole);
  }

  async #answered(made: MadeUp): Promise<Outcome> {
    const { name, endpoint, params, body } = made;
    const address = addressOf(made);
    const stream = new AbortController();
    const response = await this.running.fetch(address, {
      method: endpoint.method,
      headers: headersOf(made, this.#current),
      signal: stream.signal,
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    });
    const { status } = response;
    const isStream = endpoint.tells !== undefined && response.ok;
    const text = isStream ? '' : await response.text();
    if (isStream) stream.abort();
    if (response.ok || LET_IN.includes(status)) this.#noteWelcome(name);
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const json = isJson ? (JSON.parse(text) as unknown) : undefined;
    if (response.ok) {
      this.#current.told.note(json, subjectOf(name));
      this.#current.told.note(params);
    }
    const said = body instanceof Uint8Array ? 'bytes' : JSON.stringify(body);
    return {
      status,
      code: response.ok ? undefined : (json as { code?: string } | undefined)?.code,
      told: `${endpoint.method} ${address} ${said ?? ''}\n${String(status)} ${text.slice(0, 1000)}`,
    };
  }

  #noteWelcome(name: string): void {
    const welcome = this.#welcome.get(name) ?? new Set();
    this.#welcome.set(name, welcome.add(this.#current));
  }
}

function headersOf({ endpoint, body }: MadeUp, { cookie }: Caller): Record<string, string> {
  const type = endpoint.takesBytes ? 'application/octet-stream' : 'application/json';
  return {
    ...(cookie === undefined ? {} : { cookie }),
    ...(body === undefined ? {} : { 'content-type': type }),
  };
}

/** Where it is sent, whatever stands in its parts; one that is empty would be another address. */
function addressOf({ endpoint, params, query }: MadeUp): string {
  const filled = endpoint.path.replace(
    /:([A-Za-z]+)/g,
    (_match, name: string) => inAddress(params[name]) || '-',
  );
  const search = Object.entries(query).map(([name, value]) => `${inAddress(name)}=${inAddress(value)}`);
  return `/api${filled}${search.length > 0 ? `?${search.join('&')}` : ''}`;
}

function inAddress(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  // Half a character can't stand in an address: bytes that are none do.
  return /\p{Surrogate}/u.test(text) ? '%ED%A0%80' : encodeURIComponent(text);
}

/** What the body of an endpoint's response is about: `draft` of `createDraft`, `report` of `makeChangeReport`. */
function subjectOf(name: string): string {
  return name.replace(/^.*([A-Z])/, '$1').toLowerCase();
}
