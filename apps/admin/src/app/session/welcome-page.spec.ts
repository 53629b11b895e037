import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { givenPage } from '../testing/given-page';
import { WelcomePage } from './welcome-page';

const FIRST = 'first-token-of-an-invitation';
const SECOND = 'second-token-of-an-invitation';
const PERSON = {
  ...{ name: 'Zoe', email: 'zoe@city.example', language: 'en' },
  expiresAt: '2026-04-10T10:00:00.000Z',
};

async function render() {
  const page = await givenPage(WelcomePage);
  const open = async (token: string) => {
    await TestBed.inject(Router).navigate([], { fragment: token });
    await page.settle();
  };
  return { ...page, open };
}

describe('the page an invitation leads to', () => {
  it('looks at the newer link that is pasted where an older one was open', async () => {
    const { element, server, settle, open } = await render();
    await open(FIRST);
    server
      .expectOne(({ body }) => JSON.stringify(body).includes(FIRST))
      .flush({}, { status: 410, statusText: 'Gone' });
    await settle();
    expect(element.querySelector('input[type=password]')).toBeNull();
    await open(SECOND);
    server.expectOne(({ body }) => JSON.stringify(body).includes(SECOND)).flush(PERSON);
    await settle();
    expect(element.querySelector('h1')?.textContent).toContain('Zoe');
  });

  it('begins with an empty form for a newer link', async () => {
    const { element, answer, fill, open } = await render();
    await open(FIRST);
    await answer('/invitations/look', PERSON);
    await fill('#new-password', 'short');
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await open(SECOND);
    await answer('/invitations/look', PERSON);
    expect(element.querySelector('.tone-bad')).toBeNull();
  });

  it('says of a link that was cut that it is broken', async () => {
    const { element, open } = await render();
    await open('cut');
    expect(element.textContent).toContain('A part of the address is missing');
  });
});
