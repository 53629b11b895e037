import {
  conditionWords,
  formulaWords,
  type Condition,
  type ConditionSpeech,
  type Formula,
  type Id,
} from '@kilim/indicators';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

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
  const codeOf = (id: Id): string => version.compiled.byId.get(id)?.question.code ?? id;
  const speech: ConditionSpeech = {
    say: (key, facts = {}) => t(`condition.${key}`, facts),
    calculation: (key, facts = {}) => t(`formula.${key}`, facts),
    equals: (id, value) => {
      const question = codeOf(id);
      if (typeof value === 'boolean') return t(value ? 'condition.yes' : 'condition.no', { question });
      return t('condition.equals', { question, value: DATE.test(value) ? issued(value) : value });
    },
    codeOf,
    titleOf: (id) => texts.title(id),
    number,
  };
  return {
    ofCondition: (condition) => conditionWords(condition, speech),
    ofFormula: (formula) => formulaWords(formula, speech),
  };
}
