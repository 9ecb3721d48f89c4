export { parseConfig, type Config } from './config';
export { serveIssuer, type IssuerServer } from './issuer-server';
export { prepareDatabases, prepareTopics } from './prepare';
export { servicePlans, type Databases, type ServicePlan } from './services';
export { Supervised } from './supervised';
