import type { Fault, Question } from '@kilim/indicators';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../language/moments.js';

/** Says what is wrong with an answer and what would be right, in one sentence. */
export function useFaultWords(): (question: Question, fault: Fault) => string {
  const { t } = useTranslation();
  const { number } = useMoments();
  return (question, { code, limit, suggestion }) => {
    const counted = { limit: limit === undefined ? '' : number(limit), count: limit ?? 0 };
    const meant = suggestion === undefined ? '' : ` ${t('fault.suggestion', { value: number(suggestion) })}`;
    if (question.kind === 'share' && (code === 'aboveMaximum' || code === 'belowMinimum'))
      return t('fault.share') + meant;
    if (code === 'tooManyDecimals' && limit === 0) return t('fault.wholeNumber');
    if (code === 'wrongType' && (question.kind === 'share' || question.kind === 'number'))
      return t('fault.notANumber');
    return t(`fault.${code}`, counted) + meant;
  };
}
