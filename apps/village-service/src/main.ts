import { runTierService } from '@mediation/networking';
import { VillageServiceModule } from './village-service.module';

runTierService({ tier: 'village', port: 8081, module: VillageServiceModule });
