/** What a key does in the verification. */
export type KeyAction = 'next' | 'previous' | 'accept' | 'find' | 'help';

/** What keys need to know about what was pressed. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Where it was pressed. */
  readonly target: EventTarget | null;
}

const ACTIONS: Readonly<Record<string, KeyAction>> = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  f: 'find',
  '?': 'help',
};

/** The action of a key; undefined for every other key, with Ctrl, Alt or Meta, and while somebody is typing. */
export function actionOf({ key, ctrlKey, metaKey, altKey, target }: PressedKey): KeyAction | undefined {
  if (ctrlKey || metaKey || altKey || isTyping(target)) return undefined;
  const name = key.toLowerCase();
  return Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null
  );
}
