import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import './run-typescript.js';

const require = createRequire(import.meta.url);
const { default: circus } = require('jest-circus/runner');
/** Where jest-circus keeps what listens to its events: of one file only, as here files share a process. */
const LISTENERS = Symbol.for('EVENT_HANDLERS');

/**
 * Jest's `testRunner` for code that runs in Node: jest-circus as ever, but Node itself loads the test files and what
 * they import. Jest's own module system would load every library anew for each file, which took more than the tests.
 * In return the files of a run share their modules: see `docs/decisions/031-modules-loaded-once.md`.
 *
 * @type {import('jest-circus/runner').default}
 */
export default function runFile(globalConfig, config, environment, runtime, testPath, sendMessageToJest) {
  delete globalThis[LISTENERS];
  // Jest would read the maps of what it has compiled itself; Node has those of what it has loaded.
  Error.prepareStackTrace = undefined;
  return circus(globalConfig, config, environment, nodesModules, testPath, sendMessageToJest);
}

/** The part of jest's runtime that jest-circus asks for, answered by Node. */
const nodesModules = {
  /** Jest-circus keeps the state of a file in its modules. */
  requireInternalModule: (file) => {
    delete require.cache[file];
    return require(file);
  },
  requireModule: (file) => require(file),
  setGlobalsForRuntime: (globals) => {
    globalThis[Symbol.for('kilim.jest.globals')] = globals;
  },
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (file) => import(pathToFileURL(file).href),
  enterTestCode: () => undefined,
  leaveTestCode: () => undefined,
};
