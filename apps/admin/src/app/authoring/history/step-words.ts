import type { DraftStepLine } from '@kilim/contracts';
import type { ChangeSummary } from '@kilim/indicators';
import type { Speech } from '../../language/speech';
import { fieldWords } from '../desk/value-words';

/** What a step did, in words: its kind, then the first of its changes. */
export function stepWords({ kind, of, what }: DraftStepLine, say: Speech): string {
  const doing = what.first.map((change) => changeWords(change, say)).filter((words) => words !== '');
  const more = what.count - what.first.length;
  const changes = [...doing, ...(more > 0 ? [say.n('step.more', more)] : [])].join('; ');
  if (kind === 'edited') return changes;
  const name = say.t(`step.${kind}`, { of: of === undefined ? '' : say.number(of) });
  return changes === '' || kind === 'restored' || kind === 'created' ? name : `${name}: ${changes}`;
}

function changeWords({ op, part, code, title, field, language }: ChangeSummary, say: Speech): string {
  const name =
    part === 'questionnaire'
      ? say.t('tree.whole')
      : [code, title].filter((word) => word !== undefined).join(' ');
  const what =
    field === undefined
      ? ''
      : op === 'accept'
        ? say.t(`check.${field as 'missing'}`)
        : fieldWords(field, say);
  return say.t(`change.${op}`, {
    name: name === '' ? (part ?? '') : name,
    what: what.toLocaleLowerCase(say.language()),
    language: language === undefined ? '' : say.languageName(language),
  });
}
