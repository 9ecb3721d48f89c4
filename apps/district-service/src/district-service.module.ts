import { DisputeTierModule } from '@mediation/dispute/api';
import { Module } from '@nestjs/common';

/** What the bodies of this tier may do: the rows of the route table that name it. */
@Module({ imports: [DisputeTierModule.forTier('district')] })
export class DistrictServiceModule {}
