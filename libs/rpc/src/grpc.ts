/** The gRPC transport of `Link`, apart from the rest so that one-process forms do not load gRPC. */
export * from './transports/grpc/link-kinds.ts';
export { defaultLinkLimits, type LinkLimits } from './transports/grpc/link-limits.ts';
export type { LinkTraffic } from './transports/grpc/frame-link.ts';
export type { GrpcLinkOptions } from './transports/grpc/channel.ts';
export { grpcDialer, type GrpcDialerOptions } from './transports/grpc/grpc-dialer.ts';
export { grpcLinkServer, type GrpcLinkServer, type GrpcLinkServerOptions } from './transports/grpc/grpc-link-server.ts';
export type { PlaneSecurity } from './transports/tls/plane-security.ts';
