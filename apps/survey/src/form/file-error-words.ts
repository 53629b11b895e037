import { readLeniently, UnsafeDetails, UnsupportedDetails } from '@kilim/contracts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { detailsOf } from '../assessment/problem-details.js';
import { useErrorWords } from '../shell/error-words.js';

/** Why a file was not taken, with what would mend it where the server knows. */
export function useFileErrorWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  return useCallback(
    (error) => {
      const unsafe = readLeniently(UnsafeDetails, detailsOf(error, 'file.unsafe')).data;
      if (unsafe) return t(`file.unsafe.${unsafe.reason}`);
      const unsupported = readLeniently(UnsupportedDetails, detailsOf(error, 'file.unsupported')).data;
      if (unsupported?.reason === 'name') return t('file.misnamed', { ending: unsupported.ending });
      return errorWords(error).detail;
    },
    [t, errorWords],
  );
}
