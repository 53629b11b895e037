import { Injectable } from '@nestjs/common';
import { AuditRepository } from './audit.repository.js';
import type { PersonalBody } from './personal-content.entity.js';

/** What somebody typed or did, as far as it was not erased. */
export interface Content {
  /** Undefined once erased. */
  readonly body: PersonalBody | undefined;
  /** Null for the program itself, and once erased. */
  readonly actorId: string | null;
}

/** Reads the words and values that belong to append-only rows of other features, by the rows' ids. */
@Injectable()
export class Contents {
  constructor(private readonly audit: AuditRepository) {}

  /** Finds what belongs to a row among those that were asked for. */
  async of(ownerIds: readonly string[]): Promise<(ownerId: string) => Content> {
    const rows = await this.audit.personalContents(ownerIds);
    return (ownerId) => {
      const row = rows.get(ownerId);
      return { body: row?.body ?? undefined, actorId: row?.actorId ?? null };
    };
  }
}
