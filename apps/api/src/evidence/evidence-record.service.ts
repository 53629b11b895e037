import type { EvidencePiece } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { FileRecord } from '../files/file-record.service.js';
import { EvidenceRepository } from './evidence.repository.js';
import { usesByEvidence } from './uses.js';

/** What is on record of evidence, as far as the rules of a version are concerned with it. */
@Injectable()
export class EvidenceRecord {
  constructor(
    private readonly repository: EvidenceRepository,
    private readonly files: FileRecord,
  ) {}

  /** The evidence for each question of an assessment; in a repeated set for all of its instances. */
  async pieces(assessmentId: string): Promise<ReadonlyMap<string, readonly EvidencePiece[]>> {
    const rows = await this.repository.findAll(assessmentId);
    const uses = usesByEvidence(await this.repository.findLinks([assessmentId]));
    const withFile = await this.files.describedBy(assessmentId);
    const byQuestion = new Map<string, EvidencePiece[]>();
    for (const { id, url, issuedOn } of rows) {
      const piece: EvidencePiece = {
        kinds: [
          ...(withFile.has(id) ? (['file'] as const) : []),
          ...(url === null ? [] : (['link'] as const)),
        ],
        ...(issuedOn !== null && { date: issuedOn }),
      };
      for (const questionId of uses.get(id)?.keys() ?? [])
        byQuestion.set(questionId, [...(byQuestion.get(questionId) ?? []), piece]);
    }
    return byQuestion;
  }
}
