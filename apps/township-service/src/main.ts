import { runTierService } from '@mediation/networking';
import { TownshipServiceModule } from './township-service.module';

runTierService({ tier: 'township', port: 8082, module: TownshipServiceModule });
