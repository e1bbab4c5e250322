export { startTracing, tracingSettings, type Tracing, type TracingSettings } from './tracing.ts';
