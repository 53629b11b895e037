import type { Section } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon, KnotMark } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { PlaceName } from '../assessment/place-name.js';
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
  const { texts, reading, version } = useWork();
  const faultWords = useFaultWords();
  const lines = reading.asked
    .filter(({ question }) => version.compiled.byId.get(question.id)?.section.id === section.id)
    .flatMap((asked) => {
      const words = whatIsWrong(asked);
      return words === undefined ? [] : [{ asked, words }];
    });
  if (lines.length === 0) return null;
  return (
    <ul className="missing above-1">
      {lines.map(({ asked, words }) => (
        <li key={asked.address}>
          <Link to={`${base}#${asked.anchor}`}>
            {asked.question.code} {texts.title(asked.question.id)}
          </Link>{' '}
          <PlaceName asked={asked} />{' '}
          <span className={words.isFault ? 'tone-bad' : 'muted'}>{words.text}</span>
        </li>
      ))}
    </ul>
  );

  function whatIsWrong({
    question,
    address,
  }: Asked): { readonly text: string; readonly isFault: boolean } | undefined {
    const standing = reading.states.get(address)?.standing;
    if (standing?.kind === 'open' && question.required) return { text: t('review.open'), isFault: false };
    const [fault] = standing?.kind === 'faulty' ? standing.faults : [];
    return fault && { text: faultWords(question, fault), isFault: true };
  }
}
