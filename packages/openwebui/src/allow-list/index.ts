export {
  type AllowListProposal,
  type AllowListRecord,
  type AllowListState,
  applyAllowList,
  proposeAllowList,
  type Refused,
  undoAllowList,
} from './allow-list.ts';
export { allowListEntries, endpointAllowListLine, type KeyNeeds } from './allow-list-line.ts';
