import type { Session } from '@kilim/contracts';

/** A programme in which somebody writes questionnaires. */
export interface Programme {
  readonly id: string;
  readonly name: string;
}

/** The programmes in which a person writes questionnaires. */
export function programmesOf(session: Session | undefined): readonly Programme[] {
  return (session?.memberships ?? []).flatMap(({ role, scope, scopeId, scopeName }) =>
    role === 'coordinator' && scope === 'programme' && scopeId !== undefined
      ? [{ id: scopeId, name: scopeName ?? scopeId }]
      : [],
  );
}
