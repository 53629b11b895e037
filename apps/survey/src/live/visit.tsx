import { leaveAssessment, stayInAssessment, VISIT_EVERY_MS } from '@kilim/contracts';
import { useEffect } from 'react';
import { useMatch } from 'react-router';
import { call } from '../api/call.js';
import { useWork } from '../assessment/work.js';

/** Tells the others that one is here, and in which section, for as long as somebody may be looking. */
export function Visit(): null {
  const { assessment, version, together } = useWork();
  const { visitId } = together;
  const code = useMatch('/assessments/:assessmentId/sections/:code')?.params.code;
  const section = version.compiled.questionnaire.sections.find((each) => each.code === code);
  const sectionId = section?.id ?? null;
  useEffect(() => {
    const params = { assessmentId: assessment.id, visitId };
    const stay = (): void => {
      if (document.visibilityState === 'visible')
        call(stayInAssessment, { params, body: { sectionId } }).catch(() => {
          // Whoever can't be told of has no network; it is tried again shortly, and saving says so.
        });
    };
    stay();
    const timer = setInterval(stay, VISIT_EVERY_MS);
    document.addEventListener('visibilitychange', stay);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', stay);
    };
  }, [assessment.id, visitId, sectionId]);
  useEffect(() => {
    const params = { assessmentId: assessment.id, visitId };
    const leave = (): void => {
      call(leaveAssessment, { params }, { keepAlive: true }).catch(() => {
        // Then it runs out by itself.
      });
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [assessment.id, visitId]);
  return null;
}
