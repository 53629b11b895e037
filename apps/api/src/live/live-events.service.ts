import { AssessmentState } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { AnswerBody } from '../assessments/answer-body.js';
import { currentAnswer, rowOf } from '../assessments/current-answer.js';
import { AssessmentRecord } from '../assessments/record.service.js';
import { Entries, type FullEntry } from '../audit/entries.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { People, type PeopleById } from '../session/people.service.js';
import type { LiveSubject, RecordEvent } from './live-subject.js';

/** Tells entries of the record as whoever has an assessment or a draft open is told them. */
@Injectable()
export class LiveEvents {
  constructor(
    private readonly entries: Entries,
    private readonly record: AssessmentRecord,
    private readonly questionnaires: QuestionnairesService,
    private readonly people: People,
    private readonly drafts: DraftsService,
  ) {}

  /** At most `limit` events after a place in the stream of what is open, oldest first. */
  after({ kind, id }: LiveSubject, sequence: number, limit: number): Promise<readonly RecordEvent[]> {
    return kind === 'draft' ? this.#steps(id, sequence, limit) : this.#entries(id, sequence, limit);
  }

  /** Every entry in the stream of a draft is one of its steps. */
  async #steps(draftId: string, sequence: number, limit: number): Promise<readonly RecordEvent[]> {
    const { steps } = await this.drafts.stepsAfter(draftId, sequence, limit);
    return steps.map((step) => ({ kind: 'step', sequence: step.revision, step }));
  }

  async #entries(assessmentId: string, sequence: number, limit: number): Promise<readonly RecordEvent[]> {
    const entries = await this.entries.after(assessmentId, sequence, limit);
    if (entries.length === 0) return [];
    const person = await this.people.named(entries.map(({ content }) => content.actorId));
    const { versionId } = await this.record.pin(assessmentId);
    const { compiled } = await this.questionnaires.version(versionId);
    return entries.map((entry) => {
      if (entry.table === 'audit_entry') return eventOf(entry, person);
      const { row, content } = entry;
      const body = content.body && AnswerBody.parse(content.body);
      const question = compiled.byId.get(row.questionId)?.question;
      const answer = currentAnswer(rowOf(row, body, question, content.actorId), person);
      return { ...factsOf(entry, person), kind: 'answer', saveId: row.saveId, answer };
    });
  }
}

function factsOf({ row, content }: FullEntry, person: PeopleById) {
  const by = content.actorId === null ? {} : { by: person(content.actorId) };
  return { sequence: row.sequence, at: row.at, ...by };
}

function eventOf(
  entry: Extract<FullEntry, { readonly table: 'audit_entry' }>,
  person: PeopleById,
): RecordEvent {
  const { row, content } = entry;
  const facts = factsOf(entry, person);
  const question = row.questionId === null ? {} : { questionId: row.questionId };
  switch (row.action) {
    case 'evidence.added':
    case 'evidence.linked':
    case 'evidence.unlinked': {
      const evidence = row.subjectId === null ? {} : { evidenceId: row.subjectId };
      return { ...facts, kind: 'evidence', ...evidence, ...question };
    }
    case 'finding.recorded':
    case 'finding.withdrawn': {
      const finding = row.subjectId === null ? {} : { findingId: row.subjectId };
      return { ...facts, kind: 'finding', ...finding, ...question };
    }
    case 'assessment.moved': {
      const state = AssessmentState.safeParse(content.body?.['subject']);
      // Once the person was erased the entry no longer says where to.
      return state.success
        ? { ...facts, kind: 'moved', state: state.data }
        : { ...facts, kind: 'other', action: row.action };
    }
    default:
      return { ...facts, kind: 'other', action: row.action };
  }
}
