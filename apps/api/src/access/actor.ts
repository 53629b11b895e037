import type { Reader, Role, ScopeKind } from '@kilim/contracts';

/** One role of a person and where it holds, as the database has it. */
export interface HeldRole {
  readonly role: Role;
  readonly scope: ScopeKind;
  /** Null for the installation. */
  readonly scopeId: string | null;
  /** Section ids a contributor is confined to; null: all. */
  readonly sections: readonly string[] | null;
  /** As which reader an expert verifies; null: as the first. */
  readonly reader: Reader | null;
}

/** Who asks: the person behind a session, with the roles in force at this request. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly sessionId: string;
  readonly memberships: readonly HeldRole[];
}
