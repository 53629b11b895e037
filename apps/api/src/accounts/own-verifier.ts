import { CITY_ROLES, type Role, worksAndVerifies } from '@kilim/contracts';
import { Problem } from '../http/problem.js';
import type { HeldPlace, PlaceBook } from './place-book.js';

/** A role, and where it is held or to be held. */
interface PlacedRole extends HeldPlace {
  readonly role: Role;
}

/**
 * Keeps somebody from working for a city that they verify. Verifying is refused to whoever does both; so a lead who gave
 * the expert a role in the city, unasked, would be rid of them.
 *
 * @param pointer to what holds the new role in the request's body
 * @throws Problem `membership.invalid`
 */
export function assertNoOwnVerifier(
  book: PlaceBook,
  held: readonly PlacedRole[],
  given: PlacedRole,
  pointer: string,
): void {
  const cities = book.citiesAt(given);
  const isOwn = (each: PlacedRole) =>
    worksAndVerifies(each.role, given.role) && book.citiesAt(each).some((city) => cities.includes(city));
  if (!held.some(isOwn)) return;
  const detail = CITY_ROLES.includes(given.role)
    ? 'This person verifies the city, so they can not work for it. Choose somebody else, or ask a coordinator to end their role as an expert there first.'
    : 'This person works for a city that they would verify. Choose somebody else or other assessments, or end their role in the city first.';
  throw new Problem('membership.invalid', {
    detail,
    places: [
      { in: 'body', pointer: `${pointer}/role`, message: 'Nobody verifies a city that they also work for.' },
    ],
  });
}
