import { describe, expect, it } from '@jest/globals';
import { mayGrant } from './granting.js';
import { passwordFault } from './passwords.js';

const about = ['Aino Ranta', 'aino.ranta@linnesund.example'];

describe('a password that somebody chooses', () => {
  it.each(['twelve chars', 'zielony rower w deszczu', 'ŻÓŁTA łódka 7', '🦊🦊🦁🐝🦋🐢🐙🦕🐳🦉🐌🦔'])(
    'is taken as it is: %s',
    (password) => {
      expect(passwordFault(password, about)).toBeUndefined();
    },
  );

  it.each([
    ['short', 'elevenchars'],
    ['long', 'ab1'.repeat(86)],
    ['common', 'Password2026!'],
    ['common', 'correcthorsebatterystaple'],
    ['common', 'kochamcie1234'],
    ['pattern', 'aaaaaaaaaaaa'],
    ['pattern', 'abc123abc123'],
    ['pattern', '123456789012'],
    ['pattern', 'qwertyuiop12'],
    ['pattern', 'lkjhgfdsapoiuytrewq'],
    ['personal', 'AinoRanta2026'],
    ['personal', 'kilim-kilim-12'],
  ] as const)('is refused as %s: %s', (fault, password) => {
    expect(passwordFault(password, about)).toBe(fault);
  });
});

describe('who may give which role', () => {
  it('is never more than one’s own work reaches', () => {
    expect(mayGrant(['coordinator'], 'expert')).toBe(true);
    expect(mayGrant(['coordinator'], 'administrator')).toBe(false);
    expect(mayGrant(['cityLead'], 'cityContributor')).toBe(true);
    expect(mayGrant(['cityLead'], 'cityLead')).toBe(false);
    expect(mayGrant(['expert', 'partner', 'cityContributor'], 'cityContributor')).toBe(false);
  });
});
