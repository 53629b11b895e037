import { validateAnswer, type Question, type Section } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon, KnotMark } from '../appearance/drawing.js';
import { useFaultWords } from '../assessment/fault-words.js';
import { useWork } from '../assessment/work.js';

/** What is missing or needs mending, by section, each with a link; complete sections say so. */
export function MissingList(): ReactElement {
  const { t } = useTranslation();
  const { version, reading } = useWork();
  const { total } = reading.completeness;
  return (
    <section className="panel min-0" aria-labelledby="missing-title">
      <div className="panel__head">
        <h2 id="missing-title">
          {total.requiredOpen === 0
            ? t('review.complete')
            : t('review.missing', { count: total.requiredOpen })}
        </h2>
        <span className="muted">
          {t('section.answered', { done: total.answered + total.notApplicable, asked: total.asked })}
        </span>
      </div>
      <ul>
        {version.compiled.questionnaire.sections.map((section) => (
          <SectionState key={section.id} section={section} />
        ))}
      </ul>
    </section>
  );
}

function SectionState({ section }: Readonly<{ section: Section }>): ReactElement {
  const { t } = useTranslation();
  const { assessment, texts, reading } = useWork();
  const progress = reading.completeness.sections.find(({ id }) => id === section.id);
  const isComplete = progress?.requiredOpen === 0 && progress.faulty === 0;
  const base = `/assessments/${assessment.id}/sections/${section.code}`;
  return (
    <li className="task task--section">
      {isComplete ? (
        <span className="tone-ok">
          <Icon name="check" />
        </span>
      ) : (
        <KnotMark state="unanswered" />
      )}
      <div>
        <Link to={base}>{texts.title(section.id)}</Link>
        <MissingQuestions section={section} base={base} />
      </div>
      {progress && (
        <span className="muted nowrap">
          {progress.answered + progress.notApplicable}/{progress.asked}
          <span className="sr"> {t('contents.answered')}</span>
        </span>
      )}
    </li>
  );
}

function MissingQuestions({
  section,
  base,
}: Readonly<{ section: Section; base: string }>): ReactElement | null {
  const { t } = useTranslation();
  const { texts, reading } = useWork();
  const faultWords = useFaultWords();
  const lines = section.questions.flatMap((question) => {
    if (!reading.visible.has(question.id)) return [];
    const words = whatIsWrong(question);
    return words === undefined ? [] : [{ question, words }];
  });
  if (lines.length === 0) return null;
  return (
    <ul className="missing above-1">
      {lines.map(({ question, words }) => (
        <li key={question.id}>
          <Link to={`${base}#${question.code}`}>
            {question.code} {texts.title(question.id)}
          </Link>{' '}
          <span className={words.isFault ? 'tone-bad' : 'muted'}>{words.text}</span>
        </li>
      ))}
    </ul>
  );

  function whatIsWrong(question: Question): { readonly text: string; readonly isFault: boolean } | undefined {
    const answer = reading.answers[question.id];
    if (answer === undefined)
      return question.required ? { text: t('review.open'), isFault: false } : undefined;
    if (answer.kind === 'notApplicable') return undefined;
    const [fault] = validateAnswer(question, answer.value);
    return fault && { text: faultWords(question, fault), isFault: true };
  }
}
