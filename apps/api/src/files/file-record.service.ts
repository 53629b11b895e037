import { Injectable } from '@nestjs/common';
import { FilesRepository } from './files.repository.js';

/** What is on record of files, for those who need no more than to know of them. */
@Injectable()
export class FileRecord {
  constructor(private readonly repository: FilesRepository) {}

  /** The pieces of evidence of an assessment that have a file. */
  async describedBy(assessmentId: string): Promise<ReadonlySet<string>> {
    const rows = await this.repository.findDescribed(assessmentId);
    return new Set(rows.flatMap(({ evidenceId }) => evidenceId ?? []));
  }
}
