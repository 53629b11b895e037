import type { Question } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../assessment/asked.js';
import { useWork } from '../assessment/work.js';
import { AskedBecause } from './asked-because.js';
import { Shown } from './shown-text.js';
import { TermsExplained } from './terms-explained.js';

/** Code, title and help of a question, what counts as evidence, an example, and what words mean. */
export function QuestionHead({
  asked,
  ids,
  inputId,
}: Readonly<{
  asked: Asked;
  ids: { readonly title: string; readonly help: string };
  /** The field that the title names; absent when there is none to type into. */
  inputId: string | undefined;
}>): ReactElement {
  const { t } = useTranslation();
  const { texts } = useWork();
  const { question } = asked;
  // Below the name of the instance it is asked of.
  const Heading = asked.position === undefined ? 'h2' : 'h4';
  const title = texts.find(question.id, 'title');
  const help = texts.find(question.id, 'help');
  const evidence = texts.find(question.id, 'evidence');
  const example = texts.find(question.id, 'example');
  const words = title ? <Shown text={title} /> : question.id;
  return (
    <>
      <Heading className="q__title" id={ids.title}>
        <span className="q__no">{question.code}</span>
        {isField(question) && inputId !== undefined ? <label htmlFor={inputId}>{words}</label> : words}{' '}
        {question.kind === 'multiple' && <span className="q__kind">{t('question.several')}</span>}
        {question.kind === 'computed' ? (
          <span className="q__kind">{t('question.calculated')}</span>
        ) : (
          !question.required && <span className="q__kind">{t('question.optional')}</span>
        )}
      </Heading>
      <div id={ids.help}>
        {help && (
          <p className="q__help">
            <Shown text={help} />
          </p>
        )}
        {question.indicator === undefined && question.kind === 'text' && (
          <p className="q__help">{t('question.notScored')}</p>
        )}
      </div>
      <AskedBecause asked={asked} />
      <div className="q__more">
        {evidence && (
          <details>
            <summary className="linklike">{t('question.evidence')}</summary>
            <p>
              <Shown text={evidence} />
            </p>
          </details>
        )}
        {example && (
          <details>
            <summary className="linklike">{t('question.example')}</summary>
            <p>
              <Shown text={example} />
            </p>
          </details>
        )}
        <TermsExplained question={question} />
      </div>
    </>
  );
}

/** Answered in one field, which the title can name; all others are groups of choices. */
function isField({ kind }: Question): boolean {
  return kind === 'text' || kind === 'number' || kind === 'share' || kind === 'date';
}
