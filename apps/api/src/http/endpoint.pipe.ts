import type { ProblemPlace } from '@kilim/contracts';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import * as z from 'zod';
import { isShallow, MOST_LEVELS } from './nesting.js';
import { placesOf } from './places.js';
import { Problem } from './problem.js';

const PARTS = { body: 'body', query: 'query', param: 'params' } as const;

/**
 * Checks what comes in against the schema of the contract that stands at the argument, and names every wrong place.
 * Nest's own pipe would keep the messages only.
 */
@Injectable()
export class EndpointPipe implements PipeTransform<unknown> {
  transform(value: unknown, { type, schema }: ArgumentMetadata): unknown {
    const part = partOf(type);
    if (part === undefined || schema === undefined) return value;
    if (!(schema instanceof z.ZodType)) throw new Error('The contract is written in zod.');
    if (part === 'body' && !isShallow(value)) throw tooDeep();
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    throw new Problem('request.invalid', { places: placesOf(part, result.error.issues) });
  }
}

function tooDeep(): Problem {
  const detail = `The request is nested deeper than ${String(MOST_LEVELS)} levels.`;
  return new Problem('request.malformed', { detail });
}

function partOf(type: ArgumentMetadata['type']): ProblemPlace['in'] | undefined {
  return type === 'custom' ? undefined : PARTS[type];
}
