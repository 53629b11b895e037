import { gather, type EvidencePiece } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { FileRecord } from '../files/file-record.service.js';
import { EvidenceRepository } from './evidence.repository.js';
import { usesByEvidence } from './uses.js';

/** What is on record of evidence, for those who need no more than to know of it. */
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

  /** Per assessment, the questions whose answers have at least one piece of evidence. */
  async supported(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const events = gather(await this.repository.findLinks(assessmentIds), ({ assessmentId }) => assessmentId);
    return new Map(
      assessmentIds.map((id) => {
        const uses = usesByEvidence(events.get(id) ?? []);
        return [id, new Set([...uses.values()].flatMap((each) => [...each.keys()]))];
      }),
    );
  }

  /** Which of those ids are pieces of evidence of the assessment. */
  async known(assessmentId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const all = new Set((await this.repository.findAll(assessmentId)).map(({ id }) => id));
    return new Set(ids.filter((id) => all.has(id)));
  }
}
