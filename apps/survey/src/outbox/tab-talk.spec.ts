/** @jest-environment jsdom */
import { expect, it } from '@jest/globals';
import { BroadcastChannel } from 'node:worker_threads';
import { TabTalk } from './tab-talk.js';

// jsdom has none.
globalThis.BroadcastChannel ??= BroadcastChannel as unknown as typeof globalThis.BroadcastChannel;

it('windows speak with each other as long as anybody in them does', async () => {
  const [one, other] = [new TabTalk('me', 'a'), new TabTalk('me', 'a')];
  const heard: string[] = [];
  other.listen((message) => heard.push(message.kind));
  // Left, and opened anew before what was typed is written.
  one.open();
  one.open();
  other.open();
  one.close();
  one.tell({ kind: 'kept', address: 'q' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual(['kept']);
  one.close();
  one.tell({ kind: 'kept', address: 'q' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual(['kept']);
  other.close();
});
