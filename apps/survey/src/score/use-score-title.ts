import { hasLeft, isChecked } from '@kilim/contracts';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';

/** What the score is called: the reader's own, of a city they read along with, or one that will not move any more. */
export function useScoreTitle(): string {
  const { t } = useTranslation();
  const { may, state } = useWork().assessment;
  if (!may.includes('answer:write')) return t('score.titleOfCity');
  const isSettled = isChecked(state) || hasLeft(state);
  return t(isSettled ? 'score.titleSettled' : 'score.title');
}
