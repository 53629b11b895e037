import type { CurrentAnswer, Evidence } from '@kilim/contracts';
import { directionOf } from '@kilim/indicators';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MemoryRouter, Route, Routes } from 'react-router';
import { withPiece } from '../assessment/pieces.js';
import { WorkContext, type ReadyVersion } from '../assessment/work.js';
import SectionPage from '../form/section-page.js';
import { showIn } from '../language/interface-texts.js';
import { ErrorBoundary } from '../shell/error-boundary.js';
import { Loading } from '../shell/loading.js';
import { NotAskedNote } from './not-asked-note.js';
import { useOwnLanguage } from './use-own-language.js';
import { tellEditor, usePreviewOrder, type Ordered } from './preview-talk.js';
import { TRIAL_ID } from './trial-assessment.js';
import { useQuestionInSight } from './use-question-in-sight.js';
import { useTrial, type EvidenceShelf } from './use-trial.js';

type Ready = Ordered & { readonly version: ReadyVersion };

/** The real form beside the editor: it shows the draft it is told to, and sends nothing anywhere. */
export default function PreviewPage(): ReactElement {
  const { t } = useTranslation();
  const ordered = usePreviewOrder();
  const language = ordered?.order.language;
  useEffect(() => {
    if (language === undefined) return;
    void showIn(language);
    document.documentElement.dir = directionOf(language);
  }, [language]);
  if (window.parent === window) return <Note words={t('preview.alone')} />;
  if (!ordered) return <Loading />;
  const { order, version } = ordered;
  if (!version) return <Note words={t('preview.faulty')} />;
  return <Trials key={order.trial} ready={{ order, version }} />;
}

/** Both readers' answers since it was begun: the expert's start from what the city has answered. */
function Trials({ ready }: Readonly<{ ready: Ready }>): ReactElement {
  const { as } = ready.order;
  const [given, setGiven] = useState<Partial<Record<typeof as, readonly CurrentAnswer[]>>>({});
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  return (
    <Trial
      key={as}
      ready={ready}
      answers={given[as] ?? given.city ?? []}
      shelf={{
        evidence,
        take: (piece) => {
          setEvidence((before) => withPiece(before, piece));
        },
      }}
      onAnswered={(answers) => {
        setGiven((before) => ({ ...before, [as]: answers }));
        tellEditor({ kind: 'preview.answered', as, answers });
      }}
    />
  );
}

function Trial({
  ready: { order, version },
  answers,
  shelf,
  onAnswered,
}: Readonly<{
  ready: Ready;
  answers: readonly CurrentAnswer[];
  shelf: EvidenceShelf;
  onAnswered: (answers: readonly CurrentAnswer[]) => void;
}>): ReactElement {
  const { t } = useTranslation();
  const work = useTrial(version, order.language, answers, onAnswered, shelf);
  const section = order.section ?? version.compiled.questionnaire.sections[0]?.code;
  useQuestionInSight(order.question, work.version);
  if (section === undefined) return <Note words={t('preview.empty')} />;
  return (
    <WorkContext value={work}>
      <NotAskedNote code={order.question} />
      {/* Another place is another visit: as on a first page, the focus stays where it is, in the editor. */}
      <MemoryRouter key={section} initialEntries={[`/assessments/${TRIAL_ID}/sections/${section}`]}>
        <ErrorBoundary place={section}>
          <Routes>
            <Route path="assessments/:assessmentId/sections/:sectionCode" element={<SectionPage />} />
            <Route path="*" element={<Note words={t('preview.end')} />} />
          </Routes>
        </ErrorBoundary>
      </MemoryRouter>
    </WorkContext>
  );
}

function Note({ words }: Readonly<{ words: string }>): ReactElement {
  return (
    <main className="page page--reading" id="main" {...useOwnLanguage()}>
      <p className="muted">{words}</p>
    </main>
  );
}
