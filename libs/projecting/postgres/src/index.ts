export { PostgresViewStore } from './view-store';
