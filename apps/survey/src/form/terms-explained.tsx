import type { Question } from '@kilim/indicators';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';
import { Shown } from './shown-text.js';
import { termsIn } from './question-terms.js';

/** What the words of the glossary mean that a question uses, closed until one asks; nothing when it uses none. */
export function TermsExplained({ question }: Readonly<{ question: Question }>): ReactElement | null {
  const { t } = useTranslation();
  const { version, texts } = useWork();
  const { questionnaire } = version.compiled;
  const terms = useMemo(
    () => termsIn(question.id, questionnaire.glossary ?? [], version.source),
    [question.id, questionnaire, version.source],
  );
  const explained = terms.flatMap((term) => {
    const meaning = texts.find(term.id, 'meaning');
    return meaning ? [{ term, meaning }] : [];
  });
  if (explained.length === 0) return null;
  return (
    <details>
      <summary className="linklike">{t('question.terms', { count: explained.length })}</summary>
      <dl className="terms">
        {explained.map(({ term, meaning }) => (
          <div key={term.id}>
            <dt>{texts.title(term.id)}</dt>
            <dd>
              <Shown text={meaning} />
              {(term.seeAlso ?? []).length > 0 && (
                <span className="faint">
                  {' '}
                  {t('question.seeAlso', {
                    terms: (term.seeAlso ?? []).map((id) => texts.title(id)).join(', '),
                  })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
