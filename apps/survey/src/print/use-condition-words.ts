import type { Condition, Formula } from '@kilim/indicators';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';
import { conditionWords, formulaWords, type ConditionSpeech } from './condition-words.js';

type Say = (key: string, facts: Readonly<Record<string, string>>) => string;

/** Puts conditions and formulas of the version into words of the interface. */
export function useConditionWords(): {
  readonly ofCondition: (condition: Condition) => string;
  readonly ofFormula: (formula: Formula) => string;
} {
  // Which facts a text needs stands beside each call; the texts' own types name them key by key.
  const t = useTranslation().t as Say;
  const { version, texts } = useWork();
  const { number, issued } = useMoments();
  const speech: ConditionSpeech = {
    say: (key, facts = {}) => t(`condition.${key}`, facts),
    calculation: (key, facts = {}) => t(`formula.${key}`, facts),
    codeOf: (id) => version.compiled.byId.get(id)?.question.code ?? id,
    titleOf: (id) => texts.title(id),
    number,
    date: issued,
  };
  return {
    ofCondition: (condition) => conditionWords(condition, speech),
    ofFormula: (formula) => formulaWords(formula, speech),
  };
}
