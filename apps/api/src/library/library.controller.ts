import { searchLibrary, type ResponseOf } from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointParams, EndpointQuery } from '../http/endpoint.decorator.js';
import { Library, type LibrarySearch } from './library.service.js';

@Controller()
export class LibraryController {
  constructor(private readonly library: Library) {}

  @Endpoint(searchLibrary)
  search(
    @EndpointParams(searchLibrary) { programmeId }: { programmeId: string },
    @EndpointQuery(searchLibrary) query: LibrarySearch,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof searchLibrary>> {
    return this.library.search(actor, programmeId, query);
  }
}
