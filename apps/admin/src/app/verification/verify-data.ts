import { computed, inject } from '@angular/core';
import {
  claimsOf,
  findingInput,
  listAnswers,
  listClarifications,
  listEvidence,
  listFindings,
  readAssessment,
  type AssessmentState,
  type Clarification,
  type Finding,
} from '@kilim/contracts';
import { scoreAssessment } from '@kilim/indicators';
import { read } from '../api/read';
import { Say } from '../language/say';
import { VersionBook } from '../versions/version-book';
import { versionOf } from '../versions/version-store';
import { queueOf } from './queue';

/** Everything about one assessment that verifying needs, once all of it is there. */
export type ToVerify = NonNullable<ReturnType<ReturnType<typeof verifyData>['ready']>>;

/** Everything about one assessment that verifying needs, read from the server and scored here. Call it where a page is made. */
export function verifyData(assessmentId: () => string) {
  const say = inject(Say);
  const params = computed(() => ({ assessmentId: assessmentId() }));
  const assessment = read(readAssessment, () => ({ params: params() }));
  const answers = read(listAnswers, () => ({ params: params() }));
  const evidence = read(listEvidence, () => ({ params: params() }));
  const findings = read(listFindings, () => ({ params: params() }));
  const clarifications = read(listClarifications, () => ({ params: params() }));
  const version = versionOf(() => (assessment.hasValue() ? assessment.value().version.id : undefined));

  const book = computed(() =>
    version.hasValue() ? new VersionBook(version.value(), say.language()) : undefined,
  );
  const reader = computed(() => (assessment.hasValue() ? (assessment.value().reader ?? 'first') : 'first'));
  const scored = computed(() => {
    const compiled = version.hasValue() ? book()?.compiled : undefined;
    if (compiled === undefined || !answers.hasValue() || !evidence.hasValue()) return undefined;
    if (!findings.hasValue() || !clarifications.hasValue()) return undefined;
    const claims = claimsOf(answers.value().answers);
    const all = findings.value().findings;
    const asked = clarifications.value().clarifications;
    const claimed = scoreAssessment(compiled, claims, { basis: 'claimed' });
    const found = scoreAssessment(compiled, claims, { basis: 'found', findings: all.map(findingInput) });
    const items = queueOf({
      compiled,
      scorecard: found,
      answers: answers.value().answers,
      findings: all,
      evidence: evidence.value().evidence,
      clarifications: asked,
      reader: reader(),
    });
    return { compiled, claims, findings: all, clarifications: asked, claimed, found, items };
  });
  const ready = computed(() => {
    const [of, words] = [scored(), book()];
    return of === undefined || words === undefined || !assessment.hasValue()
      ? undefined
      : { ...of, book: words, assessment: assessment.value(), reader: reader() };
  });

  return {
    parts: [assessment, answers, evidence, findings, clarifications, version] as const,
    ready,
    /** Takes what was recorded without asking the server again. */
    add(finding: Finding, state: AssessmentState): void {
      findings.update((before) => ({
        findings: [
          ...(before?.findings ?? []).map((each) =>
            each.questionId === finding.questionId &&
            each.instanceId === finding.instanceId &&
            each.reader === finding.reader
              ? { ...each, isSuperseded: true }
              : each,
          ),
          finding,
        ],
      }));
      assessment.update((before) => before && { ...before, state });
    },
    /** Takes what the city was asked, or is no longer, and the state to which that has led. */
    clarify(clarification: Clarification, state: AssessmentState): void {
      clarifications.update((before) => ({
        clarifications: [
          ...(before?.clarifications ?? []).filter(({ id }) => id !== clarification.id),
          clarification,
        ],
      }));
      assessment.update((before) => before && { ...before, state });
    },
    /** Reads again what others may have changed. */
    refresh(): void {
      assessment.reload();
      answers.reload();
      evidence.reload();
      findings.reload();
      clarifications.reload();
    },
  };
}
