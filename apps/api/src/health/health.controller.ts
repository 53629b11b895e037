import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OutsideContract } from '../http/endpoint.decorator.js';
import { Health } from './health.service.js';

/** For whoever watches over the process. */
@Controller()
@ApiExcludeController()
@OutsideContract()
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process answers. */
  @Get('healthz')
  alive(@Res({ passthrough: true }) reply: FastifyReply): { status: 'alive' } {
    void reply.header('cache-control', 'no-store');
    return { status: 'alive' };
  }

  /** Requests can be served: the database answers and is up to date; 503 until then. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ready' | 'notReady' }> {
    const isReady = await this.health.isReady();
    void reply.header('cache-control', 'no-store').status(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'notReady' };
  }
}
