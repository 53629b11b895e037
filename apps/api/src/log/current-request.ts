import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

/** The id of the request that is being answered; undefined where none is. */
export function currentRequestId(): string | undefined {
  return requests.getStore();
}

/** Does something, and all that follows from it, on behalf of a request. */
export function withinRequest(requestId: string, work: () => void): void {
  requests.run(requestId, work);
}
