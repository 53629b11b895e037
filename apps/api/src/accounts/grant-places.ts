import { type GrantPlace, Role, ROLE_SCOPES, type ScopeKind } from '@kilim/contracts';
import type { Actor } from '../access/actor.js';
import type { HeldPlace, PlaceBook } from './place-book.js';

/** Where somebody may give which roles: the installation, then programmes, rounds, cities, assessments. */
export function grantPlaces(actor: Actor, book: PlaceBook): readonly GrantPlace[] {
  const { programmes, rounds, cities, assessments } = book.rows;
  const at = (scope: ScopeKind, rows: readonly { readonly id: string }[]): readonly HeldPlace[] =>
    rows.map(({ id }) => ({ scope, scopeId: id }));
  const places: readonly HeldPlace[] = [
    { scope: 'installation', scopeId: null },
    ...at('programme', programmes),
    ...at('round', rounds),
    ...at('city', cities),
    ...at('assessment', assessments),
  ];
  return places.flatMap((place): readonly GrantPlace[] => {
    const roles = Role.options.filter(
      (role) => ROLE_SCOPES[role].includes(place.scope) && book.mayGrant(actor, role, place),
    );
    if (roles.length === 0) return [];
    const { name = '', within } = book.nameOf(place) ?? {};
    // The newest first: that is what the city answers at present.
    const [newest] = place.scope === 'city' ? book.assessmentsOf(place.scopeId ?? '') : [];
    const versionId = newest?.versionId;
    return [
      {
        ...{ scope: place.scope, name, roles },
        ...(place.scopeId !== null && { scopeId: place.scopeId }),
        ...(within !== undefined && { within }),
        ...(versionId !== undefined && { versionId }),
      },
    ];
  });
}
