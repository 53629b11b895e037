import { listAssessments, type Assessment } from '@kilim/contracts';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { callOrCopy } from '../api/call-or-copy.js';
import { useDueWords } from '../assessment/use-due-words.js';
import { answersForACity } from '../assessment/work.js';
import { useSession } from '../session/session-context.js';
import { Loading } from '../shell/loading.js';
import { Marks } from '../shell/marks.js';
import { Page } from '../shell/page.js';
import { ProblemPanel } from '../shell/problem-panel.js';

type Reading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'ready'; readonly assessments: readonly Assessment[] };

/** The first page: straight to the one assessment there is, a choice when there are several, words when there is none. */
export function ChoosePage(): ReactElement {
  const { session } = useSession();
  return answersForACity(session) ? <Assessments /> : <ElsewherePage />;
}

function Assessments(): ReactElement {
  const { session } = useSession();
  const accountId = session.account.id;
  const [reading, setReading] = useState<Reading>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isGone = false;
    callOrCopy(accountId, listAssessments, {}).then(
      ({ value }) => {
        if (!isGone) setReading({ kind: 'ready', assessments: newestFirst(value.assessments) });
      },
      (error: unknown) => {
        if (!isGone) setReading({ kind: 'failed', error });
      },
    );
    return () => {
      isGone = true;
    };
  }, [accountId, attempt]);
  switch (reading.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return (
        <main className="page page--reading" id="main">
          <ProblemPanel
            error={reading.error}
            onAgain={() => {
              setReading({ kind: 'loading' });
              setAttempt((before) => before + 1);
            }}
          />
        </main>
      );
    case 'ready': {
      const [only] = reading.assessments;
      if (only && reading.assessments.length === 1)
        return <Navigate replace to={`/assessments/${only.id}`} />;
      return <Choice assessments={reading.assessments} />;
    }
  }
}

/** What is due last comes first: the round that is going on, then those before it. */
function newestFirst(assessments: readonly Assessment[]): readonly Assessment[] {
  return [...assessments].sort((a, b) => (a.deadline.instant > b.deadline.instant ? -1 : 1));
}

function Choice({ assessments }: Readonly<{ assessments: readonly Assessment[] }>): ReactElement {
  const { t } = useTranslation();
  const dueWords = useDueWords();
  const now = new Date().toISOString();
  if (assessments.length === 0)
    return (
      <Page title={t('choose.none')}>
        <div className="empty">
          <h1>{t('choose.none')}</h1>
          <p>{t('choose.noneText')}</p>
        </div>
      </Page>
    );
  return (
    <Page title={t('choose.title')}>
      <h1 className="below-4">{t('choose.title')}</h1>
      <ul className="panel">
        {assessments.map((assessment) => (
          <li key={assessment.id} className="task task--first">
            <div>
              <Link to={`/assessments/${assessment.id}`}>
                {assessment.city.name}, {assessment.round.name}
              </Link>
              <p className="muted">
                {[t(`state.${assessment.state}`), dueWords(assessment, now)].filter(Boolean).join(' · ')}
              </p>
              <p className="row above-2">
                <Marks assessment={assessment} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** For people without a part in a city: their work is in the dashboard. */
function ElsewherePage(): ReactElement {
  const { t } = useTranslation();
  return (
    <Page title={t('elsewhere.title')}>
      <div className="empty">
        <h1>{t('elsewhere.title')}</h1>
        <p>{t('elsewhere.text')}</p>
        <a className="btn btn--go" href="/admin/">
          {t('elsewhere.do')}
        </a>
      </div>
    </Page>
  );
}
