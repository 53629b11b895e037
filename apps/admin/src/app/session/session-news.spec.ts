import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { Write } from '../api/write';
import { SPEAKING } from '../testing/given';
import { Session } from './session';

const HELENA = { id: '01900000-0000-7000-8000-00000000000a', name: 'Helena V.', language: 'en' };
const TOBIAS = { id: '01900000-0000-7000-8000-00000000000b', name: 'Tobias R.', language: 'en' };

it('a page that the browser brings back as it was asks who is signed in by now', async () => {
  let account = HELENA;
  const send = () => Promise.resolve({ account, memberships: [] });
  TestBed.configureTestingModule({ providers: [...SPEAKING, { provide: Write, useValue: { send } }] });
  const session = TestBed.inject(Session);
  await session.find();
  account = TOBIAS;
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await new Promise((resolve) => setTimeout(resolve));
  expect(session.displaced()).toEqual({ by: TOBIAS.name });
});
