import type { CurrentAnswer, Evidence, RecordFinding } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { AnswersService } from '../assessments/answers.service.js';
import { TransitionsService } from '../assessments/transitions.service.js';
import { FindingsService } from '../verification/findings.service.js';
import type { DemoFinding } from './demo-city.js';
import type { DemoStory } from './demo-story.js';
import { valueOf } from './make-answers.js';
import { Seeded } from './seeded.js';
import { officeMoments } from './timeline.js';

/** What an expert writes who finds nothing amiss. */
const CONFIRMATIONS = [
  'The document that the city cites says so.',
  'Confirmed in the interview with the department in charge.',
  'Checked against what the city publishes; nothing speaks against it.',
  'Plausible, and in line with the figures of the year before.',
] as const;

/** Lets the expert verify a city: most answers are confirmed, some are found to be different. */
@Injectable()
export class DemoVerifying {
  constructor(
    private readonly answers: AnswersService,
    private readonly findings: FindingsService,
    private readonly transitions: TransitionsService,
  ) {}

  async play(story: DemoStory, pieces: ReadonlyMap<string, Evidence>): Promise<void> {
    const { city, assessmentId, expertId, now } = story;
    const { answers } = await this.answers.list(assessmentId);
    const records = [...this.#confirmations(story, answers), ...this.#written(story, answers, pieces)];
    // The last one is for completing.
    const moments = officeMoments(records.length + 1, {
      now,
      from: 12,
      to: 2,
      seed: `${city.name}, verifying`,
    });
    for (const [index, record] of records.entries())
      await this.findings.append(
        { accountId: expertId, reader: 'first' },
        assessmentId,
        record,
        moments[index],
      );
    const step = { transition: 'completeVerification', from: 'underVerification' } as const;
    await this.transitions.move(expertId, assessmentId, step, moments.at(-1));
  }

  /** Of every scored answer in the sections that were checked, unless something else is written about it. */
  #confirmations(story: DemoStory, answers: readonly CurrentAnswer[]): readonly RecordFinding[] {
    const { city, compiled } = story;
    const written = new Set(city.findings.map(({ code }) => story.questionOf(code).id));
    const placeOf = ({ questionId }: CurrentAnswer): number => compiled.byId.get(questionId)?.place ?? 0;
    const inForm = [...answers].sort((a, b) => placeOf(a) - placeOf(b));
    return inForm.flatMap((claim): readonly RecordFinding[] => {
      const { questionId, instanceId } = claim;
      const { question, section, scoring } = compiled.byId.get(questionId) ?? {};
      if (!claim.answer || !question || !scoring || written.has(questionId)) return [];
      if (!city.checked.includes(section?.code ?? '')) return [];
      const drawn = new Seeded(`${city.name}/${question.code}${instanceId}/finding`).between(
        0,
        CONFIRMATIONS.length,
      );
      return [
        {
          ...{ kind: 'value', questionId, instanceId, answer: claim.answer },
          ...{ reasonCode: 'confirms', reason: CONFIRMATIONS[Math.floor(drawn)] ?? CONFIRMATIONS[0] },
          ...{ judgedEventId: claim.eventId, evidenceIds: [] },
        },
      ];
    });
  }

  #written(
    story: DemoStory,
    answers: readonly CurrentAnswer[],
    pieces: ReadonlyMap<string, Evidence>,
  ): readonly RecordFinding[] {
    return story.city.findings.map(({ code, pick, reasonCode, reason, evidence }: DemoFinding) => {
      const question = story.questionOf(code);
      const claim = answers.find(({ questionId }) => questionId === question.id);
      return {
        ...{ kind: 'value', questionId: question.id, instanceId: '', reasonCode, reason },
        answer: { kind: 'value', value: valueOf(question, pick, story.today) },
        judgedEventId: claim?.eventId ?? null,
        evidenceIds: evidence.flatMap((title) => pieces.get(title)?.id ?? []),
      };
    });
  }
}
