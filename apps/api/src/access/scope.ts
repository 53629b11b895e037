import type { ScopeKind } from '@kilim/contracts';

/** What a request is about, named by the params of its path. */
export type Scope =
  | { readonly kind: 'installation' }
  | {
      readonly kind: 'programme' | 'round' | 'assessment' | 'version' | 'draft' | 'account';
      readonly id: string;
    };

/** A place of somebody's work that contains what a request is about, or is a part of it. */
export interface Place {
  readonly scope: ScopeKind;
  readonly scopeId: string;
  /** True for a programme around a round; false for a city's assessment within it. */
  readonly contains: boolean;
}

const PARAMS = [
  ['assessmentId', 'assessment'],
  ['roundId', 'round'],
  ['versionId', 'version'],
  ['draftId', 'draft'],
  ['programmeId', 'programme'],
  ['accountId', 'account'],
] as const;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * What the params name; without any it is the installation.
 *
 * @returns undefined when an id is malformed: there is nothing there, like behind any other id one can't see
 */
export function scopeOf(params: Readonly<Record<string, string>>): Scope | undefined {
  const ids = Object.values(params);
  if (!ids.every((id) => UUID.test(id))) return undefined;
  for (const [name, kind] of PARAMS) {
    const id = params[name];
    if (id !== undefined) return { kind, id };
  }
  return ids.length === 0 ? { kind: 'installation' } : undefined;
}
