import { handle } from '../../../../../engine.ts';

// Next is not installed here: this file is imported and its functions are called as Next calls them.
export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
