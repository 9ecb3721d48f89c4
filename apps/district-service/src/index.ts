export { DistrictServiceModule } from './district-service.module';
