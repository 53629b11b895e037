import { listEarlier, readBenchmark, type ResponseOf } from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointParams } from '../http/endpoint.decorator.js';
import { BenchmarkService } from './benchmark.service.js';
import { EarlierService } from './earlier.service.js';

@Controller()
export class ComparisonController {
  constructor(
    private readonly benchmark: BenchmarkService,
    private readonly earlier: EarlierService,
  ) {}

  @Endpoint(readBenchmark)
  readBenchmark(
    @EndpointParams(readBenchmark) { assessmentId }: { assessmentId: string },
  ): Promise<ResponseOf<typeof readBenchmark>> {
    return this.benchmark.read(assessmentId);
  }

  @Endpoint(listEarlier)
  async listEarlier(
    @EndpointParams(listEarlier) { assessmentId }: { assessmentId: string },
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof listEarlier>> {
    return { earlier: await this.earlier.list(actor, assessmentId) };
  }
}
