import { listFindings, takesAnswers, type Finding } from '@kilim/contracts';
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
