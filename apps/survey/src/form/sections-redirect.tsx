import type { ReactElement } from 'react';
import { Navigate } from 'react-router';
import { placeToGoOn } from '../assessment/place.js';
import { useWork } from '../assessment/work.js';

/** “The questionnaire” without a section: opens it where one stopped. */
export default function SectionsRedirect(): ReactElement {
  const work = useWork();
  const code = placeToGoOn(work)?.sectionCode ?? work.version.compiled.questionnaire.sections[0]?.code ?? '';
  return <Navigate replace to={`/assessments/${work.assessment.id}/sections/${code}`} />;
}
