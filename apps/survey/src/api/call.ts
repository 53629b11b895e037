import {
  ACCOUNT_HEADER,
  addressOf,
  readReply,
  type CallOf,
  type Endpoint,
  type ResponseOf,
} from '@kilim/contracts';
import { keepFirstFor, takeFirst } from '../first-view/first-data.js';
import { fetchKeptAlive } from './kept-alive.js';
import { errorOf, NewerReply, UnexpectedReply, Unreachable } from './problem.js';

/** How long a reply may take before it counts as lost. */
const REPLY_WITHIN_MS = 20_000;

export interface CallOptions {
  /** Ends the request early. */
  readonly signal?: AbortSignal;
  /** Lets a small request outlive the page, for what is saved while it is left. */
  readonly keepAlive?: boolean;
  /** Whose request it is, where that was settled before: the page may be somebody else's by now. */
  readonly account?: string;
  /** Asks as whoever is signed in in this browser, be it somebody else by now. */
  readonly asAnybody?: boolean;
}

/** What any endpoint of the contract may be called with; `CallOf` says it exactly for each. */
interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
}

/** Whose requests these are; undefined until somebody has signed in. */
let accountId: string | undefined;

/** Says whose requests are made from now on: the server refuses them once somebody else is signed in in this browser. */
export function callAs(account: string | undefined): void {
  accountId = account;
  keepFirstFor(account);
}

/** The header that says whose request it is: unless said otherwise, that of who is in front of the page. */
export function accountHeader(account = accountId): Readonly<Record<string, string>> {
  return account === undefined ? {} : { [ACCOUNT_HEADER]: account };
}

/**
 * Calls an endpoint of the contract and reads its reply with the contract's own schema, of a newer server what is known.
 * What the page came with need not be asked for.
 *
 * @throws Problem         the server refused, and says why
 * @throws Unreachable     no reply came, or not in time
 * @throws UnexpectedReply the reply does not fit the contract
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  parts: CallOf<E>,
  options: CallOptions = {},
): Promise<ResponseOf<E>> {
  const { params, query, body } = parts as Parts;
  const address = addressOf(endpoint.path, params, query);
  const given = endpoint.method === 'GET' ? readReply(endpoint, takeFirst(address)) : undefined;
  if (given?.success === true) return given.data;
  const reply = await request(endpoint.method, address, body, options);
  if (endpoint.response === undefined && reply.status === 204) return undefined as ResponseOf<E>;
  const json = await readJson(reply);
  if (!reply.ok) throw errorOf(reply.status, json);
  const read = readReply(endpoint, json);
  if (read?.success !== true) throw new NewerReply(reply.status, read?.error);
  return read.data;
}

async function request(
  method: Endpoint['method'],
  address: string,
  body: unknown,
  { signal, keepAlive, account, asAnybody }: CallOptions,
): Promise<Response> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const timeout = AbortSignal.timeout(REPLY_WITHIN_MS);
  try {
    return await (keepAlive === true ? fetchKeptAlive : fetch)(address, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(asAnybody !== true && accountHeader(account)),
        ...(text !== undefined && { 'content-type': 'application/json' }),
      },
      ...(text !== undefined && { body: text }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    throw new Unreachable(error);
  }
}

async function readJson(reply: Response): Promise<unknown> {
  let text: string;
  try {
    text = await reply.text();
  } catch (error) {
    throw new Unreachable(error);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnexpectedReply(reply.status, error);
  }
}
