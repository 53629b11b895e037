import type { ReactElement } from 'react';
import { Outlet, useParams } from 'react-router';
import { Problem } from '../api/problem.js';
import { useSession } from '../session/session-context.js';
import { SignInAgain } from '../session/sign-in-again.js';
import { Loading } from '../shell/loading.js';
import { NotFoundPage } from '../shell/not-found-page.js';
import { ProblemPanel } from '../shell/problem-panel.js';
import { ClosedDialog } from './closed-dialog.js';
import { ConflictDialog } from './conflict-dialog.js';
import type { LoadedAssessment } from './load-assessment.js';
import { Visit } from '../live/visit.js';
import { NoteSaver } from './note-saver.js';
import { useAssessment, useLoadedAssessment } from './use-assessment.js';
import { useClosing } from './use-closing.js';
import { isAnswering, WorkContext } from './work.js';

/** Reads an assessment and holds it for its pages: home, questionnaire, review. */
export function AssessmentPage(): ReactElement {
  const { assessmentId = '' } = useParams();
  const { session } = useSession();
  const reading = useLoadedAssessment(assessmentId, session.account.id);
  switch (reading.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return isMissing(reading.error) ? (
        <NotFoundPage />
      ) : (
        <main className="page page--reading" id="main">
          <ProblemPanel error={reading.error} onAgain={reading.again} />
        </main>
      );
    case 'ready':
      // Another assessment is another saver: nothing of the one may reach the other.
      return (
        <AssessmentFrame
          key={reading.loaded.assessment.id}
          loaded={reading.loaded}
          openAgain={reading.again}
        />
      );
  }
}

function AssessmentFrame({
  loaded,
  openAgain,
}: Readonly<{ loaded: LoadedAssessment; openAgain: () => void }>): ReactElement {
  const { session } = useSession();
  const work = useAssessment(loaded, session, openAgain);
  const { saver, saved } = work;
  const hasClosed = useClosing(work);
  return (
    <WorkContext value={work}>
      <Outlet />
      <NoteSaver />
      <Visit />
      {saved.state.kind === 'signedOut' ? (
        <SignInAgain
          isKept={saved.keeping === 'kept'}
          onSignedIn={() => {
            saver.retry();
          }}
        />
      ) : (
        <ConflictDialog />
      )}
      {hasClosed && isAnswering(work) && <ClosedDialog />}
    </WorkContext>
  );
}

/** An id that is no id at all (`request.invalid`) leads nowhere just the same. */
function isMissing(error: unknown): boolean {
  return error instanceof Problem && (error.document.status === 404 || error.code === 'request.invalid');
}
