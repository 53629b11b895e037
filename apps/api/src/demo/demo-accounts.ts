import { randomInt } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * The file of the accounts, which only its owner may read. It has another name until the demonstration is complete: so
 * one that was interrupted shows.
 */
export class DemoAccountsFile {
  readonly path: string;
  readonly #unfinished: string;

  constructor(dataDir: string) {
    this.path = path.join(dataDir, 'demo-accounts.json');
    this.#unfinished = `${this.path}.unfinished`;
  }

  /** Whether a demonstration was begun and not completed. */
  get isUnfinished(): boolean {
    return existsSync(this.#unfinished);
  }

  begin(accounts: readonly DemoAccount[]): void {
    // A file that is there already would keep its mode.
    rmSync(this.#unfinished, { force: true });
    const text = `${JSON.stringify(accounts, undefined, 2)}\n`;
    writeFileSync(this.#unfinished, text, { mode: 0o600, flag: 'wx' });
  }

  complete(): void {
    renameSync(this.#unfinished, this.path);
  }
}

function syllable(): string {
  return (CONSONANTS[randomInt(CONSONANTS.length)] ?? '') + (VOWELS[randomInt(VOWELS.length)] ?? '');
}
