import type { Reader, RecordFinding } from '@kilim/contracts';
import { addressOf, addressOfFinding, NO_INSTANCE, standingFindings, type Question } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { AnswersService } from '../assessments/answers.service.js';
import { AssessmentRecord } from '../assessments/record.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EvidenceRecord } from '../evidence/evidence-record.service.js';
import { Problem } from '../http/problem.js';
import type { FindingBody } from './finding-body.js';
import { assertEvidence, assertFits } from './finding-checks.js';
import type { FindingRow } from './finding.entity.js';
import { isJudgedBy } from './findings-list.service.js';
import { FindingsRepository } from './findings.repository.js';
import { FindingsRecord, inputOfFinding, type FullFinding } from './findings-record.service.js';

/** A finding ready to be recorded. */
export interface PreparedFinding {
  readonly row: FindingRow;
  readonly body: FindingBody;
}

type FindingOf<Kind extends RecordFinding['kind']> = Extract<RecordFinding, { readonly kind: Kind }>;

/** Checks what an expert wants to record against what stands; inside the unit that records it. */
@Injectable()
export class FindingPreparation {
  constructor(
    private readonly findings: FindingsRepository,
    private readonly record: FindingsRecord,
    private readonly assessment: AssessmentRecord,
    private readonly answers: AnswersService,
    private readonly evidence: EvidenceRecord,
    private readonly unit: UnitOfWork,
  ) {}

  /** @throws Problem `answer.stale`, `finding.invalid` */
  async prepare(
    assessmentId: string,
    reader: Reader,
    question: Question,
    finding: RecordFinding,
  ): Promise<PreparedFinding> {
    const sequence = await this.findings.nextSequence(assessmentId);
    const row = {
      ...{ id: uuidv7(), assessmentId, questionId: question.id, instanceId: finding.instanceId },
      ...{ reader, sequence },
      ...{ kind: finding.kind, at: this.unit.now() },
    };
    switch (finding.kind) {
      case 'value':
        return this.#value(row, question, finding);
      case 'withdrawn':
        return withdrawal(row, question, finding, await this.record.all(assessmentId));
    }
  }

  async #value(row: FoundAlike, question: Question, finding: FindingOf<'value'>): Promise<PreparedFinding> {
    const { evidenceIds, reasonCode, judgedEventId } = finding;
    const judged = await this.assessment.judged(row.assessmentId, question.id, row.instanceId);
    if (!isJudgedBy(judged, judgedEventId)) throw await this.#stale(row.assessmentId, question, finding);
    assertFits(question, finding, judged?.answer ?? null);
    assertEvidence(evidenceIds, await this.evidence.known(row.assessmentId, evidenceIds));
    return {
      row: { ...row, reasonCode, judgedEventId, evidenceIds },
      body: {
        answer: finding.answer,
        reason: finding.reason,
        against: judgedEventId,
        ...instanceOf(finding.instanceId),
      },
    };
  }

  /** The details have the shape of `StaleDetails`; what was refused is named by the event that the expert had seen. */
  async #stale(assessmentId: string, { id }: Question, finding: FindingOf<'value'>): Promise<Problem> {
    const current = await this.answers.find(assessmentId, id, finding.instanceId);
    return new Problem('answer.stale', {
      detail:
        'The city has changed this answer since you looked at it. Look again, then record your finding.',
      places: [{ in: 'body', pointer: '/judgedEventId', message: 'There is a newer answer.' }],
      details: {
        stale: current ? [{ saveId: finding.judgedEventId ?? current.eventId, current }] : [],
      },
    });
  }
}

type FoundAlike = Omit<FindingRow, 'reasonCode' | 'judgedEventId' | 'evidenceIds'>;

function withdrawal(
  row: FoundAlike,
  question: Question,
  { reason, instanceId }: FindingOf<'withdrawn'>,
  earlier: readonly FullFinding[],
): PreparedFinding {
  const address = addressOf(question.id, instanceId);
  const standing = standingFindings(earlier.map(inputOfFinding), row.reader).find(
    (each) => addressOfFinding(each) === address,
  );
  if (!standing || standing.answer === null) {
    throw new Problem('finding.invalid', {
      detail: `There is no finding on ${question.code} that could be withdrawn.`,
      places: [{ in: 'body', pointer: '/kind', message: 'There is nothing to withdraw.' }],
    });
  }
  return {
    row: { ...row, reasonCode: null, judgedEventId: null, evidenceIds: [] },
    body: { answer: null, reason, against: standing.id, ...instanceOf(instanceId) },
  };
}

function instanceOf(instanceId: string): Pick<FindingBody, 'instance'> {
  return instanceId === NO_INSTANCE ? {} : { instance: instanceId };
}
