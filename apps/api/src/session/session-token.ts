import { hash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What of a token is stored: whoever reads the database can't sign in with it. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}
