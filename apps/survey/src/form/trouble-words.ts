import { useTranslation } from 'react-i18next';
import type { Trouble } from '../assessment/answer-saver.js';

/** Says why the server has not taken a change, and that it is kept. */
export function useTroubleWords(): (trouble: Trouble) => string {
  const { t } = useTranslation();
  return (trouble) => {
    switch (trouble.kind) {
      case 'stale':
        return t('trouble.stale', { name: trouble.current.savedBy.name });
      case 'refused':
        return t('trouble.refused', { reason: t(`problem.${trouble.problem.code}`) });
    }
  };
}
