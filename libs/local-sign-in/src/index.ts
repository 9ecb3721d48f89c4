export { LOCAL_SIGN_IN_PATHS, localSignIn, type LocalSignInOptions, type NodeHandler } from './local-sign-in';
