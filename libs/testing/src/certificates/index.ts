export { ThrowawayAuthority, type Issued, type IssuedFor } from './throwaway-authority.ts';
