import type { Question } from '@kilim/indicators';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { useWork } from '../assessment/work.js';

/**
 * A link to a question in its section; following it puts the focus on the answer. In a repeated set `anchor` says to
 * which instance.
 */
export function QuestionLink({
  question,
  anchor = question.code,
  children,
}: Readonly<{ question: Question; anchor?: string; children: ReactNode }>): ReactElement {
  const { assessment, version } = useWork();
  const code = version.compiled.byId.get(question.id)?.section.code ?? '';
  return <Link to={`/assessments/${assessment.id}/sections/${code}#${anchor}`}>{children}</Link>;
}
