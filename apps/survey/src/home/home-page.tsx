import { hasLeft, isAnythingFound, takesAnswers } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CopiedNote } from '../assessment/copied-note.js';
import { HandedBackNote } from '../assessment/handed-back-note.js';
import { KeepingNote } from '../assessment/keeping-note.js';
import { useWork } from '../assessment/work.js';
import { RefusedElsewhere } from '../form/refused-elsewhere.js';
import { useMoments } from '../language/moments.js';
import { ScorePanel } from '../score/score-panel.js';
import { Marks } from '../shell/marks.js';
import { Page } from '../shell/page.js';
import { QueriesPanel } from './queries-panel.js';
import { useFindings } from './findings.js';
import { FoundScore } from './found-score.js';
import { IndicatorStrip } from './indicator-strip.js';
import { NextPanel } from './next-panel.js';
import { SubmittedPanel } from './submitted-panel.js';
import { Timetable } from './timetable.js';

/** What to do next, what needs mending, how far the city has come and what it may score, and what happens when. */
export function HomePage(): ReactElement {
  const { t } = useTranslation();
  const { assessment, session, now } = useWork();
  const { weekday, hour } = useMoments();
  const findings = useFindings();
  const [firstName = session.account.name] = session.account.name.split(/\s+/u);
  const greeting = t(`home.greeting.${partOfDay(hour())}`, { name: firstName });
  return (
    <Page title={`${assessment.city.name}, ${assessment.round.name}`}>
      <div className="head">
        <div>
          <h1>{greeting}</h1>
          <p className="head__meta">
            <span>{assessment.city.name}</span>
            <span>{assessment.round.name}</span>
            <span>{weekday(now())}</span>
            <Marks assessment={assessment} />
          </p>
        </div>
      </div>
      <CopiedNote />
      <KeepingNote />
      <RefusedElsewhere />
      <HandedBackNote />
      <div className="home">
        <div className="stack-l min-0">
          <QueriesPanel />
          {takesAnswers(assessment.state) ? <NextPanel /> : <SubmittedPanel />}
          <IndicatorStrip findings={findings} />
        </div>
        <div className="stack-l min-0">
          <ScorePanel>{isAnythingFound(findings) && <FoundScore findings={findings} />}</ScorePanel>
          {!hasLeft(assessment.state) && assessment.may.includes('answer:write') && <Timetable />}
        </div>
      </div>
    </Page>
  );
}

/** When of the reader's day it is, for a greeting. */
function partOfDay(hour: number): 'morning' | 'afternoon' | 'evening' {
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
