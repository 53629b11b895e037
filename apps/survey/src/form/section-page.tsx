import { hasLeft } from '@kilim/contracts';
import { lazy, Suspense, useEffect, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CopiedNote } from '../assessment/copied-note.js';
import { HandedBackNote } from '../assessment/handed-back-note.js';
import { KeepingNote } from '../assessment/keeping-note.js';
import { rememberSection } from '../assessment/place.js';
import { SaveStatus } from '../assessment/save-status.js';
import { lockOf, queriedOf, useWork, type IsLocked } from '../assessment/work.js';
import { scoreIn } from '../score/area-score.js';
import { useScoreWords } from '../score/score-so-far.js';
import { NotFoundPage } from '../shell/not-found-page.js';
import { Page } from '../shell/page.js';
import { FaultBanner } from './fault-banner.js';
import { LockNote } from './lock-note.js';
import { RefusedElsewhere } from './refused-elsewhere.js';
import { SectionAside } from './section-aside.js';
import { SectionContents } from './section-contents.js';
import { AssessmentThread, SectionHead } from './section-head.js';
import { useNextOpenKey } from './next-open.js';
import { PhoneContents } from './phone-contents.js';
import { QuestionSearch } from './question-search.js';
import { QuestionsToRead } from './questions-to-read.js';
import { SectionSteps } from './section-steps.js';
import { useCurrentInSight } from './use-current-in-sight.js';

/** Loaded while the section is read; where the page is only to be read, never. */
const SectionQuestions = lazy(() =>
  import.meta.env.SSR ? new Promise<never>(() => undefined) : import('./section-questions.js'),
);

/** The questionnaire, one section at a time. */
export default function SectionPage(): ReactElement {
  const { sectionCode } = useParams();
  const { version } = useWork();
  const section = version.compiled.questionnaire.sections.find(({ code }) => code === sectionCode);
  return section ? <OpenSection key={section.id} sectionId={section.id} /> : <NotFoundPage />;
}

function OpenSection({ sectionId }: Readonly<{ sectionId: string }>): ReactElement {
  const { t } = useTranslation();
  const { assessment, version, texts, reading, clarifications, now } = useWork();
  const scoreWords = useScoreWords();
  const lock = lockOf(assessment, now(), sectionId);
  const isLocked = useMemo((): IsLocked => {
    const queried = queriedOf({ assessment, clarifications, version });
    return (questionId) => lock !== undefined && !queried.has(questionId);
  }, [assessment, clarifications, version, lock]);
  const [index] = version.compiled.questionnaire.indices;
  const score = index && scoreIn(reading.scores, index.id);
  useNextOpenKey(sectionId);
  const contents = useCurrentInSight();
  useEffect(() => {
    rememberSection(assessment.id, sectionId);
  }, [assessment.id, sectionId]);
  const asked = reading.ofSection.get(sectionId) ?? [];
  return (
    <>
      <div className="form page">
        <nav ref={contents} className="form__side" aria-label={t('contents.label')}>
          <AssessmentThread />
          <QuestionSearch />
          <SectionContents />
        </nav>
        <Page title={`${texts.title(sectionId)} · ${assessment.city.name}`} className="min-0">
          <PhoneContents sectionId={sectionId} />
          <SectionHead sectionId={sectionId} />
          <CopiedNote />
          <KeepingNote />
          <RefusedElsewhere sectionId={sectionId} />
          <HandedBackNote />
          {lock && <LockNote lock={lock} />}
          <FaultBanner sectionId={sectionId} isLocked={lock !== undefined} />
          <Suspense fallback={<QuestionsToRead asked={asked} />}>
            <SectionQuestions sectionId={sectionId} asked={asked} isLocked={isLocked} />
          </Suspense>
          <SectionSteps sectionId={sectionId} sections={version.compiled.questionnaire.sections} />
        </Page>
        <SectionAside sectionId={sectionId} />
      </div>
      <section className="form__bar" aria-label={t('aside.label')}>
        <SaveStatus />
        {score && !hasLeft(assessment.state) && (
          <Link to={`/assessments/${assessment.id}/score`}>
            <b>{scoreWords(score).figure}</b> <span className="muted">{scoreWords(score).kind}</span>
          </Link>
        )}
      </section>
    </>
  );
}
