import { placeOf, type Outstanding, type Section } from '@kilim/indicators';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon, KnotMark } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { PlaceName, useCalledBy } from '../assessment/place-name.js';
import { useFaultWords } from '../assessment/fault-words.js';
import { useOutstanding } from '../assessment/use-outstanding.js';
import { useWork } from '../assessment/work.js';
import { QuestionLink } from '../form/question-link.js';
import { ViolationWords } from '../form/violation-notes.js';

/** What is missing or needs mending, by section, each with a link; complete sections say so. */
export function MissingList(): ReactElement {
  const { t } = useTranslation();
  const { version, reading } = useWork();
  const { total } = reading.completeness;
  const needs = useOutstanding();
  return (
    <section className="panel min-0" aria-labelledby="missing-title">
      <div className="panel__head">
        <h2 id="missing-title">
          {needs.length === 0 ? t('review.complete') : t('review.missing', { count: needs.length })}
        </h2>
        <span className="muted">
          {t('section.answered', { done: total.answered + total.notApplicable, asked: total.asked })}
        </span>
      </div>
      <ul>
        {version.compiled.questionnaire.sections.map((section) => (
          <SectionState key={section.id} section={section} needs={needs} />
        ))}
      </ul>
      <Contradictions />
    </section>
  );
}

function SectionState({
  section,
  needs,
}: Readonly<{ section: Section; needs: readonly Outstanding[] }>): ReactElement {
  const { t } = useTranslation();
  const { assessment, texts, reading, version } = useWork();
  const own = needs.filter(
    (need) =>
      need.kind !== 'violation' &&
      version.compiled.byId.get(placeOf(need.address).question)?.section.id === section.id,
  );
  const progress = reading.completeness.sections.find(({ id }) => id === section.id);
  const isFaulty = progress !== undefined && progress.faulty > 0;
  const base = `/assessments/${assessment.id}/sections/${section.code}`;
  return (
    <li className="task task--section">
      {isFaulty || own.length === 0 ? (
        <span className={isFaulty ? 'tone-bad' : 'tone-ok'}>
          <Icon name={isFaulty ? 'bad' : 'check'} />
        </span>
      ) : (
        <KnotMark state="unanswered" />
      )}
      <div>
        <Link to={base}>{texts.title(section.id)}</Link>
        <MissingQuestions section={section} base={base} needs={own} />
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
  needs,
}: Readonly<{ section: Section; base: string; needs: readonly Outstanding[] }>): ReactElement | null {
  const { t } = useTranslation();
  const { texts, reading } = useWork();
  const faultWords = useFaultWords();
  const lines = (reading.ofSection.get(section.id) ?? []).flatMap((asked) =>
    whatIsWrong(asked).map((words) => ({ asked, words })),
  );
  if (lines.length === 0) return null;
  return (
    <ul className="missing above-1">
      {lines.map(({ asked, words }) => (
        <li key={`${asked.address} ${words.text}`}>
          <Link to={`${base}#${asked.anchor}`}>
            {asked.question.code} {texts.title(asked.question.id)}
          </Link>{' '}
          <PlaceName asked={asked} /> <span className={words.className}>{words.text}</span>
        </li>
      ))}
    </ul>
  );

  function whatIsWrong({
    question,
    address,
  }: Asked): readonly { readonly text: string; readonly className: string }[] {
    const standing = reading.states.get(address)?.standing;
    const [fault] = standing?.kind === 'faulty' ? standing.faults : [];
    const wanted = needs.flatMap((need) => {
      if (need.kind === 'violation' || need.kind === 'faulty' || need.address !== address) return [];
      if (need.kind === 'evidence') return { text: t(`review.evidence.${need.lack}`), className: 'muted' };
      // The open knot says so of all of them at once to those who see it.
      return { text: t(`review.${need.kind}`), className: need.kind === 'open' ? 'sr' : 'muted' };
    });
    return [...(fault ? [{ text: faultWords(question, fault), className: 'tone-bad' }] : []), ...wanted];
  }
}

/** Answers that do not fit together: what is to be mended before submitting, and what is to be looked at. */
function Contradictions(): ReactElement | null {
  const { t } = useTranslation();
  const { reading } = useWork();
  const calledBy = useCalledBy();
  if (reading.violations.length === 0) return null;
  return (
    <>
      <div className="panel__head">
        <h3>{t('review.contradictions')}</h3>
      </div>
      <ul>
        {reading.violations.map((violation) => (
          <li className="task task--section" key={violation.validation + violation.instance}>
            <span className={violation.severity === 'error' ? 'tone-bad' : 'tone-warn'}>
              <Icon name={violation.severity === 'error' ? 'bad' : 'warn'} />
            </span>
            <div>
              <p>
                <ViolationWords violation={violation} />
              </p>
              <p className="muted">
                {reading.asked
                  .filter(({ address }) => violation.marks.includes(address))
                  .map((asked, place) => (
                    <Fragment key={asked.address}>
                      {place > 0 && '; '}
                      <QuestionLink question={asked.question} anchor={asked.anchor}>
                        {calledBy(asked)}
                      </QuestionLink>
                    </Fragment>
                  ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
