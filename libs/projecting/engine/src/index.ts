export { ignore, projection, type Projection, type ProjectionDefinition, type Reducer } from './projection';
export { applyBatch, isAfter, type Applied, type Batch, type ViewGroup } from './apply-batch';
export { deliver, reduceBatch, type Delivery, type EventReader, type Reduction } from './reduce-batch';
export { retryStream } from './retry-stream';
export { oldestOf, Projector, type ProjectorOptions, type ProjectorStatus } from './projector';
export * from './view-store';
