import type { Section } from '@kilim/indicators';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Icon } from '../appearance/drawing.js';
import { CopiedNote } from '../assessment/copied-note.js';
import { useWork } from '../assessment/work.js';
import { Shown } from '../form/shown-text.js';
import { useMoments } from '../language/moments.js';
import { Marks } from '../shell/marks.js';
import { Page } from '../shell/page.js';
import { usePageMargins } from './page-margins.js';
import { PaperQuestion } from './paper-question.js';

/** The whole questionnaire as it goes on paper, in the language of the interface: blank, or with the city's answers. */
export default function PrintPage(): ReactElement {
  const { t } = useTranslation();
  const { assessment, version, texts, reading, now } = useWork();
  const { day, time } = useMoments();
  const [search] = useSearchParams();
  const isBlank = search.get('answers') === 'none';
  const { city, round } = assessment;
  const about = isBlank ? t('print.blank') : t('print.asOf', { at: `${day(now())}, ${time(now())}` });
  const notReal = assessment.version.illustrative ? ` · ${t('mark.illustrative')}` : '';
  const { summary } = version;
  const title = texts.find('questionnaire', 'title')?.text ?? summary.title;
  const number = summary.version;
  const head = `${city.name} · ${round.name} · ${title} ${number} · ${about}${notReal}`;
  usePageMargins(head);
  const { total } = reading.completeness;
  return (
    <Page title={`${t('print.title')} · ${city.name}`} className="page page--reading paper">
      <div className="tools row row--apart below-6">
        <div className="seg">
          {(['given', 'none'] as const).map((answers) => (
            <Link
              key={answers}
              to={`?answers=${answers}`}
              replace
              aria-current={(answers === 'none') === isBlank ? 'page' : undefined}
            >
              {t(`print.with.${answers}`)}
            </Link>
          ))}
        </div>
        <button
          type="button"
          className="btn btn--go"
          onClick={() => {
            window.print();
          }}
        >
          <Icon name="file" />
          {t('print.do')}
        </button>
      </div>
      <CopiedNote />
      <h1>{t('print.heading', { city: city.name })}</h1>
      <p className="head__meta">
        <span>{round.name}</span>
        <span>
          {title} {number}
        </span>
        <span>{about}</span>
        {!isBlank && (
          <span>{t('thread.label', { done: total.answered + total.notApplicable, asked: total.asked })}</span>
        )}
        <Marks assessment={assessment} />
      </p>
      {version.compiled.questionnaire.sections.map((section) => (
        <PaperSection key={section.id} section={section} isBlank={isBlank} />
      ))}
    </Page>
  );
}

function PaperSection({ section, isBlank }: Readonly<{ section: Section; isBlank: boolean }>): ReactElement {
  const { t } = useTranslation();
  const { texts, reading, version } = useWork();
  const intro = texts.find(section.id, 'intro');
  const asked = reading.ofSection.get(section.id) ?? [];
  return (
    <section className="paper__section">
      <h2>{texts.title(section.id)}</h2>
      {intro && (
        <p className="faint">
          <Shown text={intro} />
        </p>
      )}
      {isBlank
        ? section.questions.map((question) => (
            <Fragment key={question.id}>
              <PaperQuestion question={question} />
              {question.kind === 'set' && (
                <div className="paper__set">
                  <p className="faint">
                    {t('print.forEach', { minimum: question.minimum, maximum: question.maximum })}
                  </p>
                  {question.questions.map((within) => (
                    <PaperQuestion key={within.id} question={within} />
                  ))}
                </div>
              )}
            </Fragment>
          ))
        : asked.map(({ question, address, position }) => {
            const set = version.compiled.byId.get(question.id)?.set;
            return (
              <PaperQuestion
                key={address}
                question={question}
                address={address}
                {...(set && position !== undefined && { place: texts.instance(set.id, position) })}
              />
            );
          })}
    </section>
  );
}
