/** For those who make failures elsewhere, on a real Open WebUI. */
export { confusionMatrix, figuresOf, isRight } from './confusion-matrix.ts';
export type { CorpusScene, ExpectedFinding } from './corpus-case.ts';
export { mainFinding } from './main-finding.ts';
export { findProxyProgram, type RealProxy, type RealProxyKind, startRealProxy } from './real-proxy.ts';
export type { CorpusResult } from './run-case.ts';
export { guardedBy, proxyTo } from './stand-in-server.ts';
