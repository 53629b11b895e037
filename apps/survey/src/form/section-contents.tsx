import { takesAnswers } from '@kilim/contracts';
import { shareDone, type Id, type PartProgress } from '@kilim/indicators';
import { memo, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Icon, KnotMark } from '../appearance/drawing.js';
import { isOwnSection, useWork } from '../assessment/work.js';
import { HereMarks } from '../live/here.js';
import { groupSections } from './section-groups.js';

/** The sections with how far each has come; the one that is open is marked. */
export function SectionContents(): ReactElement {
  const { t } = useTranslation();
  const { assessment, version, texts, reading } = useWork();
  const groups = useMemo(() => groupSections(version.compiled), [version]);
  const progress = new Map(reading.completeness.sections.map((part) => [part.id, part]));
  return (
    <ul className="toc">
      {groups.flatMap(({ kind, sections }) => [
        ...(kind === 'top'
          ? []
          : [
              <li
                key={kind === 'others' ? `others-${sections[0]?.id ?? ''}` : kind.composite}
                className="lensgap"
              >
                {kind === 'others' ? t('contents.others') : texts.title(kind.composite)}
              </li>,
            ]),
        ...sections.map(({ id, code }) => (
          <Entry
            key={id}
            id={id}
            title={texts.title(id)}
            to={`/assessments/${assessment.id}/sections/${code}`}
            progress={progress.get(id)}
            isForOthers={takesAnswers(assessment.state) && !isOwnSection(assessment, id)}
          />
        )),
      ])}
      <li className="lensgap" aria-hidden="true" />
      <li>
        <NavLink to={`/assessments/${assessment.id}/review`}>
          <Icon name="arrow" />
          <span>{t('contents.review')}</span>
        </NavLink>
      </li>
      <li>
        <NavLink to={`/assessments/${assessment.id}/print`}>
          <Icon name="file" />
          <span>{t('contents.print')}</span>
        </NavLink>
      </li>
    </ul>
  );
}

type EntryProps = Readonly<{
  id: Id;
  title: string;
  to: string;
  progress: PartProgress | undefined;
  /** It was handed to others: who looks at it here can read it only. */
  isForOthers: boolean;
}>;

/** Drawn anew only where it has changed: every answer changes one of them. */
const Entry = memo(
  function Entry({ id, title, to, progress, isForOthers }: EntryProps): ReactElement {
    return (
      <li>
        <NavLink to={to}>
          <ProgressMark progress={progress} />
          <span>{title}</span>
          <span className="row">
            <HereMarks sectionId={id} />
            {isForOthers && <ForOthersMark />}
            <ProgressCount progress={progress} />
          </span>
        </NavLink>
      </li>
    );
  },
  (before, after) =>
    before.id === after.id &&
    before.title === after.title &&
    before.to === after.to &&
    before.isForOthers === after.isForOthers &&
    JSON.stringify(before.progress) === JSON.stringify(after.progress),
);

function ForOthersMark(): ReactElement {
  const { t } = useTranslation();
  return (
    <span className="faint">
      <Icon name="lock" />
      <span className="sr">{t('contents.forOthers')}</span>
    </span>
  );
}

function ProgressMark({ progress }: Readonly<{ progress: PartProgress | undefined }>): ReactElement {
  if (progress && progress.faulty > 0)
    return (
      <span className="tone-bad">
        <Icon name="bad" />
      </span>
    );
  if (progress && shareDone(progress) === 1)
    return (
      <span className="tone-ok">
        <Icon name="check" />
      </span>
    );
  return <KnotMark state="unanswered" />;
}

function ProgressCount({ progress }: Readonly<{ progress: PartProgress | undefined }>): ReactElement | null {
  const { t } = useTranslation();
  if (!progress) return null;
  const { answered, notApplicable, asked, faulty } = progress;
  return (
    <span className="n">
      {answered + notApplicable}/{asked}
      <span className="sr">
        {' '}
        {t('contents.answered')}
        {faulty > 0 && `, ${t('contents.toMend', { count: faulty })}`}
      </span>
    </span>
  );
}
