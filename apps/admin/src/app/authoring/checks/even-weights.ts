import type { DraftChange, Questionnaire } from '@kilim/indicators';

type Mean = Questionnaire['indices'][number];

/** Gives all members of a mean the same weight: 1, or so that they add up to what is declared, to the thousandth. */
export function evenWeights({ id, members, weightTotal }: Mean): readonly DraftChange[] {
  if (members.length === 0) return [];
  const total = Math.round((weightTotal ?? members.length) * 1000);
  const each = Math.floor(total / members.length);
  const left = total - each * members.length;
  return members.flatMap(({ of, weight }, at): readonly DraftChange[] => {
    const value = (each + (at < left ? 1 : 0)) / 1000;
    return value === weight ? [] : [{ op: 'set', part: `${id}/${of}`, field: 'weight', value, was: weight }];
  });
}

/** Scales the weights of a mean so that they add up to what is declared, keeping their proportions to the thousandth. */
export function fittedWeights({ id, members, weightTotal }: Mean): readonly DraftChange[] {
  const sum = members.reduce((whole, { weight }) => whole + weight, 0);
  if (weightTotal === undefined || sum === 0) return [];
  const total = Math.round(weightTotal * 1000);
  const fitted = members.map(({ weight }) => Math.round((weight / sum) * total));
  const off = total - fitted.reduce((whole, weight) => whole + weight, 0);
  const heaviest = fitted.indexOf(Math.max(...fitted));
  return members.flatMap(({ of, weight }, at): readonly DraftChange[] => {
    const value = ((fitted[at] ?? 0) + (at === heaviest ? off : 0)) / 1000;
    return value === weight ? [] : [{ op: 'set', part: `${id}/${of}`, field: 'weight', value, was: weight }];
  });
}
