import { isKnownProblem, type ToldProblem } from '@kilim/contracts';
import type { Problem } from '../api/problem';
import type { Speech } from '../language/speech';

/** A problem as sentences. */
export interface ProblemWords {
  readonly heading: string;
  readonly detail?: string;
  /** The server speaks English; set where the page does not. */
  readonly detailLanguage: string | null;
  readonly reference?: string;
  /** Trying again would change nothing. */
  readonly isFinal: boolean;
}

/** Says what went wrong in the reader's language; what the server adds stands below it, marked as English. */
export function problemWords(problem: Problem, say: Speech): ProblemWords {
  switch (problem.kind) {
    case 'offline':
      return {
        heading: say.t('problem.offline'),
        detail: say.t('problem.offline.detail'),
        detailLanguage: null,
        isFinal: false,
      };
    case 'strange':
      return {
        heading: say.t('problem.strange'),
        detail: say.t('problem.strange.detail'),
        detailLanguage: null,
        isFinal: false,
      };
    case 'told': {
      const { code, requestId, status } = problem.document;
      if (code === 'resource.missing')
        return {
          heading: say.t('problem.resource.missing'),
          detail: say.t('problem.resource.missing.detail'),
          detailLanguage: null,
          isFinal: true,
        };
      return {
        heading: say.t(isKnownProblem(code) ? `problem.${code}` : 'problem.unknown'),
        ...furtherWords(problem.document),
        detailLanguage: say.language() === 'en' ? null : 'en',
        ...(status >= 500 && { reference: say.t('problem.reference', { id: requestId }) }),
        isFinal: status === 403 || status === 404 || status === 410,
      };
    }
  }
}

/** What the server says beyond the heading: of a problem that this page does not know, all of it. */
function furtherWords({ code, title, detail }: ToldProblem): Pick<ProblemWords, 'detail'> {
  const repeats = detail === '' || detail.replace(/\.$/, '') === title;
  if (isKnownProblem(code)) return repeats ? {} : { detail };
  return { detail: repeats ? `${title}.` : `${title}. ${detail}` };
}
