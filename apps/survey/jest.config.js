import inDom from '@kilim/jest-preset/in-dom.js';
import inNode from '@kilim/jest-preset/with-properties.js';

/** The form's tests, and those of how it is bundled: Node itself has to load those, as a bundler is no part of a page. */
export default { projects: [inDom, { ...inNode, testMatch: ['**/bundle/*.spec.ts'] }] };
