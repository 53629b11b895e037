import type { CurrentAnswer, Evidence, Reader, RecordFinding } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { AnswersService } from '../assessments/answers.service.js';
import { FindingsService } from '../verification/findings.service.js';
import type { DemoFinding } from './demo-city.js';
import type { DemoStory } from './demo-story.js';
import { valueOf } from './make-answers.js';
import { Seeded } from './seeded.js';
import { DAYS_AGO, officeMoments } from './timeline.js';

/** What an expert writes who finds nothing amiss. */
const CONFIRMATIONS = [
  'The document that the city cites says so.',
  'Confirmed in the interview with the department in charge.',
  'Checked against what the city publishes; nothing speaks against it.',
  'Plausible, and in line with the figures of the year before.',
] as const;

/** A finding and whose it is. */
interface Reading {
  readonly reader: Reader;
  readonly record: RecordFinding;
}

/** Lets experts verify a city: most answers are confirmed, some are found to be different, some are read twice. */
@Injectable()
export class DemoVerifying {
  constructor(
    private readonly answers: AnswersService,
    private readonly findings: FindingsService,
  ) {}

  /** @param pieces the city's evidence by title */
  async play(
    story: DemoStory,
    days: keyof typeof DAYS_AGO.verifying,
    pieces: ReadonlyMap<string, Evidence>,
  ): Promise<void> {
    const { city, assessmentId, expertId, secondExpertId, now } = story;
    const { answers } = await this.answers.list(assessmentId);
    const first = [
      ...this.#confirmations(story, answers),
      ...city.findings.map((finding) => written(finding, story, answers, pieces)),
    ].map((record): Reading => ({ reader: 'first', record }));
    const readings = [...first, ...this.#secondReadings(story, answers)];
    const span = { now, ...DAYS_AGO.verifying[days], seed: `${city.name}, verifying` };
    const moments = officeMoments(readings.length, span);
    for (const [index, { reader, record }] of readings.entries()) {
      const accountId = reader === 'first' ? expertId : secondExpertId;
      await this.findings.append({ accountId, reader }, assessmentId, record, moments[index]);
    }
  }

  /** Of every scored answer in the sections that were checked, unless something else is written about it. */
  #confirmations(story: DemoStory, answers: readonly CurrentAnswer[]): readonly RecordFinding[] {
    const { city, compiled } = story;
    const codes = new Set(city.findings.map(({ code }) => code));
    const placeOf = ({ questionId }: CurrentAnswer): number => compiled.byId.get(questionId)?.place ?? 0;
    const inForm = [...answers].sort((a, b) => placeOf(a) - placeOf(b));
    return inForm.flatMap((claim) => {
      const { question, section, scoring } = compiled.byId.get(claim.questionId) ?? {};
      if (!question || !scoring || codes.has(question.code)) return [];
      return city.checked.includes(section?.code ?? '') ? confirmation(claim, question.code, story) : [];
    });
  }

  /** What a second expert reads without knowing the first one's findings. */
  #secondReadings(story: DemoStory, answers: readonly CurrentAnswer[]): readonly Reading[] {
    const { secondReading = [], secondFindings = [] } = story.city;
    const records = secondReading.flatMap((code) => {
      const differing = secondFindings.find((finding) => finding.code === code);
      if (differing) return written(differing, story, answers, new Map());
      const claim = answers.find(({ questionId }) => questionId === story.questionOf(code).id);
      return claim ? confirmation(claim, `${code}, second`, story) : [];
    });
    return records.map((record) => ({ reader: 'second', record }));
  }
}

function confirmation(claim: CurrentAnswer, seed: string, { city }: DemoStory): readonly RecordFinding[] {
  const { questionId, instanceId, answer, eventId } = claim;
  if (!answer) return [];
  const drawn = new Seeded(`${city.name}/${seed}${instanceId}/finding`).between(0, CONFIRMATIONS.length);
  return [
    {
      ...{ kind: 'value', questionId, instanceId, answer },
      ...{ reasonCode: 'confirms', reason: CONFIRMATIONS[Math.floor(drawn)] ?? CONFIRMATIONS[0] },
      ...{ judgedEventId: eventId, evidenceIds: [] },
    },
  ];
}

function written(
  { code, pick, reasonCode, reason, evidence }: DemoFinding,
  story: DemoStory,
  answers: readonly CurrentAnswer[],
  pieces: ReadonlyMap<string, Evidence>,
): RecordFinding {
  const question = story.questionOf(code);
  const claim = answers.find(({ questionId }) => questionId === question.id);
  return {
    ...{ kind: 'value', questionId: question.id, instanceId: '', reasonCode, reason },
    answer: { kind: 'value', value: valueOf(question, pick, story.today) },
    judgedEventId: claim?.eventId ?? null,
    evidenceIds: evidence.flatMap((title) => pieces.get(title)?.id ?? []),
  };
}
