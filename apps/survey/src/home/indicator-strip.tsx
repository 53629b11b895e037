import { findingInput, standingOf, type Finding, type Standing } from '@kilim/contracts';
import { countFindings, shareDone, type FindingCounts, type Id } from '@kilim/indicators';
import { KNOTS } from '@kilim/look';
import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { KnotMark } from '../appearance/drawing.js';
import { useWork } from '../assessment/work.js';

const NO_FINDINGS: FindingCounts = { judged: 0, disputed: 0 };

/** Every indicator as a knot with its count, woven in one strip; the legend says what the knots mean. */
export function IndicatorStrip({ findings }: Readonly<{ findings: readonly Finding[] }>): ReactElement {
  const { t } = useTranslation();
  const { assessment, version, texts, reading } = useWork();
  const counts = countFindings(version.compiled, reading.answers, reading.states, findings.map(findingInput));
  const progress = new Map(reading.completeness.indicators.map((part) => [part.id, part]));
  const cells = version.compiled.indicators.flatMap(({ id, code }) => {
    const [part, result] = [progress.get(id), reading.results.get(id)];
    return part && result
      ? [{ id, code, part, standing: standingOf(result, part, counts.get(id) ?? NO_FINDINGS) }]
      : [];
  });
  const { total } = reading.completeness;
  const unscored = cells.reduce((left, { part }) => left - part.asked, total.asked);
  const sectionOf = (indicator: Id): string =>
    version.compiled.indicators.find(({ id }) => id === indicator)?.questions[0]?.section.code ?? '';
  const used = [...new Set(cells.map(({ standing }) => standing))];
  return (
    <section className="panel" aria-labelledby="strip-title">
      <div className="panel__head">
        <h2 id="strip-title">
          {t('strip.title', { count: cells.length })},{' '}
          {t('section.answered', { done: total.answered + total.notApplicable, asked: total.asked })}
        </h2>
        <Link to={`/assessments/${assessment.id}/sections`}>{t('strip.open')}</Link>
      </div>
      <div className="panel__body">
        <ul className="strip">
          {cells.map(({ id, code, part, standing }) => (
            <li key={id}>
              <Link
                className={`cell ${KNOTS[standing].className}`}
                style={{ '--w': `${String(shareDone(part) * 100)}%` } as CSSProperties}
                to={`/assessments/${assessment.id}/sections/${sectionOf(id)}`}
              >
                <span>
                  {code}
                  <span className="sr"> {texts.title(id)}</span>
                </span>
                <KnotMark state={standing} />
                <span className="muted">
                  {part.answered + part.notApplicable}/{part.asked}
                  <span className="sr">
                    {' '}
                    {t('contents.answered')}, {t(`standing.${standing}`)}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {unscored > 0 && <p className="faint above-2">{t('strip.unscored', { count: unscored })}</p>}
        <ul className="legend above-4" aria-label={t('strip.legend')}>
          {used.map((standing) => (
            <LegendItem key={standing} standing={standing} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function LegendItem({ standing }: Readonly<{ standing: Standing }>): ReactElement {
  const { t } = useTranslation();
  return (
    <li>
      <span className={`swatch ${KNOTS[standing].className}`}>
        <KnotMark state={standing} />
      </span>
      {t(`standing.${standing}`)}
    </li>
  );
}
