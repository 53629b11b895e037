import { claimsOf, type CurrentAnswer, type QuestionnaireVersion } from '@kilim/contracts';
import {
  addressOf,
  checkQuestionnaire,
  sameAnswer,
  scoreAssessment,
  type CompiledQuestionnaire,
  type DraftContent,
  type FindingInput,
  type Scorecard,
} from '@kilim/indicators';

/** Answers tried in the preview: the city's, and what an expert makes of them. */
export interface Tried {
  readonly city: readonly CurrentAnswer[];
  /** Absent: no expert has looked yet. */
  readonly expert?: readonly CurrentAnswer[];
}

/** A draft as a version, to be scored and read like one; undefined while it has errors. */
export function trialVersion(content: DraftContent): QuestionnaireVersion | undefined {
  const { questionnaire, source } = content;
  if (!checkQuestionnaire(questionnaire, source).ok) return undefined;
  const { code, version } = questionnaire;
  return {
    ...{ id: '', code, version, title: '', hash: '', illustrative: true, publishedAt: '', languages: [] },
    ...{ questionnaire, source, translations: content.translations },
  };
}

/** What the city's answers score. */
export function claimedScore(compiled: CompiledQuestionnaire, { city }: Tried): Scorecard {
  return scoreAssessment(compiled, claimsOf(city), { basis: 'claimed' });
}

/** What they score once the expert's values count wherever they are others. */
export function foundScore(compiled: CompiledQuestionnaire, { city, expert = [] }: Tried): Scorecard {
  const claims = claimsOf(city);
  const findings = expert.flatMap((found, at): readonly FindingInput[] => {
    const { questionId, instanceId, answer } = found;
    const address = addressOf(questionId, instanceId);
    const kind = compiled.byId.get(questionId)?.question.kind;
    if (sameAnswer(kind, claims[address] ?? null, answer)) return [];
    return [
      {
        ...{ id: address, question: questionId, reader: 'first', sequence: at, answer },
        ...(instanceId !== '' && { instance: instanceId }),
      },
    ];
  });
  return scoreAssessment(compiled, claims, { basis: 'found', findings });
}
