/** @jest-environment jsdom */
import { expect, it } from '@jest/globals';
import { takeLead } from './lead.js';

it('every tab leads where the browser has locks and refuses them', async () => {
  const request = () => Promise.reject(new DOMException('Not in this window.', 'SecurityError'));
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  const told: boolean[] = [];
  const lead = takeLead('work', (leads) => told.push(leads));
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual([true]);
  lead.leave();
});
