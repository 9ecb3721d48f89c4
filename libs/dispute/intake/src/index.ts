export { intakeHandler, type IntakeOptions } from './intake-handler';
export { intakeSources, type IntakeSources, type IntakeSystem } from './sources';
export { startIntake, type IntakeStart } from './start-intake';
