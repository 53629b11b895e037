import { useRef, useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Icon } from '../appearance/drawing.js';
import { useWork } from '../assessment/work.js';
import { QuestionSearch } from './question-search.js';
import { SectionContents } from './section-contents.js';

/** The table of contents on a small screen: closed, and closed again once one has gone somewhere. */
export function PhoneContents({ sectionId }: Readonly<{ sectionId: string }>): ReactElement {
  const { t } = useTranslation();
  const { texts, reading } = useWork();
  const { key } = useLocation();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [key]);
  const progress = reading.completeness.sections.find(({ id }) => id === sectionId);
  return (
    <details className="phone-toc" ref={details}>
      <summary>
        <Icon name="menu" />
        <span className="grow">
          <b>{texts.title(sectionId)}</b>
          <br />
          <span className="faint">
            {progress &&
              t('section.answered', {
                done: progress.answered + progress.notApplicable,
                asked: progress.asked,
              })}
          </span>
        </span>
        <Icon name="down" />
      </summary>
      <div className="above-3">
        <QuestionSearch />
      </div>
      <SectionContents />
    </details>
  );
}
