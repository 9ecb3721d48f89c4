import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';

/** What a process composes; it adds nothing of its own. */
@Module({})
export class ServiceModule {
  static of(metadata: ModuleMetadata): DynamicModule {
    return { module: ServiceModule, ...metadata };
  }
}
