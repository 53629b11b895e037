import type { ProblemDocument } from '@kilim/contracts';
import { useTranslation } from 'react-i18next';

/** Says why the server does not take a change, and how it may be mended. */
export function useRefusalWords(): (problem: ProblemDocument) => string {
  const { t } = useTranslation();
  // Nobody at a question knows of requests and their shapes.
  return ({ code }) => (code === 'request.invalid' ? t('trouble.invalid') : t(`problem.${code}`));
}
