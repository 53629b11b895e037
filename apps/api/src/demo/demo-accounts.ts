import { randomInt } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Role } from '@kilim/contracts';

/** An account of the demonstration with its password in plain words: made for this machine, at this moment. */
export interface DemoAccount {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Of city roles. */
  readonly city?: string;
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

/** A password that can be read out: sixteen letters in four groups and three digits, 58 random bits. */
export function readablePassword(): string {
  const groups = Array.from({ length: 4 }, () => syllable() + syllable());
  return `${groups.join('-')}-${String(randomInt(100, 1000))}`;
}

/** Writes the accounts to `demo-accounts.json`, which only its owner may read; answers its path. */
export function writeDemoAccounts(dataDir: string, accounts: readonly DemoAccount[]): string {
  const file = path.join(dataDir, 'demo-accounts.json');
  // A file that is there already would keep its mode.
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(accounts, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return file;
}

function syllable(): string {
  return (CONSONANTS[randomInt(CONSONANTS.length)] ?? '') + (VOWELS[randomInt(VOWELS.length)] ?? '');
}
