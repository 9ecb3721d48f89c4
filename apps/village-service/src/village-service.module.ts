import { tierModules } from '@mediation/service';
import { Module } from '@nestjs/common';

/** What the bodies of this tier may do: the rows of the contexts’ route tables that name it. */
@Module({ imports: tierModules('village') })
export class VillageServiceModule {}
