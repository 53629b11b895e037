import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as z from 'zod';
import { PERMISSIONS, Permission, Role, allows } from './access.js';
import { endpoints } from './endpoints.js';

describe('the permission table', () => {
  it('lets the administrator edit no answer, no evidence and no finding', () => {
    for (const permission of [
      'answer:write',
      'evidence:write',
      'finding:write',
      'assessment:submit',
    ] as const) {
      expect(allows(['administrator'], permission)).toBe(false);
    }
  });

  it('lets a technical partner read and watch, and change nothing', () => {
    const granted = Permission.options.filter((permission) => allows(['partner'], permission));
    expect(
      granted.filter((permission) => !permission.endsWith(':read') && permission !== 'round:watch'),
    ).toEqual([]);
  });

  it('lets only the lead submit for a city', () => {
    expect(PERMISSIONS['assessment:submit']).toEqual(['cityLead']);
  });

  it('grants with several roles what any of them grants, and nothing without a role', () => {
    const roles = fc.uniqueArray(fc.constantFrom(...Role.options));
    fc.assert(
      fc.property(roles, fc.constantFrom(...Permission.options), (held, permission) => {
        expect(allows(held, permission)).toBe(held.some((role) => allows([role], permission)));
      }),
    );
  });
});

describe('the list of endpoints', () => {
  it('has no two with the same method and path', () => {
    const addresses = Object.values(endpoints).map(
      ({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`,
    );
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('describes a param for every part of a path that varies', () => {
    for (const definition of Object.values(endpoints)) {
      const named = [...definition.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      const params: unknown = 'params' in definition ? definition.params : undefined;
      const described = params instanceof z.ZodObject ? Object.keys(params.shape) : [];
      expect(described.sort()).toEqual(named.sort());
    }
  });

  it('lets nobody change anything without a permission, but for signing in and out and taking an invitation up', () => {
    const open = Object.entries(endpoints)
      .filter(([, { method, allow }]) => method !== 'GET' && (allow === 'anyone' || allow === 'signedIn'))
      .map(([name]) => name);
    expect(open).toEqual(['signIn', 'signOut', 'lookAtInvitation', 'acceptInvitation']);
  });
});
