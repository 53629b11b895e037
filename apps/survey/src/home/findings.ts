import { listFindings, takesAnswers, type Finding, type FindingCounts } from '@kilim/contracts';
import type { CompiledQuestionnaire, FindingInput, Id } from '@kilim/indicators';
import { useEffect, useState } from 'react';
import { callOrCopy } from '../api/call-or-copy.js';
import { useWork } from '../assessment/work.js';

/** The expert's findings, oldest first; none while the city answers. */
export function useFindings(): readonly Finding[] {
  const { assessment, session, together } = useWork();
  const accountId = session.account.id;
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const isJudged = !takesAnswers(assessment.state);
  useEffect(() => {
    if (!isJudged) return;
    let isGone = false;
    callOrCopy(accountId, listFindings, { params: { assessmentId: assessment.id } }).then(
      ({ value }) => {
        if (!isGone) setFindings(value.findings);
      },
      () => {
        // Without them the page shows what the city claims, and says so.
      },
    );
    return () => {
      isGone = true;
    };
  }, [accountId, assessment.id, isJudged, together.findingsTold]);
  return findings;
}

/** Findings as the engine takes them. */
export function asInputs(findings: readonly Finding[]): readonly FindingInput[] {
  return findings.map(({ id, questionId, instanceId, reader, sequence, answer }) => ({
    id,
    question: questionId,
    ...(instanceId !== '' && { instance: instanceId }),
    reader,
    sequence,
    answer,
  }));
}

/** Per indicator, how many answers a finding that stands has judged (a first reader's, not superseded, not withdrawn) and how many of those differ. */
export function countFindings(
  compiled: CompiledQuestionnaire,
  findings: readonly Finding[],
): ReadonlyMap<Id, FindingCounts> {
  const standing = findings.filter(
    ({ reader, isSuperseded, answer }) => reader === 'first' && !isSuperseded && answer !== null,
  );
  return new Map(
    compiled.indicators.map(({ id, questions }) => {
      const own = standing.filter(({ questionId }) =>
        questions.some(({ question }) => question.id === questionId),
      );
      return [
        id,
        { judged: own.length, disputed: own.filter(({ reasonCode }) => reasonCode !== 'confirms').length },
      ];
    }),
  );
}
