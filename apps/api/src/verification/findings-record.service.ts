import { findingInput } from '@kilim/contracts';
import type { FindingInput } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { Contents } from '../audit/contents.service.js';
import { FindingBody } from './finding-body.js';
import type { FindingRow } from './finding.entity.js';
import { FindingsRepository } from './findings.repository.js';

/** A finding with its words and who recorded it; both are gone once they were erased. */
export interface FullFinding {
  readonly row: FindingRow;
  readonly body: FindingBody | undefined;
  readonly actorId: string | null;
}

/** Reads findings, for scores and for the pages that show them. */
@Injectable()
export class FindingsRecord {
  constructor(
    private readonly findings: FindingsRepository,
    private readonly contents: Contents,
  ) {}

  /** All findings of an assessment, oldest first. */
  async all(assessmentId: string): Promise<readonly FullFinding[]> {
    const rows = await this.findings.findAll(assessmentId);
    const content = await this.contents.of(rows.map(({ id }) => id));
    return rows.map((row) => {
      const { body, actorId } = content(row.id);
      return { row, body: body && FindingBody.parse(body), actorId };
    });
  }

  /** All findings of an assessment as the engine takes them. One whose words were erased counts for nothing. */
  async inputs(assessmentId: string): Promise<readonly FindingInput[]> {
    return (await this.all(assessmentId)).map(inputOfFinding);
  }
}

/** A finding as the engine takes it. */
export function inputOfFinding({ row, body }: FullFinding): FindingInput {
  return findingInput({ ...row, answer: body?.answer ?? null });
}
