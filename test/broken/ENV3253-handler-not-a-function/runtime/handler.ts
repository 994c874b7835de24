import { limits } from './limits';
export { limits as handler };
