import { shareDone } from '@kilim/indicators';
import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveStatus } from '../assessment/save-status.js';
import { useDueWords } from '../assessment/use-due-words.js';
import { useWork } from '../assessment/work.js';
import { HereNote } from '../live/here.js';
import { IllustrativeMark } from '../shell/marks.js';
import { evidenceCoverage } from './evidence-coverage.js';
import { NextOpen } from './next-open.js';
import { Shown } from './shown-text.js';

/** Where in the questionnaire one is, what the section is about, how far it has come, and that it is saved. */
export function SectionHead({ sectionId }: Readonly<{ sectionId: string }>): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const { assessment, version, texts, reading } = work;
  const due = useDueWords()(assessment, work.now());
  const { sections } = version.compiled.questionnaire;
  const place = sections.findIndex(({ id }) => id === sectionId) + 1;
  const progress = reading.completeness.sections.find(({ id }) => id === sectionId);
  const title = texts.find(sectionId, 'title');
  const intro = texts.find(sectionId, 'intro');
  const isHanded = assessment.sections?.includes(sectionId) === true;
  return (
    <header className="below-4">
      <p className="faint">
        {[
          t('section.place', { place, count: sections.length }),
          ...(isHanded ? [t('section.handed')] : []),
          ...(due === undefined || work.isTrial ? [] : [due]),
        ].join(' · ')}
      </p>
      <h1>{title ? <Shown text={title} /> : sectionId}</h1>
      {intro && (
        <p className="muted measure above-1">
          <Shown text={intro} />
        </p>
      )}
      <div className="row row--apart above-2">
        <span className="muted">
          {progress &&
            t('section.answered', {
              done: progress.answered + progress.notApplicable,
              asked: progress.asked,
            })}
          {', '}
          {t('section.evidence', { count: evidenceCoverage(work, sectionId).supported.length })}
        </span>
        <span className="only-wide">
          <SaveStatus />
        </span>
      </div>
      <HereNote sectionId={sectionId} />
      <div className="row row--apart above-2">
        <IllustrativeMark illustrative={assessment.version.illustrative} />
        <NextOpen sectionId={sectionId} />
      </div>
    </header>
  );
}

/** City, round and how much of the whole is answered. */
export function AssessmentThread(): ReactElement {
  const { t } = useTranslation();
  const { assessment, reading } = useWork();
  const { total } = reading.completeness;
  const done = total.answered + total.notApplicable;
  const width = { '--w': `${String(shareDone(total) * 100)}%` } as CSSProperties;
  return (
    <div className="below-3">
      <p className="row row--apart below-2">
        <b>
          {assessment.city.name}, {assessment.round.name}
        </b>
        <span className="faint">{t('thread.count', { done, asked: total.asked })}</span>
      </p>
      <span className="thread" role="img" aria-label={t('thread.label', { done, asked: total.asked })}>
        <i style={width} />
      </span>
    </div>
  );
}
