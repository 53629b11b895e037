import { listFindings, takesAnswers, type Finding, type FindingCounts } from '@kilim/contracts';
import type { CompiledQuestionnaire, Id } from '@kilim/indicators';
import { useEffect, useMemo, useState } from 'react';
import { call } from '../api/call.js';
import { useWork } from '../assessment/work.js';

/** Per indicator, how many answers an expert has judged and how many of those differ; none while the city answers. */
export function useFindingCounts(): ReadonlyMap<Id, FindingCounts> {
  const { assessment, version } = useWork();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const isJudged = !takesAnswers(assessment.state);
  useEffect(() => {
    if (!isJudged) return;
    let isGone = false;
    call(listFindings, { params: { assessmentId: assessment.id } }).then(
      (answer) => {
        if (!isGone) setFindings(answer.findings);
      },
      () => {
        // Without them the strip shows what the city claims, as its legend says.
      },
    );
    return () => {
      isGone = true;
    };
  }, [assessment.id, isJudged]);
  return useMemo(() => countFindings(version.compiled, findings), [version, findings]);
}

/** Counts the findings that stand: first readers', not superseded, not withdrawn. */
export function countFindings(
  compiled: CompiledQuestionnaire,
  findings: readonly Finding[],
): ReadonlyMap<Id, FindingCounts> {
  const standing = findings.filter(
    ({ reader, isSuperseded, answer }) => reader === 'first' && !isSuperseded && answer !== null,
  );
  return new Map(
    compiled.indicators.map(({ id, questions }) => {
      const own = standing.filter(({ questionId }) => questions.some(({ question }) => question.id === questionId));
      return [id, { judged: own.length, disputed: own.filter(({ reasonCode }) => reasonCode !== 'confirms').length }];
    }),
  );
}
