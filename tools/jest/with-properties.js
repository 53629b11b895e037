import { fileURLToPath } from 'node:url';
import preset from './index.js';

/** The preset for folders with property tests. */
export default { ...preset, setupFilesAfterEnv: [fileURLToPath(new URL('properties.js', import.meta.url))] };
