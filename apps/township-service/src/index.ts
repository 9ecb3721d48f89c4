export { TownshipServiceModule } from './township-service.module';
