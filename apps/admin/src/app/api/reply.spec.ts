import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readSession, signOut } from '@kilim/contracts';
import { read } from './read';
import { Write } from './write';

const SESSION = {
  account: {
    id: '01900000-0000-7000-8000-00000000000a',
    name: 'Helena',
    email: 'a@b.example',
    language: 'en',
  },
  memberships: [],
  home: '/admin/',
  expiresAt: '2026-04-10T10:00:00.000Z',
};
/** As a server says it that has learnt something since this page came from it. */
const OF_NEWER_SERVER = { ...SESSION, signedInFrom: 'Rotterdam' };

let http: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  http = TestBed.inject(HttpTestingController);
});

const answer = (body: object | null) => http.expectOne('/api/session').flush(body);

describe('what a newer server answers is read as far as it is known', () => {
  it('where something is read', async () => {
    const session = TestBed.runInInjectionContext(() => read(readSession, () => ({})));
    TestBed.tick();
    answer(OF_NEWER_SERVER);
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.value()).toEqual(SESSION);
  });

  it('where something is sent: what was done is not called undone', async () => {
    const sent = TestBed.inject(Write).send(readSession, {});
    answer(OF_NEWER_SERVER);
    expect(await sent).toEqual(SESSION);
  });
});

it('what does not fit the contract is no reply', async () => {
  const sent = TestBed.inject(Write).send(readSession, {});
  answer({ ...SESSION, home: undefined });
  await expect(sent).rejects.toThrow();
});

it('an endpoint that answers nothing gives nothing', async () => {
  const sent = TestBed.inject(Write).send(signOut, {});
  answer(null);
  expect(await sent).toBeUndefined();
});
