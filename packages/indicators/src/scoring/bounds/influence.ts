import type { Address } from '../../answers/address.js';
import type { Answers } from '../../answers/answer.js';
import { questionStates } from '../../answers/standing.js';
import type { CompiledQuestionnaire } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import { layColumns, type ScoreOptions } from '../columns.js';
import { choicesOf, type Choice } from './choices.js';
import type { Component } from './components.js';
import { Outlook } from './possible-scores.js';
import type { Slot } from './slots.js';

/** How much the answer to one open question decides about an area, as fractions of the whole scale. */
export interface Influence {
  readonly address: Address;
  /** How much higher the least that is still possible is after its best answer than after its worst. */
  readonly raises: number;
  /** How much lower the most that is still possible is after its worst answer than after its best. */
  readonly costs: number;
  /** The greater of the two: what it moves. */
  readonly moves: number;
}

/**
 * Which open answer moves a score most: for every open question that is asked now and can move it, what remains possible
 * after its best and after its worst answer, the others left open; the greatest first, of equals in form order. What an
 * open repeated set comes to list is not tried.
 *
 * @param of      an index, composite or indicator
 * @param inDoubt answers that are taken for open, too; see {@link answersInDoubt}
 */
export function influences(
  compiled: CompiledQuestionnaire,
  claims: Answers,
  options: ScoreOptions,
  of: Id,
  inDoubt: ReadonlySet<Address> = new Set(),
): readonly Influence[] {
  const laid = layColumns(claims, options);
  const states = questionStates(compiled, (address) =>
    inDoubt.has(address) ? undefined : laid.get(address)?.answer,
  );
  const outlook = new Outlook(compiled, states);
  const dependsOn = outlook.possible.get(of)?.dependsOn ?? new Set();
  const places = new Map([...states.keys()].map((address, at) => [address, at]));
  return [...dependsOn]
    .flatMap((component) =>
      component.slots
        .filter(({ address, content }) => content.kind === 'open' && states.get(address)?.isVisible === true)
        .flatMap((slot) => influenceOf(slot, component, outlook, of)),
    )
    .sort((a, b) => b.moves - a.moves || (places.get(a.address) ?? 0) - (places.get(b.address) ?? 0));
}

function influenceOf(slot: Slot, component: Component, outlook: Outlook, of: Id): readonly Influence[] {
  const { address, compiled } = slot;
  if (compiled.question.kind === 'set') return [];
  const choices = choicesOf(slot, component.watched.get(address) ?? []) ?? [];
  const left = choices.flatMap(ends).flatMap((choice) => {
    const held = { address, hold: () => [choice] };
    return outlook.holding(component, held).get(of)?.interval ?? [];
  });
  const [lows, highs] = [left.map(({ low }) => low), left.map(({ high }) => high)];
  const raises = Math.max(...lows) - Math.min(...lows);
  const costs = Math.max(...highs) - Math.min(...highs);
  const moves = Math.max(raises, costs);
  return moves > 0 ? [{ address, raises, costs, moves }] : [];
}

/** A choice with its fewest and with its most points. */
function ends(choice: Choice): readonly Choice[] {
  const { least, most } = choice;
  return least === most
    ? [choice]
    : [
        { ...choice, most: least },
        { ...choice, least: most },
      ];
}
