import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ACCOUNT_HEADER, listRounds, PROBLEMS, type ProblemCode } from '@kilim/contracts';
import { codeOf, problemOf } from '../api/problem';
import { Write } from '../api/write';
import { givenSpeech, SPEAKING } from '../testing/given';
import { Session } from './session';
import { sessionInterceptor } from './session.interceptor';
import { SESSION_NEWS } from './session-news';

const HELENA = { id: '01900000-0000-7000-8000-00000000000a', name: 'Helena V.' };
const TOBIAS = { id: '01900000-0000-7000-8000-00000000000b', name: 'Tobias R.' };

let http: HttpTestingController;
let session: Session;
/** Another window tells that somebody signed in or out. */
let hear: () => void;
let told: number;

const settled = () => new Promise((resolve) => setTimeout(resolve));

function answerWith({ id, name }: typeof HELENA): void {
  http.expectOne({ method: 'GET', url: '/api/session' }).flush({
    account: { id, name, email: 'a@b.example', language: 'en' },
    memberships: [],
    home: '/admin/',
    expiresAt: '2026-04-10T10:00:00.000Z',
  });
}

function refuseWith(code: ProblemCode, url: string): void {
  const { status, title } = PROBLEMS[code];
  const problem = { type: `/problems/${code}`, code, title, status, detail: '', places: [], requestId: 'r' };
  http.expectOne(url).flush(problem, { status, statusText: title });
}

beforeEach(async () => {
  told = 0;
  const news = { hear: (listener: () => void) => (hear = listener), tell: () => (told += 1) };
  TestBed.configureTestingModule({
    providers: [
      ...SPEAKING,
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      { provide: SESSION_NEWS, useValue: news },
    ],
  });
  await givenSpeech();
  http = TestBed.inject(HttpTestingController);
  session = TestBed.inject(Session);
  const found = session.find();
  await settled();
  answerWith(HELENA);
  await found;
});

afterEach(() => http.verify());

describe('a page and the one session of its browser', () => {
  it('says with every request whose it is', () => {
    void TestBed.inject(Write).send(listRounds, {});
    const { request } = http.expectOne('/api/rounds');
    expect(request.headers.get(ACCOUNT_HEADER)).toBe(HELENA.id);
  });

  it('waits where the server says that somebody else is signed in, and goes on when its own account is back', async () => {
    const refused = TestBed.inject(Write)
      .send(listRounds, {})
      .catch((error: unknown) => codeOf(problemOf(error)));
    refuseWith('session.other', '/api/rounds');
    expect(await refused).toBe('session.other');
    answerWith(TOBIAS);
    await settled();
    expect(session.displaced()).toEqual({ by: TOBIAS.name });
    expect(session.current()?.account.id).toBe(HELENA.id);
    hear();
    answerWith(HELENA);
    await settled();
    expect(session.displaced()).toBeUndefined();
  });

  it('asks who is signed in as soon as another window tells of a change, as whoever it may be', async () => {
    hear();
    const { request } = http.match('/api/session')[0] ?? {};
    expect(request?.headers.has(ACCOUNT_HEADER)).toBe(false);
    hear();
    refuseWith('session.required', '/api/session');
    await settled();
    expect(session.displaced()).toEqual({});
  });

  it('tells the other windows when somebody signs out here', async () => {
    const leaving = session.signOut();
    http.expectOne({ method: 'DELETE', url: '/api/session' }).flush(null, { status: 204, statusText: '' });
    await leaving;
    expect([told, session.current()]).toEqual([1, undefined]);
  });
});
