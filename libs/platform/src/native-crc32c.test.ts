import { crc32cContract } from '@ottla/testing/contracts';
import { nativeCrc32c } from './native-crc32c.ts';

crc32cContract('nativeCrc32c', nativeCrc32c);
