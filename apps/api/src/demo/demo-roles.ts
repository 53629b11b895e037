import { isChecked, takesFindings } from '@kilim/contracts';
import type { NewMembership } from '../session/accounts.service.js';
import type { DemoAccount } from './demo-accounts.js';
import type { DemoCity } from './demo-city.js';
import type { DemoRoundMade, PlacedCity } from './demo-programme.service.js';

/** A person to be made. */
export interface DemoRole extends Omit<DemoAccount, 'password'> {
  readonly language: string;
}

/** The people who run the programme; what they may reach is granted once it exists. */
export const SECRETARIAT = [
  { role: 'administrator', name: 'Judit Halas', email: 'administrator@kilim.example', language: 'en' },
  { role: 'coordinator', name: 'Marek Lindqvist', email: 'coordinator@kilim.example', language: 'en' },
  { role: 'expert', name: 'Helena Vasari', email: 'expert@kilim.example', language: 'en' },
  { role: 'expert', name: 'Tobias Ekwueme', email: 'second.expert@kilim.example', language: 'en' },
  { role: 'partner', name: 'Inês Carvalho', email: 'partner@dialogue.example', language: 'en' },
] as const satisfies readonly DemoRole[];

/** The people of a city. */
export function peopleOf(city: DemoCity): readonly [lead: DemoRole, contributor: DemoRole] {
  const person = (role: 'cityLead' | 'cityContributor', of: DemoCity['lead']): DemoRole => ({
    role,
    name: of.name,
    email: `${of.mailbox}@${city.domain}`,
    language: city.language,
    city: city.name,
  });
  return [person('cityLead', city.lead), person('cityContributor', city.contributor)];
}

/** The accounts' ids: of the secretariat by what they do, of everybody by e-mail. */
export interface DemoIds {
  readonly administrator: string;
  readonly coordinator: string;
  readonly expert: string;
  readonly secondExpert: string;
  readonly partner: string;
  /** Throws for an e-mail that nobody has. */
  readonly of: (email: string) => string;
}

export function idsOf(ids: ReadonlyMap<string, string>): DemoIds {
  const of = (email: string): string => {
    const id = ids.get(email);
    if (id === undefined) throw new Error(`The demonstration has no ${email}.`);
    return id;
  };
  const [administrator, coordinator, expert, secondExpert, partner] = SECRETARIAT.map(({ email }) =>
    of(email),
  ) as [string, string, string, string, string];
  return { administrator, coordinator, expert, secondExpert, partner, of };
}

/** The roles in the first round: of those who run the programme, and of its cities. */
export function rolesBefore(round: DemoRoundMade, ids: DemoIds): readonly NewMembership[] {
  const { programmeId, cities } = round;
  return [
    { accountId: ids.administrator, role: 'administrator', scope: 'installation' },
    { accountId: ids.coordinator, role: 'coordinator', scope: 'programme', scopeId: programmeId },
    ...cities.flatMap((placed) => [...cityRoles(placed, ids), ...expertRoles(placed, ids)]),
  ];
}

/** The roles that the present round brings: cities that are new, experts where there is something to verify, a partner. */
export function rolesNow(
  round: DemoRoundMade,
  before: DemoRoundMade,
  ids: DemoIds,
): readonly NewMembership[] {
  const known = new Set(before.cities.map(({ cityId }) => cityId));
  return [
    { accountId: ids.partner, role: 'partner', scope: 'round', scopeId: round.roundId },
    ...round.cities.flatMap((placed) => [
      ...(known.has(placed.cityId) ? [] : cityRoles(placed, ids)),
      ...expertRoles(placed, ids),
    ]),
  ];
}

/** The expert sees only what was submitted; somebody else as well what is read twice. */
function expertRoles({ city, assessmentId }: PlacedCity, ids: DemoIds): readonly NewMembership[] {
  const { state, secondReading } = city;
  const role = { role: 'expert', scope: 'assessment', scopeId: assessmentId } as const;
  return [
    ...(takesFindings(state) || isChecked(state) ? [{ ...role, accountId: ids.expert }] : []),
    ...(secondReading ? [{ ...role, accountId: ids.secondExpert, reader: 'second' as const }] : []),
  ];
}

function cityRoles({ city, cityId, sections }: PlacedCity, ids: DemoIds): readonly NewMembership[] {
  const [lead, contributor] = peopleOf(city).map(({ email }) => ids.of(email)) as [string, string];
  return [
    { accountId: lead, role: 'cityLead', scope: 'city', scopeId: cityId },
    { accountId: contributor, role: 'cityContributor', scope: 'city', scopeId: cityId, sections },
  ];
}
