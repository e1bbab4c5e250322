/** The shell of a plane that runs as a process of its own: settings, lifecycle, exit. Only apps' main.ts imports it. */
export { isLoopback, readPlaneSettings, wanted, wantedControllers, type PlaneAddress, type PlaneSettings } from './nest/plane-settings.ts';
export { runPlane, runProgram, type PlaneProcess } from './nest/run-plane.ts';
export { brokerDialer, type BrokerDialerOptions } from './nest/broker-dialer.ts';
export { readText } from './nest/read-text.ts';
export { planeReach, planeSecurity, type PlaneSecurityOptions } from './nest/plane-security.ts';
