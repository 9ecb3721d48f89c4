export { VillageServiceModule } from './village-service.module';
