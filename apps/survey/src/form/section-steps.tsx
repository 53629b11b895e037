import type { Section } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWork } from '../assessment/work.js';

/** Back and on; after the last section comes the review. */
export function SectionSteps({
  sectionId,
  sections,
}: Readonly<{ sectionId: string; sections: readonly Section[] }>): ReactElement {
  const { t } = useTranslation();
  const { assessment, texts } = useWork();
  const place = sections.findIndex(({ id }) => id === sectionId);
  const before = sections[place - 1];
  const after = sections[place + 1];
  const address = (code: string): string => `/assessments/${assessment.id}/sections/${code}`;
  return (
    <nav className="row row--apart above-6 steps" aria-label={t('steps.label')}>
      {before ? (
        <Link className="btn btn--l" to={address(before.code)}>
          {t('steps.back', { section: texts.title(before.id) })}
        </Link>
      ) : (
        <span />
      )}
      {after ? (
        <Link className="btn btn--l btn--go" to={address(after.code)}>
          {t('steps.next', { section: texts.title(after.id) })}
        </Link>
      ) : (
        <Link className="btn btn--l btn--go" to={`/assessments/${assessment.id}/review`}>
          {t('steps.review')}
        </Link>
      )}
    </nav>
  );
}
