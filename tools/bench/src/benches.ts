import { authoringBenches } from './authoring/authoring-benches.js';
import type { Bench } from './bench.js';
import { engineBenches } from './engine/engine-benches.js';
import { formBenches } from './form/form-benches.js';
import { rendererBenches } from './renderer/renderer-benches.js';
import { saveBenches } from './save/save-benches.js';

/** Everything that can be measured. A part of the product that has something to say about its speed adds its own here. */
export const BENCHES: readonly Bench[] = [
  ...saveBenches,
  ...engineBenches,
  ...formBenches,
  ...rendererBenches,
  ...authoringBenches,
];
