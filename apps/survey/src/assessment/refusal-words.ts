import type { ToldProblem } from '@kilim/contracts';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../shell/error-words.js';

/** Says why the server does not take a change, and how it may be mended. */
export function useRefusalWords(): (problem: ToldProblem) => string {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  // Nobody at a question knows of requests and their shapes.
  return (problem) => (problem.code === 'request.invalid' ? t('trouble.invalid') : problemWords(problem));
}
