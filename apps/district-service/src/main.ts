import { runTierService } from '@mediation/networking';
import { DistrictServiceModule } from './district-service.module';

runTierService({ tier: 'district', port: 8083, module: DistrictServiceModule, watchesTimeLimits: true });
