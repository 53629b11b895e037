/** What `runner.js` has put there for the file that is being run. */
const given = () => globalThis[Symbol.for('kilim.jest.globals')];

/**
 * Jest-circus makes them anew for each file, modules of the tests' support stay, and may have kept `it.skip`: so what a
 * path of names leads to is looked up at each use.
 */
const current = (...path) =>
  new Proxy(() => undefined, {
    apply: (_target, _self, args) => path.reduce((from, name) => from[name], given())(...args),
    get: (_target, name) => current(...path, name),
  });

/**
 * `@jest/globals` for test files that Node itself loads. There is no `jest` among them, as modules and clocks of a
 * process that files share are not to be replaced.
 */
export const describe = current('describe');
export const it = current('it');
export const test = current('test');
export const expect = current('expect');
export const beforeAll = current('beforeAll');
export const beforeEach = current('beforeEach');
export const afterAll = current('afterAll');
export const afterEach = current('afterEach');
