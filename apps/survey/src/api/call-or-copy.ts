import { addressOf, readReply, type CallOf, type Endpoint, type ResponseOf } from '@kilim/contracts';
import { keepCopy, readCopy } from '../device/copies.js';
import { call, type CallOptions } from './call.js';
import { Problem, UnexpectedReply, Unreachable } from './problem.js';

/** With what is here already nobody has to wait longer for the server. */
const COPY_AFTER_MS = 4_000;

/** What the server answers, or what it answered last. */
export interface Known<T> {
  readonly value: T;
  /** When it was answered, by the device's clock; absent: now. */
  readonly copiedAt?: number;
}

/**
 * Reads something of the server and keeps a copy of it for the person; where the server can't be reached, or is slow, the
 * last copy.
 *
 * @throws Problem         the server refused, and says why; or failed, and there is no copy
 * @throws Unreachable     it could not be reached, and there is no copy
 * @throws UnexpectedReply the reply does not fit the contract, and there is no copy
 */
export async function callOrCopy<E extends Endpoint>(
  accountId: string,
  endpoint: E,
  parts: CallOf<E>,
  options: CallOptions = {},
): Promise<Known<ResponseOf<E>>> {
  const { params, query } = parts as { params?: Record<string, string>; query?: Record<string, string> };
  const what = addressOf(endpoint.path, params, query);
  const asked = call(endpoint, parts, options).then((value): Known<ResponseOf<E>> => {
    void keepCopy(accountId, what, value);
    return { value };
  });
  const copy = copyOf(endpoint, accountId, what);
  const orCopy = async (error: unknown): Promise<Known<ResponseOf<E>>> => {
    const kept = await copy;
    if (kept && isTheServers(error)) return kept;
    throw error;
  };
  return Promise.race([asked.catch(orCopy), whenLate(copy)]);
}

/**
 * The copy of something of the server that is still what it was.
 *
 * @param isStill whether it is; else, and where there is none, it is to be read anew
 */
export async function stillCopied<E extends Endpoint>(
  accountId: string,
  endpoint: E,
  { params }: { readonly params: Readonly<Record<string, string>> },
  isStill: (value: ResponseOf<E>) => boolean,
): Promise<ResponseOf<E> | undefined> {
  const kept = await copyOf(endpoint, accountId, addressOf(endpoint.path, params));
  return kept && isStill(kept.value) ? kept.value : undefined;
}

/** The question was in order; it is the server that can't answer now. */
function isTheServers(error: unknown): boolean {
  if (error instanceof Problem) return error.document.status >= 500;
  return error instanceof Unreachable || error instanceof UnexpectedReply;
}

async function copyOf<E extends Endpoint>(
  endpoint: E,
  accountId: string,
  what: string,
): Promise<Known<ResponseOf<E>> | undefined> {
  const copy = await readCopy(accountId, what);
  // Another version of the program may have kept it, in another shape.
  const read = readReply(endpoint, copy?.body);
  return copy && read?.success === true ? { value: read.data, copiedAt: copy.takenAt } : undefined;
}

/** The copy, once waiting any longer would be worse; never when there is none. */
async function whenLate<T>(copy: Promise<T | undefined>): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, COPY_AFTER_MS));
  return (await copy) ?? new Promise(() => undefined);
}
