/** What a key does in the tree. */
export type TreeCommand =
  | 'up'
  | 'down'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'
  | 'in'
  | 'out'
  | 'open'
  | 'choose'
  | 'chooseUp'
  | 'chooseDown'
  | 'moveUp'
  | 'moveDown'
  | 'moveTo'
  | 'cut'
  | 'copy'
  | 'duplicate'
  | 'remove';

/** A key as the tree needs it. */
export interface TreeKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const PLAIN: Readonly<Record<string, TreeCommand>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
  Home: 'first',
  End: 'last',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Enter: 'open',
  ' ': 'open',
  Delete: 'remove',
};

const WITH_CONTROL: Readonly<Record<string, TreeCommand>> = {
  x: 'cut',
  c: 'copy',
  d: 'duplicate',
  m: 'moveTo',
  ' ': 'choose',
};

/** Reads a key; undefined for what the tree leaves to the page. Pasting comes as an event of its own. */
export function treeCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: TreeKey): TreeCommand | undefined {
  if (altKey) return key === 'ArrowUp' ? 'moveUp' : key === 'ArrowDown' ? 'moveDown' : undefined;
  if (ctrlKey || metaKey) return shiftKey ? undefined : WITH_CONTROL[key.toLowerCase()];
  if (shiftKey) return key === 'ArrowUp' ? 'chooseUp' : key === 'ArrowDown' ? 'chooseDown' : undefined;
  return PLAIN[key];
}
