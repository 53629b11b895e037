import type { FastifyRequest } from 'fastify';

/** What is learnt of a request on its way and stands in its line of the log. */
export interface RequestFacts {
  /** Who asked. */
  readonly accountId?: string;
  /** The code of the problem that it met. */
  readonly problem?: string;
}

const FACTS = new WeakMap<FastifyRequest['raw'], RequestFacts>();

/** Adds to what the line of a request will say. */
export function noteFacts({ raw }: FastifyRequest, facts: RequestFacts): void {
  FACTS.set(raw, { ...FACTS.get(raw), ...facts });
}

/** What has been noted of a request so far. */
export function factsOf({ raw }: FastifyRequest): RequestFacts {
  return FACTS.get(raw) ?? {};
}
