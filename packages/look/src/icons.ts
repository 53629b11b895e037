import { drawn, drawnRound, filled, ring, type Shape } from './shape.js';

/** The view box of every knot and icon. */
export const ICON_VIEW_BOX = '0 0 16 16';

/** The view box of the brand mark. */
export const BRAND_VIEW_BOX = '0 0 24 24';

/** A mark cut out of a filled icon: wears the ground panels have. */
const cutOut = (d: string, strokeWidth: number): Shape => ({
  kind: 'path',
  d,
  fill: 'none',
  stroke: 'var(--k-surface)',
  strokeWidth,
});

const noteShapes: readonly Shape[] = [ring(8, 8, 6.6, 1.5), drawn('M8 7v4.6M8 4.2v1.6', 1.7)];

const icons = {
  // Messages
  /** Done, saved. */
  check: [drawn('m3 8.5 3.2 3.2L13 4.8', 2)],
  /** Blocked, refused, to be mended. */
  bad: [filled('M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2Z'), cutOut('M8 4v5M8 10.6v1.7', 1.8)],
  /** Needs attention soon. */
  warn: [drawnRound('M8 1.6 15 14H1Z', 1.6), drawn('M8 6v4M8 11.4v1.4', 1.7)],
  /** Neutral information, in a message. */
  note: noteShapes,
  /** Neutral information, beside a word. Drawn as `note`. */
  info: noteShapes,
  /** How long something waits, or until when. */
  clock: [ring(8, 8, 6.4, 1.5), drawn('M8 4.4V8l2.6 1.8', 1.5)],
  /** There is no network: what is typed stays on this device. */
  offline: [
    drawn('M2 6.2a9 9 0 0 1 12 0M4.4 9.2a5.4 5.4 0 0 1 7.2 0M3 13.5l10-11', 1.5),
    filled('M8 10.8 9.8 12.6 8 14.4 6.2 12.6Z'),
  ],

  // Ways and order
  down: [drawn('m3.5 6 4.5 4.5L12.5 6', 1.7)],
  up: [drawn('m3.5 10.5 4.5-4.5 4.5 4.5', 1.7)],
  left: [drawn('M10 3.5 5.5 8l4.5 4.5', 1.7)],
  right: [drawn('m6 3.5 4.5 4.5L6 12.5', 1.7)],
  /** To another place, or from one value to another. */
  arrow: [drawn('M2.5 8h10.3M8.8 4 12.8 8l-4 4', 1.6)],
  /** Can be moved up and down. */
  move: [drawn('M5 6 8 3l3 3M5 10l3 3 3-3', 1.6)],
  /** A column that can be sorted by. */
  sort: [drawn('M4.8 13V3.4M2 6.2l2.8-2.8 2.8 2.8M11.2 3v9.6M8.4 9.8l2.8 2.8 2.8-2.8', 1.5)],
  filter: [drawnRound('M2 3h12L9.5 8.5v4l-3 1.5V8.5Z', 1.5)],

  // Actions
  menu: [drawn('M2 4h12M2 8h12M2 12h12', 1.7)],
  plus: [drawn('M8 3v10M3 8h10', 1.7)],
  minus: [drawn('M3 8h10', 1.7)],
  /** Close, remove. */
  close: [drawn('m4 4 8 8m0-8-8 8', 1.7)],
  search: [ring(7, 7, 4.6, 1.6), drawn('m10.4 10.4 3.8 3.8', 1.8)],
  undo: [drawn('M6 3 2.8 6.2 6 9.4M3 6.2h6.5a3.6 3.6 0 0 1 0 7.2H6', 1.5)],
  redo: [drawn('M10 3l3.2 3.2L10 9.4M13 6.2H6.5a3.6 3.6 0 0 0 0 7.2H10', 1.5)],
  /** Try again. */
  retry: [drawn('M13 8a5 5 0 1 1-1.6-3.7M13.4 1.6v3.2h-3.2', 1.5)],
  download: [drawn('M8 2v8M4.6 6.8 8 10.2l3.4-3.4M2.5 13.5h11', 1.6)],
  upload: [drawn('M8 10.4V2.4M4.6 5.6 8 2.2l3.4 3.4M2.5 13.5h11', 1.6)],
  edit: [drawnRound('M2.5 13.5 3.2 10.4 10.8 2.8l2.4 2.4-7.6 7.6ZM9 4.6 11.4 7', 1.4)],
  copy: [drawn('M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3', 1.4)],

  // Things
  file: [drawn('M3.5 1.5h6l3 3v10h-9Z', 1.4), drawn('M9.3 1.7v3h3', 1.4)],
  link: [
    drawn(
      'M6.6 9.4 9.4 6.6M7.2 4.6l1.4-1.4a2.9 2.9 0 0 1 4.2 4.2l-1.4 1.4M8.8 11.4l-1.4 1.4a2.9 2.9 0 0 1-4.2-4.2l1.4-1.4',
      1.5,
    ),
  ],
  /** Comments, statements of stakeholders. */
  chat: [drawnRound('M2 2.5h12v8.5H7l-3 2.8V11H2Z', 1.4)],
  /** Not open yet, or closed for good. */
  lock: [drawn('M3.5 7h9v7h-9Z', 1.5), drawn('M5.3 7V4.8a2.7 2.7 0 0 1 5.4 0V7', 1.5)],
  /** What happened to an answer, in order. */
  history: [drawn('M3.2 5.2a5.8 5.8 0 1 1-.9 4M2.6 2.2v3.4H6M8.2 5v3.4l2.3 1.5', 1.5)],
  user: [ring(8, 5.2, 2.9, 1.5), drawn('M2.4 14.2a5.6 5.6 0 0 1 11.2 0', 1.5)],
  signOut: [drawn('M9.5 2.5h-7v11h7M6.5 8h7.3M10.8 5l3 3-3 3', 1.5)],
  settings: [
    drawn('M2 4.5h5M11 4.5h3M2 11.5h3M9 11.5h5', 1.6),
    ring(9, 4.5, 1.9, 1.5),
    ring(7, 11.5, 1.9, 1.5),
  ],
  calendar: [drawn('M2.5 3.5h11v10h-11ZM2.5 6.8h11M5.3 1.5v3.2M10.7 1.5v3.2', 1.4)],
  /** Light or dark. */
  theme: [ring(8, 8, 6, 1.5), filled('M8 2a6 6 0 0 1 0 12Z')],
} as const satisfies Readonly<Record<string, readonly Shape[]>>;

/** The name of an icon. */
export type IconName = keyof typeof icons;

/**
 * Icons in a 16 × 16 view box, in the colour of the words beside them. They add to words and never replace them: an
 * icon alone on a button needs an accessible name.
 */
export const ICONS: Readonly<Record<IconName, readonly Shape[]>> = icons;

/** The mark of Kilim, a stepped diamond in the three dyes, in a 24 × 24 view box. */
export const BRAND_MARK: readonly Shape[] = [
  filled(
    'M10 0h4v2h2v2h2v2h2v2h2v2h2v4h-2v2h-2v2h-2v2h-2v2h-2v2h-4v-2H8v-2H6v-2H4v-2H2v-2H0v-4h2V8h2V6h2V4h2V2h2Z',
    'var(--k-dye-madder)',
  ),
  filled('M11 5h2v2h2v2h2v2h2v2h-2v2h-2v2h-2v2h-2v-2H9v-2H7v-2H5v-2h2V9h2V7h2Z', 'var(--k-dye-wool)'),
  filled('M11 9h2v2h2v2h-2v2h-2v-2H9v-2h2Z', 'var(--k-dye-indigo)'),
];
