import type { Instant } from '@kilim/contracts';
import { later } from '../config/clock.js';
import { shippedVersion } from '../questionnaires/shipped-version.js';
import type { DemoRound } from './demo-programme.service.js';
import { earlierVersion } from './earlier-version.js';

const DAY_MS = 86_400_000;
/** Rounds are three years apart. */
const APART_DAYS = 3 * 365 + 1;

/** The round that is going on: cities still have time. */
export function presentRound(now: Instant): DemoRound {
  return { name: 'ICI 2026', version: shippedVersion(), now, deadlineInDays: 24 };
}

/** The round before, which is over. */
export function earlierRound(now: Instant): DemoRound {
  const then = later(now, -APART_DAYS * DAY_MS);
  return { name: 'ICI 2023', version: earlierVersion(shippedVersion()), now: then, deadlineInDays: -23 };
}
