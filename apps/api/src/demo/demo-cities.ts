import type { DemoCity } from './demo-city.js';
import { LINNESUND } from './linnesund.js';
import { NOWOBRZEG } from './nowobrzeg.js';
import { PORT_SELDA } from './port-selda.js';

/** Three cities that do not exist, one in each state a visitor should see. */
export const DEMO_CITIES: readonly DemoCity[] = [LINNESUND, PORT_SELDA, NOWOBRZEG];
