import { explainScore, type Id, type MeanExplanation } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CopiedNote } from '../assessment/copied-note.js';
import { useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';
import { Marks } from '../shell/marks.js';
import { Loading } from '../shell/loading.js';
import { Page } from '../shell/page.js';
import { toShow } from './area-score.js';
import { ClaimedScore } from './claimed-score.js';
import { IndicatorWhy } from './indicator-why.js';
import { Possible } from './possible.js';
import { inPoints, RaisesMost } from './raises-most.js';
import { useScorecard } from './use-scorecard.js';
import { useScoreTitle } from './use-score-title.js';

/** Why the index stands where it stands: taken apart into areas, and those into answers. */
export default function ScorePage(): ReactElement {
  const { t } = useTranslation();
  const { assessment, version, texts } = useWork();
  const scorecard = useScorecard();
  const scoreTitle = useScoreTitle();
  if (scorecard === 'coming') return <Loading />;
  const { indices } = version.compiled.questionnaire;
  return (
    <Page title={`${t('why.title')} · ${assessment.city.name}`}>
      <div className="head">
        <div>
          <h1>{t('why.title')}</h1>
          <p className="head__meta">
            <span>{assessment.city.name}</span>
            <span>{assessment.round.name}</span>
            <Marks assessment={assessment} />
          </p>
        </div>
      </div>
      <CopiedNote />
      <div className="home">
        <div className="stack-l min-0">
          {scorecard === 'failed' && <p>{t('score.failed')}</p>}
          {scorecard !== 'failed' &&
            scorecard.indices.map((index) => {
              const explained = explainScore(scorecard, index.id);
              return (
                <section key={index.id} className="panel" aria-labelledby={`${index.id}-title`}>
                  <div className="panel__head">
                    <h2 id={`${index.id}-title`}>{texts.title(index.id)}</h2>
                    <Possible score={toShow(index)} />
                  </div>
                  <div className="panel__body">
                    {explained?.kind === 'mean' && <Parts explained={explained} />}
                  </div>
                </section>
              );
            })}
        </div>
        <div className="stack-l min-0">
          {indices[0] && scorecard !== 'failed' && (
            <section className="panel" aria-labelledby="score-title">
              <div className="panel__head">
                <h2 id="score-title">{scoreTitle}</h2>
              </div>
              <div className="panel__body stack-l">
                <div>
                  <ClaimedScore of={indices[0].id} />
                </div>
                <RaisesMost most={8} level="h3" />
              </div>
            </section>
          )}
        </div>
      </div>
    </Page>
  );
}

/** What a mean is made of: further means, and indicators. */
function Parts({ explained }: Readonly<{ explained: MeanExplanation }>): ReactElement {
  const { t } = useTranslation();
  const { texts, version } = useWork();
  const { number } = useMoments();
  const places = new Map(version.compiled.indicators.map(({ id }, place) => [id, place]));
  return (
    <>
      {inOrder(explained.parts, places).map(({ contribution, explanation }) =>
        explanation.kind === 'indicator' ? (
          <IndicatorWhy key={contribution.of} explained={explanation} share={contribution.share} />
        ) : (
          <details key={contribution.of} className="why-part" open>
            <summary>
              <span className="grow">
                <b>{texts.title(contribution.of)}</b>
                <br />
                <span className="faint">
                  {contribution.share > 0
                    ? t('why.share', { share: number(inPoints(contribution.share)) })
                    : t('why.noShare')}
                </span>
              </span>
              <Possible score={toShow(explanation.mean)} />
            </summary>
            <Parts explained={explanation} />
          </details>
        ),
      )}
    </>
  );
}

type Part = MeanExplanation['parts'][number];

/** As the questionnaire has them: a mean stands where the first of its parts does. */
function inOrder(parts: readonly Part[], places: ReadonlyMap<Id, number>): readonly Part[] {
  const placeOf = ({ contribution, explanation }: Part): number =>
    explanation.kind === 'mean'
      ? Math.min(...explanation.parts.map(placeOf))
      : (places.get(contribution.of) ?? places.size);
  return [...parts].sort((one, other) => placeOf(one) - placeOf(other));
}
