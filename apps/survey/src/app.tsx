import { PREVIEW_PATH } from '@kilim/contracts';
import { lazy, Suspense, type ReactElement } from 'react';
import { BrowserRouter, Outlet, Route, Routes, useLocation } from 'react-router';
import { AssessmentPage } from './assessment/assessment-page.js';
import { ChoosePage } from './home/choose-page.js';
import { HomePage } from './home/home-page.js';
import { UpdateNote } from './offline/update-note.js';
import { ReviewPage } from './review/review-page.js';
import { RequireSession } from './session/require-session.js';
import { ErrorBoundary } from './shell/error-boundary.js';
import { Loading } from './shell/loading.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { TopBar } from './shell/top-bar.js';

/** The questionnaire brings SurveyJS with it: loaded when it is opened, not with the first page. */
const SectionPage = lazy(() => import('./form/section-page.js'));
const PrintPage = lazy(() => import('./print/print-page.js'));
const ScorePage = lazy(() => import('./score/score-page.js'));
/** For the editor of questionnaires, which shows it in a frame. */
const PreviewPage = lazy(() => import('./preview/preview-page.js'));
const SectionsRedirect = lazy(() => import('./form/sections-redirect.js'));

/** Every page, by address below /survey/. */
export function App(): ReactElement {
  // A page of its own, without a session: it shows what it is told, and asks nobody for anything.
  if (window.location.pathname === PREVIEW_PATH)
    return (
      <Suspense fallback={<Loading />}>
        <PreviewPage />
      </Suspense>
    );
  return (
    <BrowserRouter basename="/survey">
      <RequireSession>
        <Routes>
          <Route element={<Frame />}>
            <Route index element={<ChoosePage />} />
            <Route path="assessments/:assessmentId" element={<AssessmentPage />}>
              <Route index element={<HomePage />} />
              <Route path="sections" element={<SectionsRedirect />} />
              <Route path="sections/:sectionCode" element={<SectionPage />} />
              <Route path="review" element={<ReviewPage />} />
              <Route path="print" element={<PrintPage />} />
              <Route path="score" element={<ScorePage />} />
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </RequireSession>
    </BrowserRouter>
  );
}

function Frame(): ReactElement {
  const { pathname } = useLocation();
  return (
    <>
      <TopBar />
      <UpdateNote />
      <ErrorBoundary place={pathname}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}
