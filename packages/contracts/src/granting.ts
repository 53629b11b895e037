import { allows, CITY_ROLES, type Role, type ScopeKind } from './access.js';

/** At which kinds of place each role can be held (decision 7). */
export const ROLE_SCOPES: Readonly<Record<Role, readonly ScopeKind[]>> = {
  administrator: ['installation'],
  coordinator: ['programme'],
  partner: ['round', 'city', 'assessment'],
  expert: ['round', 'assessment'],
  cityLead: ['city'],
  cityContributor: ['city'],
};

/** Which roles one may give and take, within one's own place. */
export const GRANTABLE: Readonly<Record<Role, readonly Role[]>> = {
  administrator: ['administrator', 'coordinator', 'partner', 'expert', 'cityLead', 'cityContributor'],
  coordinator: ['coordinator', 'partner', 'expert', 'cityLead', 'cityContributor'],
  partner: [],
  expert: [],
  cityLead: ['cityContributor'],
  cityContributor: [],
};

/** Whether any of these roles, held where the new one is to be held, may give or take it there. */
export function mayGrant(held: readonly Role[], role: Role): boolean {
  return held.some((own) => GRANTABLE[own].includes(role));
}

/** Whether one of two roles works for a city and the other verifies: nobody holds both for the same city. */
export function worksAndVerifies(one: Role, other: Role): boolean {
  const isOf = (works: Role, verifies: Role) =>
    CITY_ROLES.includes(works) && allows([verifies], 'finding:write');
  return isOf(one, other) || isOf(other, one);
}
