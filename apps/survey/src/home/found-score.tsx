import { findingInput, type Finding } from '@kilim/contracts';
import { layColumns, openBehind, questionStates, type ScoreOptions } from '@kilim/indicators';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';
import { scoreIn } from '../score/area-score.js';
import { ScoreSoFar } from '../score/score-so-far.js';
import { useScores } from '../score/use-scores.js';

/** The index with the expert's values where they differ from the city's. */
export function FoundScore({ findings }: Readonly<{ findings: readonly Finding[] }>): ReactElement | null {
  const { t } = useTranslation();
  const { version, reading } = useWork();
  const options = useMemo(
    (): ScoreOptions => ({ basis: 'found', findings: findings.map(findingInput) }),
    [findings],
  );
  const scores = useScores(version.compiled, reading.answers, options);
  const [index] = version.compiled.questionnaire.indices;
  const open = useMemo(() => {
    const laid = layColumns(reading.answers, options);
    const states = questionStates(version.compiled, (address) => laid.get(address)?.answer);
    return index ? openBehind(version.compiled, states, index.id).length : 0;
  }, [version, reading.answers, options, index]);
  if (!index) return null;
  return (
    <div className="above-6">
      <h3 className="below-2">{t('score.foundTitle')}</h3>
      <ScoreSoFar score={scoreIn(scores, index.id)} open={open} basis="found" />
    </div>
  );
}
