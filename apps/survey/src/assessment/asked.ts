import {
  placeOf,
  type Address,
  type CompiledQuestionnaire,
  type Question,
  type QuestionState,
  type QuestionStates,
} from '@kilim/indicators';

/** A question in one of the places where it is asked. */
export interface Asked {
  readonly question: Question;
  /** Where its answer stands. */
  readonly address: Address;
  /** Which of its set's instances it is asked of, from 1; absent outside repeated sets. */
  readonly position?: number;
  /** What the address bar calls it. */
  readonly anchor: string;
}

/** The questions that are asked, in the order of the form. */
export function askedIn(states: QuestionStates): readonly Asked[] {
  return [...states.values()].filter(({ isVisible }) => isVisible).map((state) => askedAt(state, states));
}

/** The question at an address, asked or not; undefined when the version asks nothing there. */
export function findAsked(
  { byId }: CompiledQuestionnaire,
  states: QuestionStates,
  address: Address,
): Asked | undefined {
  const state = states.get(address);
  if (state) return askedAt(state, states);
  const { question } = byId.get(placeOf(address).question) ?? {};
  return question && { question, address, anchor: question.code };
}

/** What the address bar calls a question: its code, in a repeated set with the position of the instance. */
export function anchorOf({ code }: Question, position: number | undefined): string {
  return position === undefined ? code : `${code}-${String(position)}`;
}

function askedAt(
  { address, instance, compiled: { question, set } }: QuestionState,
  states: QuestionStates,
): Asked {
  if (set === undefined) return { question, address, anchor: question.code };
  const position = (states.get(set.id)?.instances.indexOf(instance) ?? 0) + 1;
  return { question, address, position, anchor: anchorOf(question, position) };
}
