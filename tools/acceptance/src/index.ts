export { deskAt, type Desk, type Service, type UrlOf } from './desk';
export { httpCall, type Call, type HttpAnswer } from './http-call';
export { Journey, type Served } from './journey';
export { journeyCases } from './journey-cases';
export { screeningCases } from './screening-cases';
