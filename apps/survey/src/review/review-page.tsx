import { hasLeft, isOpen, takesAnswers, type AssessmentState } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../appearance/drawing.js';
import { CopiedNote } from '../assessment/copied-note.js';
import { KeepingNote } from '../assessment/keeping-note.js';
import { SaveStatus } from '../assessment/save-status.js';
import { useDueWords } from '../assessment/use-due-words.js';
import { useWork } from '../assessment/work.js';
import { RefusedElsewhere } from '../form/refused-elsewhere.js';
import { QueriesPanel } from '../home/queries-panel.js';
import { useMoments } from '../language/moments.js';
import { ScorePanel } from '../score/score-panel.js';
import { Marks } from '../shell/marks.js';
import { Page } from '../shell/page.js';
import { MissingList } from './missing-list.js';
import { SubmitPanel } from './submit-panel.js';

/** Before the answers leave the city's hands: what is missing, section by section, and the button that hands them over. */
export function ReviewPage(): ReactElement {
  const { t } = useTranslation();
  const { assessment, now } = useWork();
  const due = useDueWords()(assessment, now());
  const isAnswering = takesAnswers(assessment.state);
  return (
    <Page title={`${t('review.title')} · ${assessment.city.name}`}>
      <div className="head">
        <div>
          <h1>{t('review.title')}</h1>
          <p className="head__meta">
            <span>{assessment.city.name}</span>
            <span>{assessment.round.name}</span>
            {due !== undefined && <span>{due}</span>}
            <Marks assessment={assessment} />
          </p>
        </div>
        <SaveStatus />
      </div>
      <CopiedNote />
      <KeepingNote />
      <RefusedElsewhere />
      {!isAnswering && <Handed />}
      <div className="home">
        <div className="stack-l min-0">
          <QueriesPanel />
          <MissingList />
        </div>
        <div className="stack-l min-0">
          <ScorePanel />
          <p>
            <Link to={`/assessments/${assessment.id}/print`}>{t('contents.print')}</Link>
          </p>
          {isAnswering && <SubmitPanel isInTime={isOpen(assessment.deadline, now())} />}
        </div>
      </div>
    </Page>
  );
}

/** Where the answers are that have left the city's hands. */
function Handed(): ReactElement {
  const { t } = useTranslation();
  const { assessment } = useWork();
  const { moment } = useMoments();
  const { tone, icon } = lookOf(assessment.state);
  return (
    <div className={`msg msg--${tone} below-6`} role="status" id="submitted" tabIndex={-1}>
      <Icon name={icon} />
      <div>
        <b>{t(`state.${assessment.state}`)}</b>
        <p>{t('submitted.since', { at: moment(assessment.stateSince) })}</p>
        <p>{t(`submitted.${assessment.state}`)}</p>
      </div>
    </div>
  );
}

/** A step further is good news; to be asked, or to have left, is not. */
function lookOf(state: AssessmentState) {
  if (state === 'clarification') return { tone: 'warn', icon: 'chat' } as const;
  return hasLeft(state)
    ? ({ tone: 'note', icon: 'lock' } as const)
    : ({ tone: 'ok', icon: 'check' } as const);
}
