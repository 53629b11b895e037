import { addressOf, type CallOf, type Endpoint } from '@kilim/contracts';

/** Params, query and body of a call, whatever the endpoint. */
interface AnyCall {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
}

/** A call as HTTP wants it. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

/** Turns a call of the contract into a request below `/api`. */
export function requestOf<E extends Endpoint>(endpoint: E, call: CallOf<E>): Request {
  const { params, query, body } = call as AnyCall;
  const url = addressOf(endpoint.path, params, query);
  return { method: endpoint.method, url, ...(body !== undefined && { body }) };
}
