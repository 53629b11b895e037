import type { Finding } from '@kilim/contracts';
import { addressOf } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { AssessmentRecord, type JudgedAnswer } from '../assessments/record.service.js';
import { People, type PeopleById } from '../session/people.service.js';
import { FindingsRecord, type FullFinding } from './findings-record.service.js';

/** Shows findings. */
@Injectable()
export class FindingsList {
  constructor(
    private readonly record: FindingsRecord,
    private readonly assessment: AssessmentRecord,
    private readonly people: People,
  ) {}

  /** All findings of an assessment, oldest first. */
  async all(assessmentId: string): Promise<readonly Finding[]> {
    const findings = await this.record.all(assessmentId);
    const answers = await this.assessment.judgeable(assessmentId);
    const person = await this.people.named(findings.map(({ actorId }) => actorId));
    return findings.map((finding) => {
      const { questionId, instanceId } = finding.row;
      return shown(finding, findings, answers.get(addressOf(questionId, instanceId)), person);
    });
  }
}

function shown(
  { row, body, actorId }: FullFinding,
  all: readonly FullFinding[],
  answer: JudgedAnswer | undefined,
  person: PeopleById,
): Finding {
  return {
    id: row.id,
    questionId: row.questionId,
    instanceId: row.instanceId,
    reader: row.reader,
    sequence: row.sequence,
    answer: body?.answer ?? null,
    ...(row.reasonCode !== null && { reasonCode: row.reasonCode }),
    reason: body?.reason ?? '',
    ...(row.judgedEventId !== null && { judgedEventId: row.judgedEventId }),
    isOutdated: row.kind === 'value' && !isJudgedBy(answer, row.judgedEventId),
    isSuperseded: all.some(
      (other) =>
        other.row.sequence > row.sequence &&
        other.row.questionId === row.questionId &&
        other.row.instanceId === row.instanceId &&
        other.row.reader === row.reader,
    ),
    evidenceIds: row.evidenceIds,
    recordedAt: row.at,
    recordedBy: person(actorId),
  };
}

/** Whether who judged that event has seen the answer as it stands. Null is right for any question without an answer. */
export function isJudgedBy(answer: JudgedAnswer | undefined, judgedEventId: string | null): boolean {
  if (judgedEventId === null) return (answer?.answer ?? null) === null;
  return answer?.eventId === judgedEventId;
}
