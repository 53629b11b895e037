import type { Question } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Of a question whose answer needs evidence before it is submitted: which. */
export function EvidenceRuleNote({ question }: Readonly<{ question: Question }>): ReactElement | null {
  const { t } = useTranslation();
  const { evidence } = question;
  if (evidence?.need !== 'required') return null;
  const [only] = evidence.kinds?.length === 1 ? evidence.kinds : ['any' as const];
  const { maximumAgeYears } = evidence;
  return (
    <p className="hint">
      {t(`evidence.rule.${only ?? 'any'}`)}{' '}
      {maximumAgeYears !== undefined && t('evidence.rule.age', { count: maximumAgeYears })}
    </p>
  );
}
