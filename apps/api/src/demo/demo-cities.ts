import { isChecked } from '@kilim/contracts';
import { ALTENWEHR } from './altenwehr.js';
import { CETAVIA } from './cetavia.js';
import type { DemoCity } from './demo-city.js';
import { LINNESUND } from './linnesund.js';
import { NOWOBRZEG } from './nowobrzeg.js';
import { PORT_SELDA } from './port-selda.js';
import { RIVMALA } from './rivmala.js';
import { SANTA_ROVIRA } from './santa-rovira.js';

/** Seven cities that do not exist, each in another state; what is left of the ten states stands in the round before. */
export const DEMO_CITIES: readonly DemoCity[] = [
  LINNESUND,
  PORT_SELDA,
  NOWOBRZEG,
  ALTENWEHR,
  SANTA_ROVIRA,
  RIVMALA,
  CETAVIA,
];

/** The same city as it was in the round before. */
export function asEarlier(city: DemoCity): DemoCity | undefined {
  if (!city.earlier) return undefined;
  const { answered: _, clarifications: __, secondReading: ___, ...rest } = city;
  return {
    ...rest,
    ...city.earlier,
    ...{ notApplicable: {}, changes: [], evidence: [] },
    checked: isChecked(city.earlier.state) ? EARLIER_SECTIONS : [],
  };
}

/** What experts checked in the round before. */
const EARLIER_SECTIONS = ['COM', 'EDU', 'NEI', 'PUB', 'CUL', 'MED', 'LAN', 'WEL', 'LEA'];
