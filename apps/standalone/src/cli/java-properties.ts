export { parseJavaProperties, PropertiesError } from '@ottla/model';
