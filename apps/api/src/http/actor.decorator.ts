import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';

/** Requests whose sender is known. */
const ACTORS = new WeakMap<FastifyRequest['raw'], Actor>();

/** Called by the guard once it knows who asks. */
export function rememberActor(request: FastifyRequest, actor: Actor): void {
  ACTORS.set(request.raw, actor);
}

/** Who asks: the person behind the session. Only on endpoints that need somebody signed in. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = ACTORS.get(context.switchToHttp().getRequest<FastifyRequest>().raw);
  if (!actor) throw new Error('This endpoint is open to anyone, so nobody need be signed in.');
  return actor;
});
