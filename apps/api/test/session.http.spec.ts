import { setTimeout as pause } from 'node:timers/promises';
import { ACCOUNT_HEADER, readSession, signOut } from '@kilim/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Accounts } from '../src/session/accounts.service.js';
import { Passwords } from '../src/session/passwords.js';
import { SessionRow } from '../src/session/session.entity.js';
import { Reads } from '../src/database/reads.js';
import {
  asCity,
  asCoordinator,
  givenAccount,
  givenActor,
  PASSWORD,
  signInOverHttp,
} from './support/actors.js';
import { call, type RunningApp, startApp } from './support/app.js';
import { describeOnBothDatabases, makeSqlite, type TestDatabase } from './support/databases.js';
import { givenRound, writingOf } from './support/given.js';

const HOUR = 60 * 60_000;

describeOnBothDatabases('a session', (make, kind) => {
  let testDatabase: TestDatabase;
  let running: RunningApp;
  beforeAll(async () => {
    testDatabase = await make();
    running = await startApp(() => Promise.resolve(testDatabase));
  });
  afterAll(() => running.close());

  test('begins with e-mail and password, in whatever case the e-mail is typed', async () => {
    const { email, accountId } = await givenAccount(running);
    const { status, cookie, answer } = await signInOverHttp(running, ` ${email.toUpperCase()} `, PASSWORD);
    expect(status).toBe(200);
    expect(answer.body.account).toMatchObject({ id: accountId, email });
    const again = await call(running, readSession, {}, cookie);
    expect(again.body).toEqual(answer.body);
  });

  test('has a cookie that scripts and other sites cannot use, and stores no token', async () => {
    const { email } = await givenAccount(running);
    const { answer, cookie } = await signInOverHttp(running, email, PASSWORD);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^kilim_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const rows = await running.app.get(Reads).manager().find(SessionRow);
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  });

  test('is refused alike for a wrong password, an unknown and a disabled account', async () => {
    const { email } = await givenAccount(running);
    const disabled = await givenAccount(running);
    await running.app.get(Accounts).disable(null, disabled.accountId);
    const answers = [
      await signInOverHttp(running, email, 'wrong'),
      await signInOverHttp(running, 'nobody@example.org', PASSWORD),
      await signInOverHttp(running, disabled.email, PASSWORD),
    ];
    const seen = answers.map(({ answer: { status, problem } }) => ({ status, ...problem, requestId: '' }));
    expect(seen[0]).toMatchObject({ status: 401, code: 'session.refused' });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    for (const { answer } of answers) expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('has a new token each time, and ends the one that the browser had before', async () => {
    const { email } = await givenAccount(running);
    const first = await signInOverHttp(running, email, PASSWORD);
    const second = await signInOverHttp(running, email, PASSWORD, first.cookie);
    expect(second.cookie).not.toBe(first.cookie);
    expect((await call(running, readSession, {}, first.cookie)).problem.code).toBe('session.expired');
    expect((await call(running, readSession, {}, second.cookie)).status).toBe(200);
  });

  test('is not used for what somebody else wrote in the same browser before', async () => {
    const [mine, other] = [await givenActor(running), await givenActor(running)];
    const as = (accountId: string) =>
      running.fetch('/api/session', { headers: { cookie: mine.cookie, [ACCOUNT_HEADER]: accountId } });
    expect((await as(mine.accountId)).status).toBe(200);
    const refused = await as(other.accountId);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ code: 'session.other' });
  });

  test('ends on the server when somebody signs out', async () => {
    const { cookie } = await givenActor(running);
    const answer = await call(running, signOut, {}, cookie);
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^kilim_session=; /);
    expect((await call(running, readSession, {}, cookie)).problem.code).toBe('session.expired');
  });

  test.each<[string, (accountId: string, passwordHash: string) => Promise<void>]>([
    [
      'the password is replaced',
      (accountId, other) => running.app.get(Accounts).choosePassword(accountId, other),
    ],
    ['the account is disabled', (accountId) => running.app.get(Accounts).disable(null, accountId)],
  ])('does not begin when %s while the password is still being checked', async (_, change) => {
    const { email, accountId } = await givenAccount(running);
    const passwords = running.app.get(Passwords);
    const other = await passwords.hash('zielony rower w deszczu');
    const verify = passwords.verify.bind(passwords);
    passwords.verify = async (...given) => {
      const fits = await verify(...given);
      await change(accountId, other);
      return fits;
    };
    try {
      const { answer } = await signInOverHttp(running, email, PASSWORD);
      expect([answer.status, answer.problem.code]).toEqual([401, 'session.refused']);
      expect(answer.headers.getSetCookie()).toEqual([]);
      const begun = await running.app.get(Reads).manager().findBy(SessionRow, { accountId });
      expect(begun).toEqual([]);
    } finally {
      passwords.verify = verify;
    }
  });

  test('ends at once when the account is disabled', async () => {
    const { cookie, accountId } = await givenActor(running);
    await running.app.get(Accounts).disable(null, accountId);
    expect((await call(running, readSession, {}, cookie)).problem.code).toBe('session.expired');
  });

  test('has the roles that are in force at each request', async () => {
    const { cookie, accountId } = await givenActor(running);
    const roles = async () =>
      (await call(running, readSession, {}, cookie)).body.memberships.map(({ role }) => role);
    expect(await roles()).toEqual([]);
    await running.app.get(Accounts).grant(null, { accountId, role: 'administrator', scope: 'installation' });
    expect(await roles()).toEqual(['administrator']);
  });

  test('that ends on one server is over on every other within a second', async () => {
    if (kind === 'sqlite') return;
    const { cookie } = await givenActor(running);
    const kept = { ...testDatabase, remove: () => Promise.resolve() };
    const other = await startApp(() => Promise.resolve(kept));
    expect((await call(other, readSession, {}, cookie)).status).toBe(200);
    await call(running, signOut, {}, cookie);
    await pause(1000);
    expect((await call(other, readSession, {}, cookie)).problem.code).toBe('session.expired');
    await other.close();
  });

  test('is required: without a cookie, and with one that somebody made up', async () => {
    expect((await call(running, readSession, {})).problem).toMatchObject({
      status: 401,
      code: 'session.required',
    });
    const made = await call(running, readSession, {}, 'kilim_session=made-up');
    expect(made.problem).toMatchObject({ status: 401, code: 'session.expired' });
  });

  test('leads cities to the form and everybody else to the dashboard', async () => {
    const round = await givenRound(writingOf(running.app));
    const city = await asCity(running, round.cities[0]?.cityId ?? '');
    const coordinator = await asCoordinator(running, round.programmeId);
    const session = await call(running, readSession, {}, city.cookie);
    expect(session.body).toMatchObject({
      home: '/survey/',
      memberships: [{ role: 'cityLead', scope: 'city', scopeName: 'Testville 1' }],
    });
    expect((await call(running, readSession, {}, coordinator.cookie)).body.home).toBe('/admin/');
    const roots = [
      await running.fetch('/'),
      await running.fetch('/', { headers: { cookie: city.cookie } }),
      await running.fetch('/', { headers: { cookie: coordinator.cookie } }),
    ];
    expect(roots.map(({ status }) => status)).toEqual([302, 302, 302]);
    expect(roots.map(({ headers }) => headers.get('location'))).toEqual(['/survey/', '/survey/', '/admin/']);
  });

  test('is over after eight hours without a request, and after seven days anyway', async () => {
    const { cookie } = await givenActor(running);
    const isOpenAfter = async (hours: number) => {
      running.shiftClock(hours * HOUR);
      return (await call(running, readSession, {}, cookie)).status === 200;
    };
    try {
      expect(await isOpenAfter(7.9)).toBe(true);
      // Used in between, it goes on.
      expect(await isOpenAfter(15.7)).toBe(true);
      for (let hours = 20; hours < 7 * 24; hours += 7) expect(await isOpenAfter(hours)).toBe(true);
      expect(await isOpenAfter(7 * 24 + 0.1)).toBe(false);
      const other = await givenActor(running);
      running.shiftClock((7 * 24 + 8.2) * HOUR);
      expect((await call(running, readSession, {}, other.cookie)).problem.code).toBe('session.expired');
    } finally {
      running.shiftClock(0);
    }
  });
});

describe('guessing passwords', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(makeSqlite);
  });
  afterAll(() => running.close());

  test('is slowed down per account, alike for known and unknown ones, and says how long', async () => {
    const { email } = await givenAccount(running);
    const guess = async (whom: string) => (await signInOverHttp(running, whom, 'guess')).answer;
    const known = [];
    const unknown = [];
    for (let round = 0; round < 6; round += 1) {
      known.push(await guess(email));
      unknown.push(await guess('nobody@example.org'));
    }
    expect(known.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429, 429]);
    expect(unknown.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429, 429]);
    const retryAfter = Number(known[5]?.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(60);
    expect(known[5]?.problem.code).toBe('request.tooMany');
    // Also with the right password: else it would tell.
    expect((await signInOverHttp(running, email, PASSWORD)).status).toBe(429);
  });

  test('from one address is slowed down over all accounts; a forged X-Forwarded-For changes nothing', async () => {
    const statuses = [];
    for (let index = 0; index < 24; index += 1) {
      const response = await running.fetch('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${String(index)}` },
        body: JSON.stringify({ email: `somebody-${String(index)}@example.org`, password: 'guess' }),
      });
      statuses.push(response.status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
  });
});

describe('guessing passwords from elsewhere', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(makeSqlite, { TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterAll(() => running.close());

  const signInFrom = (address: string, email: string, password: string) =>
    running.fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ email, password }),
    });

  test('does not keep the right person from signing in', async () => {
    const { email } = await givenAccount(running);
    for (let round = 0; round < 3; round += 1) {
      const guesses = [];
      for (let index = 0; index < 5; index += 1)
        guesses.push((await signInFrom('203.0.113.7', email, 'guess')).status);
      expect(guesses.at(-1)).toBe(429);
      expect((await signInFrom('198.51.100.9', email, PASSWORD)).status).toBe(200);
    }
  });

  test.each([
    ['many addresses is slowed down all the same', (index: number) => `203.0.113.${String(index)}`, 10],
    [
      'all addresses of one household counts as from one',
      (index: number) => `2001:db8:1:2${String(index)}::1`,
      4,
    ],
  ])('from %s', async (_, addressOf, most) => {
    const { email } = await givenAccount(running);
    const answers = [];
    for (let index = 10; index < 26; index += 1)
      answers.push(await signInFrom(addressOf(index), email, 'guess'));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(most);
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });
});

describe('with a public address in https', () => {
  test('the cookie insists on https and on its host, and browsers are told to', async () => {
    const running = await startApp(makeSqlite, { PUBLIC_URL: 'https://index.example.org/' });
    const { email } = await givenAccount(running);
    const { answer } = await signInOverHttp(running, email, PASSWORD);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-kilim_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    await running.close();
  });
});
