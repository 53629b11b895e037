import { isKnownProblem, type ToldProblem } from '@kilim/contracts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, UnexpectedReply, Unreachable } from '../api/problem.js';

/** What went wrong, for the reader: what happened, what to do, and how support finds the occurrence. */
export interface ErrorWords {
  readonly title: string;
  readonly detail: string;
  readonly requestId?: string;
}

/** Puts a problem into the reader's language; one that only a newer program knows stays in the server's own words. */
export function useProblemWords(): (problem: ToldProblem) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ code, title, detail }) => {
      if (isKnownProblem(code)) return t(`problem.${code}`);
      return t('problem.unknown', { words: detail.startsWith(title) ? detail : `${title}. ${detail}` });
    },
    [t],
  );
}

/** Puts any error into the reader's language. */
export function useErrorWords(): (error: unknown) => ErrorWords {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  return useCallback(
    (error: unknown): ErrorWords => {
      if (error instanceof Problem)
        return {
          title: t('error.title'),
          detail: problemWords(error.document),
          requestId: error.document.requestId,
        };
      if (error instanceof Unreachable)
        return { title: t('error.unreachable'), detail: t('error.unreachableDo') };
      if (error instanceof UnexpectedReply) return { title: t('error.title'), detail: t('error.unexpected') };
      return { title: t('error.page'), detail: t('error.pageDo') };
    },
    [t, problemWords],
  );
}
