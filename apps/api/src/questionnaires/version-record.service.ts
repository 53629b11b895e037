import { Injectable } from '@nestjs/common';
import { Entries } from '../audit/entries.service.js';
import { versionHash } from './content-hash.js';
import { QuestionnairesRepository } from './questionnaires.repository.js';

/** Holds published versions against their hashes, and those against the entries of the chains that cover them. */
@Injectable()
export class VersionRecord {
  constructor(
    private readonly repository: QuestionnairesRepository,
    private readonly entries: Entries,
  ) {}

  /** The versions whose structure or source texts are not as they were published; empty when all is as it was written. */
  async faults(): Promise<readonly string[]> {
    const entries = await this.entries.ofAdministration('version.published');
    const altered: string[] = [];
    for (const id of await this.repository.findIds()) {
      const row = await this.repository.findVersion(id);
      if (!row) continue;
      const hash = versionHash(row.structure, row.sourceTexts);
      // Of one whose publisher was erased the entry says nothing any more.
      const covered = entries.get(id)?.content.body?.['hash'] ?? hash;
      if (row.hash !== hash || covered !== hash) altered.push(id);
    }
    return altered;
  }
}
